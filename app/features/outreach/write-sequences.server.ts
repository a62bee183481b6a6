import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { clockOf, FIRST_CLOCK, isWorkingTime } from "~/domain/outreach/recipient-clock";
import { stepAfter, stopOfSilence } from "~/domain/outreach/sequence";
import { advance } from "~/lifecycle.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import { stopThese } from "~/steps/sequence-stops.server";
import type { Wiring } from "~/wiring";
import { lockContact } from "~db/contacts.server";
import { listClosedDays } from "~db/lti-calendar.server";
import { isCoordinatorOn } from "~db/memberships.server";
import { lockOutreachTo } from "~db/outreach-addresses.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listDueContacts, listSilenced, lockGoing, markAccepted, putNext } from "~db/sequence-contacts.server";
import { insertSequenceMail } from "~db/sequence-mails.server";
import { listSteps, lockSequence, type SequenceRow } from "~db/sequences.server";
import { composeOutreach } from "./compose-outreach.server";
import { findOutreachObstacle } from "./find-outreach-obstacle.server";
import { promiseOutreach } from "./promise-outreach.server";

/**
 * By the clock: notes who of the sequences has become a mentor or wants no mail, and writes to everybody who is due while they are at
 * work where they are. Each mail is promised in a transaction of its own that locks the contact, so that two runs write once. Answers how many.
 */
export function writeSequences(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "write-sequences", async (actor) => {
    const { schoolId } = actor;
    const now = wiring.clock.now();
    await withScope(wiring, actor, (tx) => settleStops(tx, { actor, now }));
    const due = await withScope(wiring, actor, (tx) => listAtWork(tx, { schoolId, now }));
    return oneByOne(wiring, due, {
      about: ({ enrolmentId, sequenceId }) => ({ schoolId, sequenceId, enrolmentId }),
      work: (one) => withScope(wiring, actor, (tx) => writeOne(tx, { actor, ...one, now })),
    });
  });
}

/** Who is due and at work now, with the day that it is there. */
async function listAtWork(tx: ScopeTx, { schoolId, now }: { schoolId: string; now: Date }) {
  const { time_zone: school } = await getSchool(tx, schoolId);
  const closed = new Set(await listClosedDays(tx, { schoolId, from: civilDate(daysLater(now, -1), school) }));
  const due = await listDueContacts(tx, { schoolId, on: civilDate(now, FIRST_CLOCK) });
  return due.flatMap(({ enrolmentId, sequenceId, contactId, ...one }) => {
    const timeZone = clockOf({ own: one.clock, state: one.state ?? "", school });
    const today = civilDate(now, timeZone);
    const isTime =
      one.dueOn <= today && one.startsOn <= today && isWorkingTime({ timeZone, closed }, now.toISOString());
    return isTime ? [{ enrolmentId, sequenceId, contactId, today }] : [];
  });
}

/** What an address asked for, and a yes, stop a sequence without anybody's press. */
async function settleStops(tx: ScopeTx, { actor, now }: { actor: SystemActor; now: Date }): Promise<void> {
  const { schoolId } = actor;
  await stopThese(tx, { actor, enrolmentIds: await markAccepted(tx, { schoolId }), stop: "accepted", now });
  for (const { id, reason } of await listSilenced(tx, { schoolId }))
    await stopThese(tx, { actor, enrolmentIds: [id], stop: stopOfSilence(reason), now });
}

interface Due {
  actor: SystemActor;
  sequenceId: string;
  enrolmentId: string;
  contactId: string;
  /** The civil day where the contact is. */
  today: string;
  now: Date;
}

/** Locks the contact first, as whoever writes down their answer does, and asks everything again under the locks. */
async function writeOne(tx: ScopeTx, due: Due): Promise<number> {
  const { actor, sequenceId, enrolmentId, contactId, today, now } = due;
  const { schoolId, districtId } = actor;
  const contact = await lockContact(tx, { schoolId, contactId });
  const sequence = await lockSequence(tx, { schoolId, sequenceId });
  const going = await lockGoing(tx, { schoolId, enrolmentId });
  if (!contact || sequence?.state !== "running" || going?.contactId !== contactId || going.dueOn > today) return 0;
  const writerId = await findWriter(tx, { due, sequence });
  if (!writerId) return 0;
  const steps = await listSteps(tx, { schoolId, sequenceId });
  const step = steps[going.position - 1];
  if (!step) {
    await putNext(tx, { schoolId, enrolmentId, next: null });
    return 0;
  }
  await lockOutreachTo(tx, { districtId, mail: contact.mail });
  const obstacle = await findOutreachObstacle(tx, { schoolId, districtId, contact, now });
  if (obstacle?.is === "resting") {
    await putNext(tx, { schoolId, enrolmentId, next: { position: going.position, dueOn: obstacle.until } });
    return 0;
  }
  const composed = await composeOutreach(tx, { schoolId, writerId, contact, text: step });
  if (obstacle || !composed.ok) {
    const stop = obstacle?.is === "mentor" ? "accepted" : obstacle?.is === "silent" ? "silent" : "unfilled";
    await stopThese(tx, { actor, enrolmentIds: [enrolmentId], stop, now });
    return 0;
  }
  const outreachMailId = crypto.randomUUID();
  const promised = { actor, contact, outreachMailId, composed: composed.value, writtenBy: writerId, now };
  const mailKey = await promiseOutreach(tx, promised);
  if (mailKey === null) throw new Error(`mail ${outreachMailId} was there before it was made`);
  const { position } = going;
  await insertSequenceMail(tx, { schoolId, outreachMailId, enrolmentId, position, mailKey, now });
  await putNext(tx, { schoolId, enrolmentId, next: stepAfter(steps, { position, on: today }) });
  return 1;
}

/** Whoever signs, while they keep contacts for the school; without them the sequence pauses until somebody else lets it go on. */
async function findWriter(
  tx: ScopeTx,
  { due: { actor, today, now }, sequence }: { due: Due; sequence: SequenceRow },
): Promise<string | null> {
  const { id, writerId } = sequence;
  if (writerId && (await isCoordinatorOn(tx, { schoolId: actor.schoolId, personId: writerId, on: today })))
    return writerId;
  const act = { reason: "nobody signs" };
  await advance(tx, { actor, noun: "sequence", id, move: "pause", met: [], notices: {}, act, now });
  return null;
}
