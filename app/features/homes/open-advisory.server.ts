import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import { groupBy } from "~/domain/group-by";
import { toMeetingLine } from "~/steps/meeting-line";
import { type ComingStep, findNextSteps } from "~/steps/next-steps.server";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listCovers } from "~db/advisory-covers.server";
import { listProfiled } from "~db/interest-sittings.server";
import { listComingMeetings } from "~db/meetings.server";
import { listPursuits, type PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

const SHOWN = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];
/** More than the live pursuits of all students of an advisory and of those covered with it. */
const MOST = 2000;

/**
 * An advisor's students, own and covered, each with the next meeting, what happened, what is next and who must act; and until when
 * they cover for whom.
 */
export async function openAdvisory(wiring: Wiring, actor: StaffActor) {
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const students = await listAdvisoryStudents(tx, { schoolId, staffId: personId, on });
    const studentIds = students.map((student) => student.student_id);
    const pursuits =
      studentIds.length === 0 ? [] : await listPursuits(tx, { schoolId, studentIds, states: SHOWN, limit: MOST });
    const alone = new Set(students.flatMap((row) => (holdsOwnRights(row.born_on, on) ? row.student_id : [])));
    const nextOf = await findNextSteps(tx, { schoolId, pursuits, alone, now });
    const pursuitsOf = groupBy(pursuits, ({ student_id }) => student_id);
    const meetingOf = await nextMeetings(tx, { schoolId, studentIds, now });
    const profiled = new Map(
      (await listProfiled(tx, { schoolId, studentIds })).map((row) => [row.studentId, row.forAdvisor]),
    );
    return {
      timeZone: school.time_zone,
      covering: (await listCovers(tx, { schoolId, on }))
        .filter((cover) => cover.cover_id === personId && cover.from_on <= on)
        .map((cover) => ({ id: cover.id, advisory: cover.advisory_name, until: cover.to_on })),
      students: students.map((student) => ({
        id: student.student_id,
        name: student.full_name,
        advisory: student.advisory_name,
        meeting: meetingOf.get(student.student_id) ?? null,
        /** Whether there is a profile from the cards, and whether the student shows it. */
        profile: profiled.has(student.student_id) ? (profiled.get(student.student_id) ? "shared" : "kept") : "none",
        pursuits: (pursuitsOf.get(student.student_id) ?? []).map((pursuit) => lineOf(pursuit, nextOf(pursuit))),
      })),
    };
  });
}

/** The next meeting with each student that has one. */
async function nextMeetings(tx: ScopeTx, asked: { schoolId: string; studentIds: readonly string[]; now: Date }) {
  const coming = await listComingMeetings(tx, asked);
  return new Map(coming.reverse().map((meeting) => [meeting.student_id, toMeetingLine(meeting)]));
}

function lineOf(pursuit: PursuitFacts, next: ComingStep) {
  return {
    id: pursuit.pursuit_id,
    title: pursuit.title,
    organisation: pursuit.organisation_name,
    state: pursuit.state,
    since: pursuit.updated_at,
    next,
    /** What the student wrote with a request that waits for its advisor. */
    toEndorse: next.step === "advisor_endorses" ? { note: pursuit.student_note } : null,
    /** The host knows of the student, so there is a conversation to read. */
    hasConversation: pursuit.contacted_at !== null,
  };
}
