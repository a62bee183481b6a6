import type { SystemActor } from "~/domain/actor";
import { type Arrival, endsAddress } from "~/domain/mail/arrival";
import { introductionOf } from "~/domain/mail/subject";
import { advance } from "~/lifecycle.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import { markMailDead, markMentorMailDead } from "~db/contact-points.server";
import { type IntroductionFacts, lockIntroduction } from "~db/introductions.server";
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
export async function answerBadArrival(tx: ScopeTx, bad: BadArrival): Promise<void> {
  const { actor, mail, address, arrival, now } = bad;
  const { schoolId, districtId } = actor;
  if (!address.includes("@")) return;
  if (endsAddress(arrival)) {
    await markMailDead(tx, { schoolId, mail: address, now });
    await markMentorMailDead(tx, { districtId, mail: address, now });
    for (const category of ["outreach", "digest"] as const)
      await suppressMail(tx, { mail: address, districtId, category, reason: arrival, now });
  }
  const introduction = await findInvitation(tx, bad);
  if (introduction && arrival === "complained" && (await endUnwanted(tx, bad, introduction))) return;
  await openMailTask(tx, { schoolId, mail, kind: "mail_undeliverable", reason: arrival, now });
  if (introduction && arrival === "bounced")
    await advance(tx, { actor, noun: "introduction", id: introduction.id, move: "bounce", met: [], notices: {}, now });
}

/** The introduction whose invitation this was. What comes late about the first address says nothing of a corrected one. */
async function findInvitation(tx: ScopeTx, { actor, mail, address }: BadArrival) {
  const introductionId = introductionOf(mail.dedupe_key);
  const introduction = introductionId && (await lockIntroduction(tx, { schoolId: actor.schoolId, introductionId }));
  return introduction && isSameAddress(introduction.mentor_mail, address) ? introduction : undefined;
}

/**
 * Whoever calls an invitation unwanted has said no: nobody calls them to ask for another address, and what was told about them
 * is forgotten. Answers false for one who has said yes, which staff look at.
 */
async function endUnwanted(tx: ScopeTx, { actor, now }: BadArrival, introduction: IntroductionFacts): Promise<boolean> {
  const { id } = introduction;
  const set = { answered_at: now.toISOString() };
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id,
    move: "complain",
    met: [],
    notices: {},
    set,
    now,
  });
  if (moved.ok) await forgetIntroduction(tx, { introduction, silence: "delete_me", now });
  return moved.ok;
}

function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
