import type { TFunction } from "i18next";
import type { CalendarEntry } from "./calendar";
import type { MailProps } from "./kinds";

/** The calendar entry of a meeting with an advisor; none for who may not know where a student is. */
export function meetingEntry(t: TFunction<"mail">, props: MailProps<"meeting-news">): CalendarEntry | null {
  const { about, reader, event, link } = props;
  if (!about) return null;
  const names = { student: props.studentFirstName, advisor: props.advisorName };
  return {
    uid: `meeting-${about.meetingId}@${about.entryHost ?? new URL(link).hostname}`,
    sequence: about.sequence,
    isCancelled: event === "cancelled",
    startsAt: about.startsAt,
    endsAt: about.endsAt,
    saidAt: about.saidAt,
    summary: t(`kinds.meeting-news.entry.${reader}`, names),
    description: t("kinds.meeting-news.entry.help", { name: props.helpName, phone: props.helpPhone }),
    place: about.place,
    url: link,
  };
}
