import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { addressOf } from "./addressing";
import type { CalendarPart } from "./mailer";

export const CALENDAR_FILE = "invite.ics";

/** One event of a reader's calendar. */
export interface CalendarEntry {
  /** Stable over all changes, and the same for every reader. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  isCancelled: boolean;
  /** ISO 8601 instants; the entry holds them in UTC, so that each calendar shows its own clock. */
  startsAt: string;
  endsAt: string;
  /** When this was said. */
  saidAt: string;
  summary: string;
  description: string;
  place: string;
  url: string;
}

/**
 * The entry as an iTIP message (RFC 5546) from the school to one reader: a request, or the end of one. Nobody else's address is in
 * it, and no answer is asked for: who cannot come says so on the page. The same entry gives the same bytes.
 */
export function writeCalendar(
  entry: CalendarEntry,
  { from, sender, to }: { from: string; sender: string; to: string },
): CalendarPart {
  const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ method, prodId: { company: "Throughline", product: "Throughline", language: "EN" } });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.saidAt),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.summary,
    description: entry.description,
    location: entry.place,
    url: entry.url,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: sender || addressOf(from), email: addressOf(from) },
    attendees: [{ email: to, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION }],
  });
  return { method: entry.isCancelled ? "CANCEL" : "REQUEST", text: calendar.toString() };
}
