import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openPersonMerge } from "~/features/merges/open-person-merge.server";
import { type UndoPeopleMergeRefusal, undoPeopleMerge } from "~/features/merges/undo-people-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:person.title" };

const UndoForm = z.object({ intent: z.literal("undo") });

const REFUSALS: Refusals<UndoPeopleMergeRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  undone_already: { status: 409, key: "merges:fault.undone_already" },
  too_late: { status: 409, key: "merges:fault.too_late" },
  merged_since: { status: 409, key: "merges:fault.merged_since" },
  later_first: { status: 409, key: "merges:fault.later_first" },
  answered_since: { status: 409, key: "merges:fault.answered_since" },
  seated_since: { status: 409, key: "merges:fault.seated_since" },
  tie_changed_since: { status: 409, key: "merges:fault.tie_changed_since" },
};

const idOf = (params: LoaderFunctionArgs["params"]) => ({
  mergeId: parseParams(params, "personMergeId").personMergeId,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openPersonMerge(context.wiring, actor, idOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, UndoForm, context);
  if (!form.ok) return form.reply;
  const outcome = await undoPeopleMerge(context.wiring, actor, idOf(params));
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", "merges:toast.undone")
    : refuse(context, outcome, REFUSALS, form.typed);
}

/** One merge of two people of the school. */
export default function UndoPeopleMerge() {
  const { t } = useTranslation("merges");
  const { counts, refusal, ...merge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <UndoMergePage
      {...{ merge, counts, reply }}
      refusal={refusal && t(`fault.${refusal}`)}
      note={t("person.undoNote", { gone: merge.gone, kept: merge.kept })}
    />
  );
}
