import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMailInMailbox } from "~db/mailbox.server";
import { withSystem } from "~db/scope.server";
import { placeEverywhere } from "./place-everywhere.server";

interface Answer {
  mailId: string;
  /** An address in the mail to which its reader answers. */
  to: string;
  /** The sender's address: the mail's reader, or somebody else who has got hold of the address. */
  from: string;
  body: string;
  /** The random number of the form: sent twice, it is one mail. */
  formKey: string;
}

/** Answers a mail of the local mailbox as its reader would with a mail program, which quotes what it answers. In live mode there is none. */
export async function answerLocalMail(
  wiring: Wiring,
  { mailId, to, from, body, formKey }: Answer,
): Promise<Outcome<null, "not_found">> {
  if (wiring.env.mode !== "local") return refused("not_found");
  const mail = await withSystem(wiring, (tx) => findMailInMailbox(tx, mailId));
  if (!mail) return refused("not_found");
  const quoted = (mail.frozen_text ?? "").split("\n").map((line) => `> ${line}`);
  const text = [body, "", `On ${mail.sent_at}, ${mail.frozen_from} wrote:`, ...quoted].join("\n");
  const answer = {
    from: from.toLowerCase(),
    to: [to],
    isAutomatic: false,
    isForged: false,
    isListed: false,
    text,
    files: [],
  };
  const placed = await placeEverywhere(wiring, { source: formKey, mail: answer });
  return placed > 0 ? done(null) : refused("not_found");
}
