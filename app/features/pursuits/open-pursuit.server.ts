import { civilDate } from "~/clock";
import type { StaffActor, StudentActor } from "~/domain/actor";
import type { CallStanding } from "~/domain/first-call/may-call";
import { done, type Outcome, refused } from "~/domain/outcome";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { mayReadPursuit } from "~/domain/pursuit/policy";
import type { VisitKind } from "~/domain/visit/visit-gates";
import { findCalling } from "~/steps/find-calling.server";
import { listUnread } from "~/steps/present.server";
import { listShownVisits } from "~/steps/shown-visits.server";
import { listOpenVisitGates } from "~/steps/visit-gates.server";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf, listAdvisorsOf } from "~db/advisories.server";
import { listActs, listRecordedFor } from "~db/audit.server";
import { listConsents } from "~db/consents.server";
import { listFirstCalls } from "~db/first-calls.server";
import { listGates } from "~db/gates.server";
import { listPersonNames } from "~db/names-of.server";
import { listStudentInterests } from "~db/people.server";
import { findPursuit, type PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { withoutNote, withoutStaffWords } from "./student-view";

/**
 * One pursuit as staff of the school or the student may see it. What was written for staff, who did what, and which guardian
 * said what never reaches the student.
 */
export async function openPursuit(wiring: Wiring, actor: StaffActor | StudentActor, input: { pursuitId: string }) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx): Promise<Outcome<PursuitPage, "not_found">> => {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const inOwnAdvisory = await isInAdvisoryOf(tx, {
      schoolId,
      studentId: pursuit.student_id,
      staffId: actor.personId,
      on,
    });
    if (!mayReadPursuit(actor, { studentId: pursuit.student_id, inOwnAdvisory })) return refused("not_found");
    const all = await listConsents(tx, { schoolId, studentId: pursuit.student_id });
    const consents = all.filter((consent) => consent.pursuit_id === null || consent.pursuit_id === input.pursuitId);
    const gates = await listGates(tx, { schoolId, pursuitId: input.pursuitId });
    const isStudent = actor.kind === "student";
    return done({
      pursuit: isStudent ? withoutStaffWords(pursuit) : pursuit,
      gates: isStudent ? gates.map(withoutNote) : gates,
      consents: isStudent ? consents.map((consent) => withoutNames(consent, actor.personId)) : consents,
      interests: await listStudentInterests(tx, { schoolId, studentId: pursuit.student_id }),
      visits: await listSeenVisits(tx, { pursuit, isStudent, timeZone: school.time_zone, on, now: wiring.clock.now() }),
      calling: (await findCalling(tx, pursuit, on)).standing,
      calls: isStudent ? [] : await listFirstCalls(tx, { schoolId, pursuitId: input.pursuitId }),
      acts: isStudent ? [] : await listActs(tx, { schoolId, noun: "pursuit", nounId: input.pursuitId }),
      endorsement: isStudent ? null : await endorsementOf(tx, { pursuit, gates, on }),
      recorded: isStudent
        ? await listRecordedFor(tx, {
            ...{ schoolId, noun: "pursuit", nounId: input.pursuitId, onBehalfOf: actor.personId },
          })
        : [],
      unread: isStudent
        ? []
        : (await listUnread(tx, pursuit)).map(({ mentorId: id, fullName: name }) => ({ id, name })),
      school: {
        name: school.name,
        timeZone: school.time_zone,
        helpName: school.help_name,
        helpPhone: school.help_phone,
      },
      today: on,
    });
  });
}

