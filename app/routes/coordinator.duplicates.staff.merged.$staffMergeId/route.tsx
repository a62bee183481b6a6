import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openStaffMerge } from "~/features/merges/open-staff-merge.server";
import { undoStaffMerge } from "~/features/merges/undo-staff-merge.server";
import { undoAction, undoLoader } from "~/http/merge-routes.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:staff.title" };

export const loader = undoLoader("staffMergeId", openStaffMerge);

export const action = undoAction("staffMergeId", undoStaffMerge, "merges:staff.fault.not_permitted");

/** One merge of two of the staff. */
export default function UndoStaffMerge() {
  const { t } = useTranslation("merges");
  const merge = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { gone: merge.gone, kept: merge.kept };
  return (
    <UndoMergePage
      {...{ merge, reply }}
      pages={{ kept: `/coordinator/people/${merge.keptId}`, gone: `/coordinator/people/${merge.goneId}` }}
      note={t(merge.hasGivenRole ? "staff.undoRole" : "staff.undoNote", names)}
    />
  );
}
