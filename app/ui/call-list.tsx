import { useTranslation } from "react-i18next";
import type { CallOutcome } from "~/domain/first-call/outcome";
import { formatDay, formatMoment } from "./format";
import { Section } from "./page";
import { Timeline } from "./timeline";

interface NotedCallLine {
  id: string;
  outcome: CallOutcome;
  call_back_on: string | null;
  note: string;
  logged_at: string;
}

interface CallListProps {
  calls: readonly NotedCallLine[];
  timeZone: string;
  /** The student themselves, or somebody of the school. */
  reader: "you" | "staff";
}

/** What a student noted of their calls, newest first; under the newest what is next. */
export function CallList({ calls, timeZone, reader }: CallListProps) {
  const { t, i18n } = useTranslation("coach");
  const entries = calls.map(({ id, outcome, call_back_on: day, note, logged_at: at }, place) => ({
    key: id,
    at,
    when: formatMoment(at, i18n.language, timeZone),
    title: t(`${reader}.outcome.${outcome}`),
    detail: (
      <>
        {note && (
          <p dir="auto" className="whitespace-pre-line">
            {note}
          </p>
        )}
        {place === 0 && <p>{t(`${reader}.next.${outcome}`, { day: day ? formatDay(day, i18n.language) : "" })}</p>}
      </>
    ),
  }));
  return <Timeline entries={entries} label={t(reader === "you" ? "you.log.list" : "staff.title")} />;
}

interface StudentCallsProps {
  calls: readonly NotedCallLine[];
  mayCall: boolean;
  student: string;
  timeZone: string;
}

/** Calls of a student on a page of the school; absent where none is noted and none may be made. */
export function StudentCalls({ calls, mayCall, student, timeZone }: StudentCallsProps) {
  const { t } = useTranslation("coach");
  if (calls.length === 0 && !mayCall) return null;
  return (
    <Section title={t("staff.title")} lead={mayCall ? t("staff.lead", { student }) : undefined}>
      {calls.length === 0 ? <p>{t("staff.none")}</p> : <CallList calls={calls} timeZone={timeZone} reader="staff" />}
    </Section>
  );
}
