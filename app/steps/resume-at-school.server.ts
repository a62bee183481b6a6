import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { isOver } from "~/domain/placement/is-over";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listGates } from "~db/gates.server";
import { enqueue } from "~db/jobs.server";
import { type LedByMentor, listPauses } from "~db/led-by-mentor.server";
import { findPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";
import { postponePursuits } from "~db/suspensions.server";
import { contactHostWhenReady } from "./contact-host.server";
import { byPhone } from "./pause-at-school.server";

interface Resuming {
  actor: SystemActor;
  suspensionId: string;
  led: LedByMentor;
  since: Date;
  now: Date;
}

/**
 * One school's part of the end of a suspension. A listing whose dates are over and an engagement with an open gate stay paused;
 * what somebody moved meanwhile stays as they left it. Staff call everybody who waited, and read there what did not come back.
 */
export async function resumeAtSchool(tx: ScopeTx, wiring: Wiring, resuming: Resuming): Promise<void> {
  const { actor, suspensionId, led, since, now } = resuming;
  const { schoolId } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  for (const { noun, thing_id: id } of await listPauses(tx, { schoolId, suspensionId }))
    await (noun === "listing" ? resumeListing : resumeEngagement)(tx, resuming, { id, on });
  const pursuitIds = led.pursuits.map(({ id }) => id);
  await postponePursuits(tx, { schoolId, pursuitIds, since, now });
  for (const pursuitId of pursuitIds) {
    const note = "the suspension ended";
    await closeTasksOf(tx, { schoolId, dedupeKey: `mentor_suspended:${suspensionId}:${pursuitId}`, note, now });
    const pursuit = await findPursuit(tx, { schoolId, pursuitId });
    if (pursuit?.contacted_at) await askToCall(tx, resuming, pursuit);
    else await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
  }
}

interface Thing {
  id: string;
  on: string;
}

async function resumeListing(tx: ScopeTx, { actor, led, now }: Resuming, { id, on }: Thing): Promise<void> {
  const listing = led.listings.find((one) => one.id === id);
  // Another mentor leads it now, and whoever that is, a coordinator brings it back.
  if (!listing || isOver(listing, on)) return;
  const payload = { districtId: actor.districtId, placementId: listing.placement_id };
  await advance(tx, {
    ...{ actor, noun: "listing", id, move: "resume", met: [], now },
    notices: { index: () => enqueue(tx, "sync-placement", payload) },
    set: { updated_at: now.toISOString() },
  });
}

async function resumeEngagement(tx: ScopeTx, { actor, led, now }: Resuming, { id }: Thing): Promise<void> {
  const engagement = led.engagements.find((one) => one.id === id);
  if (!engagement) return;
  const gates = await listGates(tx, { schoolId: actor.schoolId, pursuitId: engagement.pursuit_id });
  await advance(tx, {
    ...{ actor, noun: "engagement", id, move: "resume", now },
    met: gates.some(({ state }) => state === "open") ? [] : ["no_open_gate"],
    notices: { student: byPhone, mentor: byPhone, guardian: byPhone },
  });
}

async function askToCall(
  tx: ScopeTx,
  { actor, suspensionId, now }: Resuming,
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
      news: "goes_on",
    },
    dedupeKey: `mentor_back:${suspensionId}:${pursuit.pursuit_id}`,
    now,
  });
}
