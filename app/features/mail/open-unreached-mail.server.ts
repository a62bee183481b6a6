import type { Actor } from "~/domain/actor";
import { hasOwnPage, subjectOfMail } from "~/domain/mail/subject";
import { type Unreached, whyUnreached } from "~/domain/mail/unreached";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listPhonesOf, listPhonesOfMentor } from "~db/contact-points.server";
import { listMentorNames, listPersonNames } from "~db/names-of.server";
import { findMailOf, findMailOfMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { findMailWords, findUnreachedMail, hasBeenSentAgain, type UnreachedMail } from "~db/unreached-mails.server";
import { isWritable } from "~emails/kinds";
import { asksWhose } from "./asks-whose.server";

export interface UnreachedView {
  kind: string;
  why: Unreached;
  /** The provider's word for it, or "". */
  detail: string;
  name: string;
  address: string;
  /** The address that is right by now, where another one is known. */
  suggested: string;
  language: string;
  phones: string[];
  at: string;
  timeZone: string;
  /** Where the matter itself is worked on: a noun and its id. */
  about: ReturnType<typeof subjectOfMail>;
  isSentAgain: boolean;
  isWiped: boolean;
  /** False where only another release of the program can write such a mail. */
  isWritable: boolean;
  /** Whether they come in with an address that is wrong or whose reader complained, and the reader of this page may end that. */
  asksWhose: boolean;
}

/** A mail that reached nobody, for whoever calls, writes a letter or corrects the address. Its words stay unread. */
export async function openUnreachedMail(
  wiring: Wiring,
  actor: Actor,
  { mailId }: { mailId: string },
): Promise<Outcome<UnreachedView, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const words = await withSystem(wiring, (tx) => findMailWords(tx, { schoolId, mailId }));
  const address = words?.address ?? "";
  return withScope(wiring, actor, async (tx) => {
    const mail = await findUnreachedMail(tx, { schoolId, mailId });
    if (!mail || hasOwnPage(mail.dedupe_key)) return refused("not_found");
    const recipient = await findRecipient(tx, { schoolId, districtId, mail });
    return done({
      kind: mail.kind,
      why: whyUnreached(mail),
      detail: mail.arrival === null ? (mail.last_error ?? "") : "",
      address,
      suggested: recipient.mail ?? address,
      name: recipient.name,
      phones: recipient.phones,
      language: mail.recipient_language,
      at: mail.sent_at ?? mail.created_at,
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      about: subjectOfMail(mail.dedupe_key),
      isSentAgain: await hasBeenSentAgain(tx, { schoolId, mailId }),
      isWiped: mail.wiped_at !== null,
      asksWhose: await asksWhose(tx, { actor, mail, address, now: wiring.clock.now() }),
      isWritable: words !== undefined && isWritable(words),
    });
  });
}

interface Recipient {
  name: string;
  mail: string | undefined;
  phones: string[];
}

async function findRecipient(
  tx: ScopeTx,
  { schoolId, districtId, mail }: { schoolId: string; districtId: string; mail: UnreachedMail },
): Promise<Recipient> {
  const { recipient_person_id: personId, recipient_mentor_id: mentorId } = mail;
  if (personId) {
    const [person] = await listPersonNames(tx, { schoolId, personIds: [personId] });
    const found = await findMailOf(tx, { schoolId, personId });
    return { name: person?.full_name ?? "", mail: found, phones: await listPhonesOf(tx, { schoolId, personId }) };
  }
  if (mentorId) {
    const [mentor] = await listMentorNames(tx, { districtId, mentorIds: [mentorId] });
    const found = await findMailOfMentor(tx, { districtId, mentorId });
    const phones = await listPhonesOfMentor(tx, { districtId, mentorId });
    return { name: mentor?.full_name ?? "", mail: found, phones };
  }
  return { name: "", mail: undefined, phones: [] };
}
