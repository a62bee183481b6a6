import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import type { SignedMail } from "~emails/mailer";
import { placeEverywhere } from "./place-everywhere.server";

/**
 * One mail that the school's own mail server hands over. It is placed before the answer: what was not answered is handed over again, and the
 * same mail is the same message. What is signed and for none of our addresses is acknowledged and not kept.
 */
export async function receiveHandedMail(
  wiring: Wiring,
  signed: SignedMail,
): Promise<Outcome<{ placed: number }, "not_found" | "not_signed">> {
  const { handed } = wiring.mailer;
  if (!handed) return refused("not_found");
  const read = await handed.read(signed);
  if (read === null) return refused("not_signed");
  if (read === "unread") return done({ placed: 0 });
  return done({ placed: await placeEverywhere(wiring, read) });
}
