import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayAllLeave } from "~/domain/imports/missing";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { findImport } from "~db/imports.server";
import { listOnceListed } from "~db/roster.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface MissingStudents {
  students: { id: string; name: string; grade: number; number: string | null }[];
  /** Students who were in a file before and are at the school. */
  listed: number;
  mayAllLeave: boolean;
  /** Today at the school. */
  today: string;
}

/**
 * Whom a whole list of students lacks, of those that earlier files had: nobody whom staff added by hand and no file ever named,
 * and nobody whom a refused row may mean. Empty unless the file was said to be the whole list and is in.
 */
export async function listMissingStudents(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<MissingStudents, "not_permitted" | "not_found">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const upload = await findImport(tx, { schoolId, importId });
    if (!upload) return refused("not_found");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const isAsked = upload.state === "finished" && upload.isWhole && upload.startedAt !== null;
    const listed = isAsked ? await listOnceListed(tx, { schoolId, since: upload.startedAt ?? "" }) : [];
    const students = listed
      .filter((student) => student.is_missing)
      .map(({ id, full_name: name, grade, student_number: number }) => ({ id, name, grade, number }));
    const counts = { missing: students.length, listed: listed.length };
    return done({ students, listed: listed.length, mayAllLeave: mayAllLeave(counts), today });
  });
}
