import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { disputedTies, type StudentFault } from "~/domain/merge/students";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { LinkRights } from "~/domain/people/link-rights";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type WeighedStudent, weighStudents } from "./student-standing.server";

export interface PreviewedStudent {
  id: string;
  seal: string;
  fullName: string;
  nameUsed: string;
  number: string;
  bornOn: string | null;
  grade: number;
  advisory: string;
  family: string[];
  mails: string[];
  phones: string[];
}

/** A right of a guardian of both that one of the two ties alone gives. */
export interface DisputedTie {
  guardianId: string;
  guardian: string;
  right: keyof LinkRights;
  hasIt: "kept" | "other";
  /** False where a document took it: then it is gone. */
  mayBeGiven: boolean;
}

/** A guardian who reads about the one that stays from then on, with what the tie gives. */
export interface NewGuardian {
  name: string;
  rights: LinkRights;
}

export interface StudentPreview {
  kept: PreviewedStudent;
  other: PreviewedStudent;
  counts: { family: number; wishes: number; searches: number; interests: number; tasks: number };
  disputed: DisputedTie[];
  newGuardians: NewGuardian[];
  newMails: string[];
  /** The advisory that comes over, because the one that stays has none. */
  newAdvisory: string | null;
  fault: StudentFault | null;
}

/** What would become of two students of the school who are one person. Changes nothing. */
export async function previewStudentMerge(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId }: { keptId: string; otherId: string },
): Promise<Outcome<StudentPreview, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const two = await weighStudents(tx, { schoolId, keptId, otherId, on });
    if (!two) return refused("not_found");
    const { kept, other, fault } = two;
    const known = new Set(kept.ties.map(({ guardianId }) => guardianId));
    const [shownKept, shownOther] = [shown(kept), shown(other)];
    const { wishes, searches, interests, tasks, advisory } = other.facts;
    return done({
      ...{ kept: shownKept, other: shownOther, fault },
      counts: {
        family: other.ties.length,
        ...{ wishes, searches, tasks, interests: kept.facts.hasProfile ? 0 : interests },
      },
      disputed: disputedTies(kept.ties, other.ties).map(({ kept: tie, right, mayBeGiven }) => ({
        ...{ guardianId: tie.guardianId, guardian: tie.guardianName, right, mayBeGiven },
        hasIt: tie.rights[right] ? ("kept" as const) : ("other" as const),
      })),
      newGuardians: other.ties.flatMap(({ guardianId, guardianName: name, rights, isOver }) =>
        known.has(guardianId) || isOver ? [] : { name, rights },
      ),
      newMails: shownOther.mails.filter((mail) => !shownKept.mails.includes(mail)),
      newAdvisory: kept.facts.advisory === null ? advisory : null,
    });
  });
}

function shown({ row, facts, seal, ties }: WeighedStudent): PreviewedStudent {
  const values = (...kinds: string[]) => row.points.flatMap(({ kind, value }) => (kinds.includes(kind) ? value : []));
  return {
    ...{ id: row.id, seal, fullName: row.fullName, nameUsed: row.nameUsed },
    ...{ number: facts.number ?? "", bornOn: facts.bornOn, grade: facts.grade, advisory: facts.advisory ?? "" },
    family: ties.filter(({ isOver }) => !isOver).map(({ guardianName }) => guardianName),
    ...{ mails: values("mail").map((mail) => mail.toLowerCase()), phones: values("phone", "sms") },
  };
}
