import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { minutesToNextCall, nextCall, type Stage } from "~/domain/concern/escalation";
import { done, type Outcome, refused } from "~/domain/outcome";
import { callAboutConcern, keyOfAlert } from "~/steps/call-about-concern.server";
import type { Wiring } from "~/wiring";
import { listTold, lockWaitingConcern, writeConcernCall } from "~db/concern-watch.server";
import { enqueueMail } from "~db/mails.server";
import { listWhomTheyWentInto } from "~db/merged-people.server";
import { findMailOf } from "~db/people.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

const LAST_STAGE = 2;

interface Watch {
  concernId: string;
  /** The call that this one is to be; it does nothing when that one went out before. */
  turn: number;
  /** `unreached`: a mail of the call before reached nobody. */
  because: "time" | "unreached";
}

/**
 * Tells the next people of a report that nobody looks after, by a mail at once, whatever the hour: a link and the time, nothing
 * of what it says. Staff without an address see it on their home. It comes again until somebody takes the report on. `not_found` when nothing is left to do.
 */
export async function watchConcern(
  wiring: Wiring,
  actor: SystemActor,
  { concernId, turn, because }: Watch,
): Promise<Outcome<null, "not_found">> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const waiting = await lockWaitingConcern(tx, { schoolId, concernId });
    if (waiting?.turn !== turn) return refused("not_found");
    // When everybody has been told already, what comes back does not call them all again at once: their time is set.
    if (because === "unreached" && waiting.stage === LAST_STAGE) return refused("not_found");
    const staff = await listReachable(tx, { schoolId, now });
    const told = await listTold(tx, { schoolId, concernId, since: waiting.waits_since });
    const alsoMeant = await listWhomTheyWentInto(tx, { schoolId, ids: waiting.not_for });
    const state = { notFor: [...waiting.not_for, ...alsoMeant], told, stage: waiting.stage as Stage };
    const { stage, people } = nextCall(staff, state);
    const personIds = people.map(({ personId }) => personId);
    await writeConcernCall(tx, { schoolId, concernId, stage, personIds, now });
    await mailThem(tx, wiring, { schoolId, concernId, turn, people, raisedAt: waiting.raised_at, now });
    const { concernMinutes } = await getSettings(tx, schoolId);
    const waited = (now.getTime() - new Date(waiting.waits_since).getTime()) / 60_000;
    const minutes = minutesToNextCall({ minutes: concernMinutes, waited });
    const runAt = new Date(now.getTime() + minutes * 60_000);
    await callAboutConcern(tx, { schoolId, concernId, turn: turn + 1 }, { runAt });
    return done(null);
  });
}

async function listReachable(tx: ScopeTx, { schoolId, now }: { schoolId: string; now: Date }) {
  const staff = await listStaff(tx, { schoolId, on: civilDate(now, (await getSchool(tx, schoolId)).time_zone) });
  const readers = staff.filter(({ isLead, role }) => isLead || role === "admin");
  const reached = [];
  for (const person of readers) {
    const mail = await findMailOf(tx, { schoolId, personId: person.personId });
    reached.push({ ...person, mail, isReachable: mail !== undefined });
  }
  return reached;
}

interface Alerts {
  schoolId: string;
  concernId: string;
  turn: number;
  people: Awaited<ReturnType<typeof listReachable>>;
  raisedAt: string;
  now: Date;
}

async function mailThem(
  tx: ScopeTx,
  wiring: Wiring,
  { schoolId, concernId, turn, people, raisedAt, now }: Alerts,
): Promise<void> {
  const school = await getSchool(tx, schoolId);
  for (const { personId, mail, language } of people) {
    if (!mail) continue;
    await enqueueMail(tx, {
      kind: "concern-waits",
      props: {
        at: new Date(raisedAt).toISOString(),
        timeZone: school.time_zone,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/safeguarding/${concernId}`,
      },
      to: { mail, language, personId },
      schoolId,
      dedupeKey: keyOfAlert({ concernId, turn, personId }),
      now,
    });
  }
}
