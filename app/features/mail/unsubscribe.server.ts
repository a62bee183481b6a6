import { contactOf } from "~/domain/mail/subject";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recallDigests } from "~db/mail-recall.server";
import { findMailToStop } from "~db/mailbox.server";
import { findSilence, hashAddress, liftStop, suppressAddress } from "~db/mails.server";
import { stopSearchMails } from "~db/saved-searches.server";
import { type SystemTx, withScope, withSystem } from "~db/scope.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

export interface MailToStop {
  /** Null once its reader said no and is forgotten. */
  mail: string | null;
  schoolName: string;
  /** A digest that its reader asked for, and may ask for again. */
  isDigest: boolean;
  /** Outreach to a contact of an organisation, who may ask to be deleted here; an invitation has a link of its own for that. */
  canBeDeleted: boolean;
  /** Whether outreach to it is over already, and whether its reader may take that back: not what another reason silences. */
  silence: "none" | "stopped" | "complained" | "other";
  /** Who at the school answers questions, with a number to call. */
  help: { school: string; name: string; phone: string } | null;
}

/** What an unsubscribe link is about. Changes nothing. */
export function openUnsubscribe(
  wiring: Wiring,
  { token }: { token: string },
): Promise<Outcome<MailToStop, "not_found">> {
  return withSystem(wiring, async (tx) => {
    const mail = await find(tx, wiring, token);
    if (!mail) return refused("not_found");
    const isDigest = mail.category === "digest";
    const isKnown = mail.recipient_mentor_id !== null || contactOf(mail.dedupe_key) !== undefined;
    const canBeDeleted = mail.category === "outreach" && isKnown;
    const address = mail.recipient_hash ? null : mail.recipient_mail;
    const reason = isDigest ? null : await findSilence(tx, silentOf(mail));
    return done({
      mail: address,
      schoolName: mail.school_name ?? "",
      isDigest,
      canBeDeleted,
      silence: silenceOf(reason),
      help: helpOf(mail),
    });
  });
}

function silenceOf(reason: Awaited<ReturnType<typeof findSilence>>): MailToStop["silence"] {
  // An address that only bounced may work again, and its reader may still wish for silence.
  if (reason === null || reason === "bounced") return "none";
  if (reason === "unsubscribed") return "stopped";
  return reason === "complained" ? "complained" : "other";
}

/**
 * Stops mail like this one, at once: a digest is switched off for its reader, everything else is silenced as outreach of the
 * district to the address. The token is enough, without a login (RFC 8058); a second time changes nothing.
 */
export async function unsubscribe(wiring: Wiring, { token }: { token: string }): Promise<Outcome<null, "not_found">> {
  const mail = await withSystem(wiring, (tx) => find(tx, wiring, token));
  if (!mail) return refused("not_found");
  if (mail.category === "digest") await stopDigests(wiring, mail);
  else
    await withSystem(wiring, (tx) =>
      suppressAddress(tx, {
        ...silentOf(mail),
        category: "outreach",
        reason: "unsubscribed",
        now: wiring.clock.now(),
      }),
    );
  return done(null);
}

/**
 * "That was a mistake: write to me again": takes back what `unsubscribe` did, by the same token, so whoever could stop the mail can.
 * What a provider reported as unwanted, a wish to be deleted, a bounce and a long silence stay as they are. Series of outreach that
 * ended meanwhile do not begin anew. A second time changes nothing. A digest has its switch on its reader's page.
 */
export async function allowMailAgain(
  wiring: Wiring,
  { token }: { token: string },
): Promise<Outcome<null, "not_found" | "stays_silent">> {
  return withSystem(wiring, async (tx) => {
    const mail = await find(tx, wiring, token);
    if (!mail || mail.category === "digest") return refused("not_found");
    await liftStop(tx, silentOf(mail));
    return (await findSilence(tx, silentOf(mail))) === null ? done(null) : refused("stays_silent");
  });
}

/** The address that the mail went to, also once its reader is forgotten, and where it is silent. */
function silentOf(mail: Found) {
  return {
    addressHash: mail.recipient_hash ?? hashAddress(mail.recipient_mail),
    districtId: mail.district_id,
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

function helpOf({ school_name: school, help_name: name, help_phone: phone }: Found): MailToStop["help"] {
  return school === null || name === null || phone === null ? null : { school, name, phone };
}

/** Also one that is on its way. The reader sees the switches on their page, and may turn them on again. */
async function stopDigests(wiring: Wiring, mail: Found): Promise<void> {
  const { school_id: schoolId, district_id: districtId, recipient_person_id: personId } = mail;
  if (schoolId === null || districtId === null || personId === null) return;
  await withScope(wiring, { kind: "system", job: "unsubscribe", schoolId, districtId }, async (tx) => {
    await stopSearchMails(tx, { schoolId, studentId: personId });
    await recallDigests(tx, { schoolId, personId, now: wiring.clock.now() });
  });
}

async function find(tx: SystemTx, { env }: Wiring, token: string) {
  const mailId = readUnsubscribeToken(env.secret, token);
  return mailId === null ? undefined : findMailToStop(tx, mailId);
}
