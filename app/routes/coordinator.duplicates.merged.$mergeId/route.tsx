import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openOrganisationMerge } from "~/features/merges/open-organisation-merge.server";
import { undoOrganisationMerge } from "~/features/merges/undo-organisation-merge.server";
import { undoAction, undoLoader } from "~/http/merge-routes.server";
import type { PageHandle } from "~/ui/page-handle";
import { UndoMergePage } from "~/ui/undo-merge-page";

export const handle: PageHandle = { title: "merges:title" };

export const loader = undoLoader("mergeId", openOrganisationMerge);

export const action = undoAction("mergeId", undoOrganisationMerge);

/** One merge of organisations, with what stays where it is. */
export default function UndoMerge() {
  const { t } = useTranslation("merges");
  const { staying, newMentors, ...merge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { gone: merge.gone, kept: merge.kept.name };
  const stay = [...staying.map(({ id, title: name }) => ({ id, name })), ...newMentors];
  return (
    <UndoMergePage merge={{ ...merge, kept: merge.kept.name }} reply={reply} note={t("undo.changed")}>
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