/** How the advisor's word on a request stands; null where none is asked for. */
async function endorsementOf(
  tx: ScopeTx,
  { pursuit, gates, on }: { pursuit: PursuitFacts; gates: PursuitPage["gates"]; on: string },
): Promise<PursuitPage["endorsement"]> {
  const gate = gates.find(({ kind }) => kind === ENDORSEMENT.kind);
  if (!gate) return null;
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const personIds = gate.confirmed_by ? [gate.confirmed_by] : [];
  const advisors = await listAdvisorsOf(tx, { schoolId, studentId, on });
  return {
    state: gate.state as "open" | "met" | "waived",
    note: gate.note,
    on: gate.confirmed_on,
    by: (await listPersonNames(tx, { schoolId, personIds }))[0]?.full_name ?? null,
    isAdvisors: await isOfAdvisor(tx, { schoolId, studentId, gate }),
    advisors: advisors.map(({ full_name: name }) => name),
  };
}

/** Whether whoever closed the gate was the student's advisor, or covered for one, on that day. */
async function isOfAdvisor(
  tx: ScopeTx,
  { schoolId, studentId, gate }: { schoolId: string; studentId: string; gate: PursuitPage["gates"][number] },
): Promise<boolean> {
  const { confirmed_by: staffId, confirmed_on: on } = gate;
  return staffId !== null && on !== null && isInAdvisoryOf(tx, { schoolId, studentId, staffId, on });
}

interface Seen {
  pursuit: PursuitFacts;
  isStudent: boolean;
  timeZone: string;
  on: string;
  now: Date;
}

/** The visits of a pursuit, and what those that are only proposed wait for; a student does not read of these. */
async function listSeenVisits(tx: ScopeTx, { pursuit, isStudent, timeZone, on, now }: Seen) {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const seen = [];
  // Nobody goes to a place that is paused.
  if (isStudent && pursuit.mentor_suspended_at !== null) return [];
  for (const visit of await listShownVisits(tx, { schoolId, pursuitId, timeZone, now })) {
    const isProposed = visit.state === "proposed";
    if (isProposed && isStudent) continue;
    const ofDay = { pursuit, kind: visit.kind as VisitKind, day: visit.day ?? on };
    seen.push({ ...visit, waitsFor: isProposed ? await listOpenVisitGates(tx, ofDay) : [] });
  }
  return seen;
}

type Consent = Awaited<ReturnType<typeof listConsents>>[number];

/** The student reads that something is held, never by whom; their own answers stay whole. */
function withoutNames(consent: Consent, studentId: string): Consent {
  if (consent.guardian_id === studentId) return consent;
  const nobody = {
    guardian_id: "",
    guardian_full_name: "",
    guardian_name: "",
    signed_name: "",
    signed_relationship: "",
  };
  return {
    ...consent,
    ...nobody,
    interpreter: "",
    evidence: "",
    letter_code: "",
    recorded_by: null,
    same_address_as_student: false,
  };
}

export interface PursuitPage {
  pursuit: NonNullable<Awaited<ReturnType<typeof findPursuit>>>;
  gates: Awaited<ReturnType<typeof listGates>>;
  consents: Awaited<ReturnType<typeof listConsents>>;
  interests: Awaited<ReturnType<typeof listStudentInterests>>;
  visits: Awaited<ReturnType<typeof listSeenVisits>>;
  /** Whether the student may telephone the host, or practise it. */
  calling: CallStanding;
  /** What the student noted of their calls, for staff; the student reads it beside the script. */
  calls: Awaited<ReturnType<typeof listFirstCalls>>;
  acts: Awaited<ReturnType<typeof listActs>>;
  /** The advisor's word, where the school asks for one; a student reads of none. */
  endorsement: {
    state: "open" | "met" | "waived";
    note: string;
    /** Since when it is no longer open. */
    on: string | null;
    /** Who said so. */
    by: string | null;
    /** They said so as the student's advisor, and did not let it go on without one. */
    isAdvisors: boolean;
    /** Who may say so today. */
    advisors: string[];
  } | null;
  /** What staff took down for the student, for the student alone; staff read it among the acts. */
  recorded: Awaited<ReturnType<typeof listRecordedFor>>;
  /** Mentors whom the host named and nobody of the school has read yet; a student reads of none. */
  unread: { id: string; name: string }[];
  school: { name: string; timeZone: string; helpName: string; helpPhone: string };
  /** The civil date where the school is. */
  today: string;
}
