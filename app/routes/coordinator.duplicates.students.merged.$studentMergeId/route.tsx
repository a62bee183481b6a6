import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openStudentMerge } from "~/features/merges/open-student-merge.server";
import { undoStudentsMerge } from "~/features/merges/undo-students-merge.server";
import { undoAction, undoLoader } from "~/http/merge-routes.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:student.title" };

export const loader = undoLoader("studentMergeId", openStudentMerge);

export const action = undoAction("studentMergeId", undoStudentsMerge);

/** One merge of two students of the school. */
export default function UndoStudentsMerge() {
  const { t } = useTranslation("merges");
  const merge = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <UndoMergePage
      {...{ merge, reply }}
      pages={{ kept: `/coordinator/people/${merge.keptId}`, gone: `/coordinator/people/${merge.goneId}` }}
      note={t("student.undoNote", { gone: merge.gone, kept: merge.kept })}
    />
  );
}
