import type { CallOutcome, NoteKind, ReplyOutcome, ReplyWay } from "~/domain/outreach/contact";
import { type MailStanding, standingOf } from "~/domain/outreach/standing";
import type { openContact } from "~/features/outreach/open-contact.server";

type Opened = Extract<Awaited<ReturnType<typeof openContact>>, { ok: true }>["value"];

export interface HistoryLine {
  id: string;
  what: NoteKind | { is: "mail"; subject: string; standing: MailStanding };
  on: string;
  body: string;
  writer: string | null;
}

/** Calls, notes, mails and replies in one row, the newest day first. */
export function historyOf({ notes, mails }: Pick<Opened, "notes" | "mails">): HistoryLine[] {
  const lines = [
    ...mails.map(
      (mail): HistoryLine => ({
        id: mail.id,
        what: { is: "mail", subject: mail.subject, standing: standingOf(mail) },
        on: mail.written_on,
        body: mail.body,
        writer: mail.writer,
      }),
    ),
    ...notes.map(
      (note): HistoryLine => ({
        id: note.id,
        what: whatOf(note),
        on: note.happened_on,
        body: note.body,
        writer: note.writer,
      }),
    ),
  ];
  return lines.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

function whatOf({ kind, outcome, via }: Opened["notes"][number]): NoteKind {
  if (kind === "call") return { is: "call", outcome: outcome as CallOutcome };
  return kind === "reply" ? { is: "reply", outcome: outcome as ReplyOutcome, via: via as ReplyWay } : { is: "note" };
}
