import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import { enqueue } from "~db/jobs.server";
import { insertPause, type LedByMentor } from "~db/led-by-mentor.server";
import { endLinksOf } from "~db/links.server";
import { recallMentorMails } from "~db/mail-recall.server";
import { findPursuit } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { holdUnsentContact } from "./hold-contact.server";

interface Pausing {
  actor: SystemActor;
  mentorId: string;
  suspensionId: string;
  led: LedByMentor;
  /** The school that suspends: whom others ask. */
  ask: { name: string; help_name: string; help_phone: string };
  now: Date;
}

/** Students and families are called, from a task: a mail at night that says "paused" only frightens. Mentors are not told at all. */
export const byPhone = async (): Promise<void> => {};

/** One school's part of a suspension: pauses what the mentor leads, stops links and mails, and asks staff to call. */
export async function pauseAtSchool(tx: ScopeTx, pausing: Pausing): Promise<void> {
  const { actor, mentorId, led, now } = pausing;
  const { schoolId } = actor;
  for (const { pursuit } of await readPursuits(tx, schoolId, led))
    await holdUnsentContact(tx, { actor, pursuit, reason: "the place is paused", now });
  await endLinksOf(tx, { schoolId, personId: mentorId, now });
  await recallMentorMails(tx, { schoolId, mentorId, now });
  for (const listing of led.listings) if (listing.state === "published") await pauseListing(tx, pausing, listing);
  for (const engagement of led.engagements)
    if (engagement.state === "active") await pauseEngagement(tx, pausing, engagement.id);
  for (const { pursuit } of await readPursuits(tx, schoolId, led))
    if (pursuit.contacted_at !== null) await askToCall(tx, pausing, pursuit);
}

async function readPursuits(tx: ScopeTx, schoolId: string, led: LedByMentor) {
  const read = [];
  for (const { id } of led.pursuits) {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: id });
    if (pursuit) read.push({ pursuit });
  }
  return read;
}

async function pauseListing(
  tx: ScopeTx,
  { actor, suspensionId, now }: Pausing,
  listing: LedByMentor["listings"][number],
) {
  const { schoolId, districtId } = actor;
  const { id, placement_id: placementId } = listing;
  await insertPause(tx, { schoolId, districtId, suspensionId, noun: "listing", id, stateBefore: "published" });
  await advance(tx, {
    ...{ actor, noun: "listing", id, move: "pause", met: [], now },
    notices: { index: () => enqueue(tx, "sync-placement", { districtId, placementId }) },
    set: { updated_at: now.toISOString() },
  });
}

async function pauseEngagement(tx: ScopeTx, { actor, suspensionId, now }: Pausing, id: string): Promise<void> {
  const { schoolId, districtId } = actor;
  await insertPause(tx, { schoolId, districtId, suspensionId, noun: "engagement", id, stateBefore: "active" });
  await advance(tx, {
    ...{ actor, noun: "engagement", id, move: "pause", met: [], now },
    notices: { student: byPhone, mentor: byPhone, guardian: byPhone },
  });
}

async function askToCall(
  tx: ScopeTx,
  { actor, suspensionId, ask, now }: Pausing,
  pursuit: NonNullable<Awaited<ReturnType<typeof findPursuit>>>,
): Promise<void> {
  await openTask(tx, {
    schoolId: actor.schoolId,
    kind: "tell_family",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      title: pursuit.title,
      organisation: pursuit.organisation_name,
      studentId: pursuit.student_id,
      news: "paused",
      askName: `${ask.help_name}, ${ask.name}`,
      askPhone: ask.help_phone,
    },
    dedupeKey: `mentor_suspended:${suspensionId}:${pursuit.pursuit_id}`,
    now,
  });
}
