import { civilDate } from "~/clock";
import type { Actor, GuardianActor, MentorInSchool, StaffActor, StudentActor } from "~/domain/actor";
import { standingOf, type ThreadRole, type ThreadStanding } from "~/domain/conversation/standing";
import { isTooYoungForMail } from "~/domain/mail/too-young";
import { type Outcome, refused } from "~/domain/outcome";
import { mayReadPursuit } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findDisclosure } from "~db/disclosures.server";
import { findPursuit, lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findThread, type Sitter } from "~db/threads.server";
import { findHost } from "./find-host.server";
import { listNamedMentors } from "./present.server";

/** Who can sit in a conversation at all. */
export type SeatedActor = StaffActor | StudentActor | GuardianActor | MentorInSchool;

/** Where somebody sits in the conversation about a pursuit. */
export interface Seat {
  as: SeatedActor;
  role: ThreadRole;
  sitter: Sitter;
  pursuit: PursuitFacts;
  thread: Awaited<ReturnType<typeof findThread>>;
  standing: ThreadStanding;
  /** The first name that the host was told; empty where nothing stands any more. */
  toldFirstName: string;
  /** The name of the student that a family may read: the name used may be kept among staff. */
  outsideName: string;
  /** The day at the school. */
  on: string;
}

type Work<Value, Reason extends string> = (tx: ScopeTx, seat: Seat) => Promise<Outcome<Value, Reason>>;

/**
 * Runs `work` for whoever may sit in the conversation about a pursuit: its student, those mentors of the placement whom the
 * school has read and does not keep apart from the student while the host may read about the student, coordinators and the student's
 * advisors, and guardians who may see the records and know where the student is. Everybody else finds nothing. It is asked each time, because who belongs to it changes.
 */
export function inConversation<Value, Reason extends string>(
  wiring: Wiring,
  actor: Actor,
  { pursuitId }: { pursuitId: string },
  work: Work<Value, Reason>,
): Promise<Outcome<Value, Reason | "not_found">> {
  return enter(wiring, actor, { pursuitId, find: findPursuit }, work);
}

/** The same for whoever changes something: what decides about the student happens one after another. */
export function changingConversation<Value, Reason extends string>(
  wiring: Wiring,
  actor: Actor,
  { pursuitId }: { pursuitId: string },
  work: Work<Value, Reason>,
): Promise<Outcome<Value, Reason | "not_found">> {
  return enter(wiring, actor, { pursuitId, find: lockPursuit }, work);
}

async function enter<Value, Reason extends string>(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, find }: { pursuitId: string; find: typeof lockPursuit },
  work: Work<Value, Reason>,
): Promise<Outcome<Value, Reason | "not_found">> {
  const as = await seatedActor(wiring, actor, pursuitId);
  if (!as) return refused("not_found");
  return withScope(wiring, as, async (tx): Promise<Outcome<Value, Reason | "not_found">> => {
    const pursuit = await find(tx, { schoolId: as.schoolId, pursuitId });
    const seat = pursuit && (await findSeat(tx, { as, pursuit, now: wiring.clock.now() }));
    return seat ? work(tx, seat) : refused("not_found");
  });
}

async function seatedActor(wiring: Wiring, actor: Actor, pursuitId: string): Promise<SeatedActor | undefined> {
  if (actor.kind === "system" || actor.kind === "link") return undefined;
  if (actor.kind !== "mentor") return actor;
  const host = (await findHost(wiring, actor, pursuitId))?.host;
  return host?.kind === "mentor" ? host : undefined;
}

/** The seat of an actor, or undefined for whoever has none. */
export async function findSeat(
  tx: ScopeTx,
  { as, pursuit, now }: { as: SeatedActor; pursuit: PursuitFacts; now: Date },
): Promise<Seat | undefined> {
  const { school_id: schoolId, pursuit_id: pursuitId, organisation_id: organisationId } = pursuit;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const sitter = await sitterOf(tx, { as, pursuit, on });
  if (!sitter) return undefined;
  const told = await findDisclosure(tx, { organisationId, pursuitId });
  const isLeadSuspended = pursuit.mentor_suspended_at !== null;
  return {
    ...{ as, role: sitter.role, sitter, pursuit, on, toldFirstName: told?.first_name ?? "" },
    outsideName: pursuit.student_outside_name,
    thread: await findThread(tx, { schoolId, pursuitId }),
    standing: standingOf({
      ...{ state: pursuit.state, isTold: told !== undefined, isLeadSuspended },
      isTooYoung: isTooYoungForMail({ born_on: pursuit.student_born_on }, on),
    }),
  };
}

interface Asked {
  as: SeatedActor;
  pursuit: PursuitFacts;
  on: string;
}

async function sitterOf(tx: ScopeTx, { as, pursuit, on }: Asked): Promise<Sitter | undefined> {
  const { school_id: schoolId, student_id: studentId } = pursuit;
  switch (as.kind) {
    case "staff": {
      const inOwnAdvisory = await isInAdvisoryOf(tx, { schoolId, studentId, staffId: as.personId, on });
      return mayReadPursuit(as, { studentId, inOwnAdvisory }) ? { role: "staff", personId: as.personId } : undefined;
    }
    case "student":
      return as.personId === studentId ? { role: "student", personId: studentId } : undefined;
    case "guardian": {
      const readers = await listRecordReaders(tx, { schoolId, studentId, on });
      const own = readers.find(({ personId }) => personId === as.personId);
      return own?.mayKnowWhereabouts ? { role: "guardian", personId: as.personId } : undefined;
    }
    case "mentor": {
      if (as.organisationId !== pursuit.organisation_id) return undefined;
      const named = await listNamedMentors(tx, pursuit);
      const isSeated = named.some(({ mentorId, seat }) => mentorId === as.mentorId && seat === "seated");
      return isSeated ? { role: "mentor", mentorId: as.mentorId } : undefined;
    }
  }
}
