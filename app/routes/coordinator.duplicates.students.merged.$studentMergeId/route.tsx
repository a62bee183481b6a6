import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openStudentMerge } from "~/features/merges/open-student-merge.server";
import { type UndoStudentsMergeRefusal, undoStudentsMerge } from "~/features/merges/undo-students-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:student.title" };

const UndoForm = z.object({ intent: z.literal("undo") });

const REFUSALS: Refusals<UndoStudentsMergeRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  undone_already: { status: 409, key: "merges:fault.undone_already" },
  too_late: { status: 409, key: "merges:fault.too_late" },
  merged_since: { status: 409, key: "merges:fault.merged_since" },
  later_first: { status: 409, key: "merges:fault.later_first" },
  left_since: { status: 409, key: "merges:fault.left_since" },
  hangs_since: { status: 409, key: "merges:fault.hangs_since" },
  tie_changed_since: { status: 409, key: "merges:fault.tie_changed_since" },
};

const idOf = (params: LoaderFunctionArgs["params"]) => ({
  mergeId: parseParams(params, "studentMergeId").studentMergeId,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openStudentMerge(context.wiring, actor, idOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, UndoForm, context);
  if (!form.ok) return form.reply;
  const outcome = await undoStudentsMerge(context.wiring, actor, idOf(params));
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", "merges:toast.undone")
    : refuse(context, outcome, REFUSALS, form.typed);
}

/** One merge of two students of the school. */
export default function UndoStudentsMerge() {
  const { t } = useTranslation("merges");
  const { counts, refusal, ...merge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <UndoMergePage
      {...{ merge, counts, reply }}
      refusal={refusal && t(`fault.${refusal}`)}
      note={t("student.undoNote", { gone: merge.gone, kept: merge.kept })}
    />
  );
}
