import type { SystemActor } from "~/domain/actor";
import { type Arrival, endsAddress } from "~/domain/mail/arrival";
import { introductionOf } from "~/domain/mail/subject";
import { advance } from "~/lifecycle.server";
import { markMailDead, markMentorMailDead } from "~db/contact-points.server";
import { lockIntroduction } from "~db/introductions.server";
import type { ArrivedMail } from "~db/mail-events.server";
import { suppressMail } from "~db/mails.server";
import type { ScopeTx } from "~db/scope.server";
import { openMailTask } from "./ask-person-for-mail.server";

interface BadArrival {
  actor: SystemActor;
  mail: ArrivedMail;
  /** No address once its person is forgotten. */
  address: string;
  arrival: Arrival & ("returned" | "bounced" | "complained");
  now: Date;
}

/**
 * A mail that reached nobody, or nobody who wants it: staff get it as a task, whatever kind it was. When the address is at
 * fault, it is not chosen any more, outreach and digests to it stop in the district, and an invitation to it is over. Mail that
 * people count on still goes there if it was promised before, and becomes a task of its own when it comes back.
 */
export async function answerBadArrival(tx: ScopeTx, { actor, mail, address, arrival, now }: BadArrival): Promise<void> {
  const { schoolId, districtId } = actor;
  if (!address.includes("@")) return;
  await openMailTask(tx, { schoolId, mail, kind: "mail_undeliverable", reason: arrival, now });
  if (!endsAddress(arrival)) return;
  await markMailDead(tx, { schoolId, mail: address, now });
  await markMentorMailDead(tx, { districtId, mail: address, now });
  for (const category of ["outreach", "digest"] as const)
    await suppressMail(tx, { mail: address, districtId, category, reason: arrival, now });
  const introductionId = introductionOf(mail.dedupe_key);
  const introduction = introductionId && (await lockIntroduction(tx, { schoolId, introductionId }));
  // What comes late about the first address says nothing of the invitation that went to a corrected one.
  if (introduction && isSameAddress(introduction.mentor_mail, address))
    await advance(tx, { actor, noun: "introduction", id: introduction.id, move: "bounce", met: [], notices: {}, now });
}

function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
