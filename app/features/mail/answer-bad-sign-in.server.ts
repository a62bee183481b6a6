import type { SystemActor } from "~/domain/actor";
import { aboutSignIn } from "~/domain/mail/sign-in-task";
import { schoolsOfMember } from "~/steps/schools-of-member.server";
import type { Wiring } from "~/wiring";
import { findAccountByMail, listMemberships, type MembershipRow } from "~db/accounts.server";
import { markMailDead, markMentorMailDead } from "~db/contact-points.server";
import { suppressMail } from "~db/mails.server";
import { isPlacedAt } from "~db/mentor-schools.server";
import { type ScopeTx, withIdentity, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface BadSignIn {
  address: string;
  arrival: "bounced" | "complained";
}

/**
 * A sign-in code came back from an address that is of no school by itself: each school of that account's people marks it, stops
 * outreach and digests to it (not for a mere complaint), and has a task, so that whoever cannot come in is called. An account may stand for several people,
 * also of several schools; each is told of its own. Once more is no more: the task is open once for each person.
 */
export async function answerBadSignIn(wiring: Wiring, { address, arrival }: BadSignIn): Promise<void> {
  const now = wiring.clock.now();
  const memberships = await withIdentity(wiring, async (tx) => {
    const account = await findAccountByMail(tx, address);
    return account ? listMemberships(tx, { accountId: account.id, now }) : [];
  });
  for (const membership of memberships)
    for (const actor of await schoolsOfMember(wiring, membership, "mail-report"))
      await withScope(wiring, actor, (tx) => markHere(tx, { actor, membership, address, arrival, now }));
}

interface Here extends BadSignIn {
  actor: SystemActor;
  membership: MembershipRow;
  now: Date;
}

/** A code that came back proves that the address is dead. One reported as unwanted does not: anybody may ask for codes to it. */
async function markDead(
  tx: ScopeTx,
  { actor, isMentor, address, now }: Pick<Here, "actor" | "address" | "now"> & { isMentor: boolean },
): Promise<void> {
  const { schoolId, districtId } = actor;
  if (isMentor) await markMentorMailDead(tx, { districtId, mail: address, now });
  else await markMailDead(tx, { schoolId, mail: address, now });
  for (const category of ["outreach", "digest"] as const)
    await suppressMail(tx, { mail: address, districtId, category, reason: "bounced", now });
}

async function markHere(tx: ScopeTx, { actor, membership, address, arrival, now }: Here): Promise<void> {
  const { schoolId } = actor;
  const { role, person_id: personId } = membership;
  const isMentor = role === "mentor";
  if (personId === null || (isMentor && !(await isPlacedAt(tx, { schoolId, mentorId: personId })))) return;
  if (arrival === "bounced") await markDead(tx, { actor, isMentor, address, now });
  await openTask(tx, {
    schoolId,
    kind: "mail_undeliverable",
    subject: aboutSignIn(role, personId),
    props: {
      mailKind: "sign-in",
      reason: arrival,
      personId: isMentor ? "" : personId,
      mentorId: isMentor ? personId : "",
    },
    dedupeKey: `sign-in-mail:${personId}`,
    now,
  });
}
