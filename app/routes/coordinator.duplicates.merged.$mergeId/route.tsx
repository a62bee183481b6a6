import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openOrganisationMerge } from "~/features/merges/open-organisation-merge.server";
import {
  type UndoOrganisationMergeRefusal,
  undoOrganisationMerge,
} from "~/features/merges/undo-organisation-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:title" };

const UndoForm = z.object({ intent: z.literal("undo") });

const REFUSALS: Refusals<UndoOrganisationMergeRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  undone_already: { status: 409, key: "merges:fault.undone_already" },
  too_late: { status: 409, key: "merges:fault.too_late" },
  merged_since: { status: 409, key: "merges:fault.merged_since" },
  later_first: { status: 409, key: "merges:fault.later_first" },
  name_taken: { status: 409, key: "merges:fault.name_taken" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openOrganisationMerge(context.wiring, actor, parseParams(params, "mergeId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, UndoForm, context);
  if (!form.ok) return form.reply;
  const outcome = await undoOrganisationMerge(context.wiring, actor, parseParams(params, "mergeId"));
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", "merges:toast.undone")
    : refuse(context, outcome, REFUSALS, form.typed);
}

/** One merge of organisations, with what stays where it is. */
export default function UndoMerge() {
  const { t } = useTranslation("merges");
  const { counts, staying, newMentors, refusal, ...merge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { gone: merge.gone, kept: merge.kept.name };
  const stay = [...staying.map(({ id, title: name }) => ({ id, name })), ...newMentors];
  return (
    <UndoMergePage
      merge={{ ...merge, kept: merge.kept.name }}
      {...{ counts, reply }}
      refusal={refusal && t(`fault.${refusal}`)}
      note={t("undo.changed")}
    >
      <section className="space-y-3">
        <h2>{t("undo.staying", names)}</h2>
        <p>{t(stay.length > 0 ? "undo.stayingText" : "undo.nothingStays", names)}</p>
        {stay.length > 0 && (
          <ul className="list-disc ps-6">
            {stay.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
      </section>
    </UndoMergePage>
  );
}
