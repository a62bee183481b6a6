import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openStaffMerge } from "~/features/merges/open-staff-merge.server";
import { type UndoStaffMergeRefusal, undoStaffMerge } from "~/features/merges/undo-staff-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:staff.title" };

const UndoForm = z.object({ intent: z.literal("undo") });

const REFUSALS: Refusals<UndoStaffMergeRefusal> = {
  not_permitted: { status: 403, key: "merges:staff.fault.not_permitted" },
  not_found: NOT_FOUND,
  undone_already: { status: 409, key: "merges:fault.undone_already" },
  too_late: { status: 409, key: "merges:fault.too_late" },
  own: { status: 409, key: "merges:fault.own" },
  merged_since: { status: 409, key: "merges:fault.merged_since" },
  later_first: { status: 409, key: "merges:fault.later_first" },
  left_since: { status: 409, key: "merges:fault.left_since" },
  acted_since: { status: 409, key: "merges:fault.acted_since" },
};

const idOf = (params: LoaderFunctionArgs["params"]) => ({
  mergeId: parseParams(params, "staffMergeId").staffMergeId,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openStaffMerge(context.wiring, actor, idOf(params));
  if (!outcome.ok) throw outcome.reason === "not_permitted" ? new Response(null, { status: 403 }) : notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, UndoForm, context);
  if (!form.ok) return form.reply;
  const outcome = await undoStaffMerge(context.wiring, actor, idOf(params));
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", "merges:toast.undone")
    : refuse(context, outcome, REFUSALS, form.typed);
}

/** One merge of two of the staff. */
export default function UndoStaffMerge() {
  const { t } = useTranslation("merges");
  const { counts, refusal, hasGivenRole, ...merge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { gone: merge.gone, kept: merge.kept };
  return (
    <UndoMergePage
      {...{ merge, counts, reply }}
      refusal={refusal && t(`fault.${refusal}`)}
      note={t(hasGivenRole ? "staff.undoRole" : "staff.undoNote", names)}
    />
  );
}
