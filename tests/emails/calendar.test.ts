import { expect, test } from "vitest";
import { type CalendarEntry, writeCalendar } from "~emails/calendar";
import { mailCatalogue } from "~emails/catalogue";
import { renderMail } from "~emails/render";

const entry: CalendarEntry = {
  uid: "visit-1@throughline.example",
  sequence: 2,
  isCancelled: false,
  startsAt: "2026-10-22T16:00:00.000Z",
  endsAt: "2026-10-22T22:00:00.000Z",
  saidAt: "2026-10-15T17:00:00.000Z",
  summary: "Your shadow day",
  description: "Questions?\nDana, +1 206 555 0142",
  place: "Clinic; 12 Elm Street, Seattle\r\nATTENDEE:mailto:spy@example.org",
  url: "https://throughline.example/student/pursuits/1",
};
const envelope = { from: "Throughline <mail@throughline.example>", sender: "Lakeview", to: "ana@example.org" };
/** Lines as a calendar reads them: folded ones put together again (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").trimEnd().split("\r\n");

test("a request has the id, the number and the times in UTC, and names the school and one reader only", () => {
  const { method, text } = writeCalendar(entry, envelope);
  const lines = linesOf(text);
  expect(method).toBe("REQUEST");
  for (const line of [
    "METHOD:REQUEST",
    "UID:visit-1@throughline.example",
    "SEQUENCE:2",
    "DTSTAMP:20261015T170000Z",
    "DTSTART:20261022T160000Z",
    "DTEND:20261022T220000Z",
    "STATUS:CONFIRMED",
  ])
    expect(lines).toContain(line);
  expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
    expect.stringMatching(/mailto:ana@example\.org$/i),
  ]);
  expect(lines.filter((line) => line.startsWith("ORGANIZER"))).toEqual([
    expect.stringContaining("mail@throughline.example"),
  ]);
  expect(text).not.toMatch(/[^\r]\n/);
});

test("the end of one has the same id, a higher number and its own method", () => {
  const { method, text } = writeCalendar({ ...entry, sequence: 3, isCancelled: true }, envelope);
  expect(method).toBe("CANCEL");
  for (const line of ["METHOD:CANCEL", "UID:visit-1@throughline.example", "SEQUENCE:3", "STATUS:CANCELLED"])
    expect(linesOf(text)).toContain(line);
});

test("what somebody typed stays in its line, and the same entry gives the same bytes", () => {
  const lines = linesOf(writeCalendar(entry, envelope).text);
  expect(lines.find((line) => line.startsWith("LOCATION:"))).toMatch(
    /Clinic\\; 12 Elm Street\\, Seattle\\n.*spy@example\.org$/,
  );
  expect(writeCalendar(entry, envelope)).toEqual(writeCalendar(entry, envelope));
});

test("a mail that may not say where a student is has no entry, and says no day", async () => {
  const props = { ...mailCatalogue["visit-news"].example, reader: "family" as const };
  const mail = {
    kind: "visit-news" as const,
    language: "es",
    from: envelope.from,
    to: envelope.to,
    sender: null,
    unsubscribeLink: null,
  };
  const told = await renderMail({ ...mail, props });
  expect(told.calendar?.method).toBe("REQUEST");
  expect(told.text).toMatch(/22 de octubre de 2026/);
  const placeless = await renderMail({ ...mail, props: { ...props, about: null } });
  expect(placeless.calendar).toBeNull();
  expect(placeless.text + placeless.html).not.toMatch(/octubre|Green Lake|7th Avenue/);
});
