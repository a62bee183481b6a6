import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openMentorMerge } from "~/features/merges/open-mentor-merge.server";
import { undoMentorMerge } from "~/features/merges/undo-mentor-merge.server";
import { undoAction, undoLoader } from "~/http/merge-routes.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:mentor.title" };

export const loader = undoLoader("mentorMergeId", openMentorMerge);

export const action = undoAction("mentorMergeId", undoMentorMerge);

/** One merge of mentors. */
export default function UndoMentorMerge() {
  const { t } = useTranslation("merges");
  const merge = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <UndoMergePage {...{ merge, reply }} note={t("mentor.stricter", { gone: merge.gone, kept: merge.kept })} />;
}
