import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { formatNames } from "~/ui/format";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { useText } from "~/ui/use-text";
import type { CaseView } from "./view.server";

/** Where it stands and what the student wrote: what a coordinator reads before the step that is needed now. */
export function CaseState({ state, note }: Pick<CaseView, "state" | "note">) {
  const { t } = useTranslation("pursuits");
  return (
    <div className="space-y-3">
      <PursuitBadge state={state} />
      {note && (
        <figure>
          <figcaption className="text-ink-soft">{t("case.note")}</figcaption>
          <blockquote className="mt-1 border-s-2 border-line ps-3 whitespace-pre-line">{note}</blockquote>
        </figure>
      )}
    </div>
  );
}

/** Whose words for staff a pursuit ended with: the host's no, the student's reason to stop, or staff's own. */
const wordsIn = (state: string) => (state === "not_taken" || state === "withdrawn" ? state : "declined");

/** Who goes after what. */
export function CaseFacts({ data }: { data: CaseView }) {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  return (
    <DescriptionList
      rows={[
        {
          name: t("case.student"),
          value: (
            <Link to={`/coordinator/matches/students/${data.studentId}`} className="text-accent underline">
              {data.student}
            </Link>
          ),
        },
        { name: t("case.grade"), value: String(data.grade) },
        { name: t("case.likes"), value: formatNames(data.likes, i18n.language) },
        { name: t("case.dislikes"), value: formatNames(data.dislikes, i18n.language) },
        {
          name: t("case.placement"),
          value: (
            <Link to={`/coordinator/listings/${data.listingId}`} className="text-accent underline">
              {data.title}
            </Link>
          ),
        },
        {
          name: t("case.host"),
          value: `${data.organisation} · ${text(`pursuits:kind.${data.kind}` as "pursuits:kind.internship")}`,
        },
        { name: t("case.mentor"), value: data.mentor ?? t("case.noMentor") },
        { name: t("case.forStudent"), value: data.declineForStudent },
        { name: t(`case.words.${wordsIn(data.state)}`), value: data.declineForStaff },
      ]}
    />
  );
}
