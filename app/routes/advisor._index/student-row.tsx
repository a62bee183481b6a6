import { useTranslation } from "react-i18next";
import type { openAdvisory } from "~/features/homes/open-advisory.server";
import { Row } from "~/ui/card";
import { formatDayOf, formatMomentSpan } from "~/ui/format";
import { NextLine } from "~/ui/next-line";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";

interface StudentRowProps {
  student: Awaited<ReturnType<typeof openAdvisory>>["students"][number];
  timeZone: string;
  /** The name of the advisory, where the page has students of several. */
  advisory: string | undefined;
}

/** One student of an advisory: what happened, what is next, and whose turn it is. */
export function StudentRow({ student, timeZone, advisory }: StudentRowProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  return (
    <Row title={student.name} detail={advisory}>
      <NextMeeting student={student} timeZone={timeZone} />
      {student.profile === "shared" && (
        <TextLink to={`/profiles/${student.id}`}>{text("interests:shared.open")}</TextLink>
      )}
      {student.pursuits.length === 0 && <p className="text-ink-soft">{t("advisor.nothing")}</p>}
      {student.pursuits.map((pursuit) => (
        <div key={pursuit.id} className="space-y-1 pt-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <TextLink to={`/advisor/pursuits/${pursuit.id}`}>{`${pursuit.title} · ${pursuit.organisation}`}</TextLink>
            <PursuitBadge state={pursuit.state} />
            <span className="text-ink-soft">
              {t("coordinator.since", { day: formatDayOf(pursuit.since, i18n.language, timeZone) })}
            </span>
          </p>
          <NextLine next={pursuit.next} timeZone={timeZone} />
          {pursuit.hasConversation && (
            <TextLink to={`/conversations/${pursuit.id}`}>{text("conversations:link")}</TextLink>
          )}
        </div>
      ))}
    </Row>
  );
}

function NextMeeting({ student: { id, meeting }, timeZone }: Pick<StudentRowProps, "student" | "timeZone">) {
  const { t, i18n } = useTranslation("meetings");
  const span = { language: i18n.language, zone: timeZone };
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      {meeting && (
        <span>
          {`${t("title")}: ${formatMomentSpan(meeting.startsAt, meeting.endsAt, span)}`}
          <span className="text-ink-soft">{` · ${meeting.place} · ${t("withOther", { advisor: meeting.with })}`}</span>
        </span>
      )}
      <TextLink to={`/advisor/meetings/${id}`}>{t(meeting ? "change" : "plan")}</TextLink>
    </p>
  );
}
