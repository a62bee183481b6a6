import type { TFunction } from "i18next";
import type { CalendarEntry } from "./calendar";
import type { MailProps } from "./kinds";

/** The calendar entry of a visit; none for who may not know where a student is. */
export function visitEntry(t: TFunction<"mail">, props: MailProps<"visit-news">): CalendarEntry | null {
  const { about, reader, studentFirstName: student, event, link } = props;
  if (!about) return null;
  const visit = t(`kinds.visit-news.kind.${props.visitKind}`);
  const values = { visit, student, organisation: about.organisationName, title: about.placementTitle };
  return {
    uid: `visit-${about.visitId}@${about.entryHost ?? new URL(link).hostname}`,
    sequence: about.sequence,
    isCancelled: event === "cancelled" || event === "not_yours",
    startsAt: about.startsAt,
    endsAt: about.endsAt,
    saidAt: about.saidAt,
    summary: t(reader === "student" ? "kinds.visit-news.entry.own" : "kinds.visit-news.entry.ofStudent", values),
    description: t("kinds.visit-news.entry.help", { name: props.helpName, phone: props.helpPhone }),
    place: about.place,
    url: link,
  };
}
