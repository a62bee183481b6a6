import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openPersonMerge } from "~/features/merges/open-person-merge.server";
import { undoPeopleMerge } from "~/features/merges/undo-people-merge.server";
import { undoAction, undoLoader } from "~/http/merge-routes.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:person.title" };

export const loader = undoLoader("personMergeId", openPersonMerge);

export const action = undoAction("personMergeId", undoPeopleMerge);

/** One merge of two people of the school. */
export default function UndoPeopleMerge() {
  const { t } = useTranslation("merges");
  const merge = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <UndoMergePage
      {...{ merge, reply }}
      pages={{ kept: `/coordinator/people/${merge.keptId}`, gone: `/coordinator/people/${merge.goneId}` }}
      note={t("person.undoNote", { gone: merge.gone, kept: merge.kept })}
    />
  );
}
