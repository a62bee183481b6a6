import type { Reference } from "./moved-rows.server";
import { GUARDIAN_REFERENCES } from "./person-references.server";

const names = (table: string, column: string, key: readonly string[] = ["id"]): Reference => ({
  ...{ table, column, key },
  owner: "school_id",
});

/** Columns that name a student and name another one once the two are one. A test compares them with the foreign keys. */
export const STUDENT_REFERENCES = {
  ties: names("guardian_links", "student_id"),
  wishes: names("wishes", "student_id", ["listing_id"]),
  searches: names("saved_searches", "student_id"),
  interests: names("student_interests", "student_id", ["interest_id"]),
  sittings: names("interest_sittings", "student_id"),
  advisories: names("advisory_members", "student_id", ["advisory_id", "from_on"]),
  points: GUARDIAN_REFERENCES.points,
  memberships: GUARDIAN_REFERENCES.memberships,
  // By the noun beside it, without a key.
  tasks: GUARDIAN_REFERENCES.tasks,
} as const;

/** Whatever hangs on the row of a student and does not move goes with it, in the order in which an undo puts it back. */
export const GOES_WITH_STUDENT = [
  "students",
  "guardian_links",
  "wishes",
  "saved_searches",
  "student_interests",
  "interest_sittings",
  "interest_answers",
  "advisory_members",
  "matches",
] as const;
export type GoesWithStudent = (typeof GOES_WITH_STUDENT)[number];

/** Where it is kept what went with the row; the kept one's row as it was; open tasks that speak of the student. */
export const takenAs = (table: GoesWithStudent): string => `${table}.taken`;
export const FILLED = "students.filled";
export const TOLD_OF = "staff_tasks.props.studentId";

/** Tables that know of something that happened to a student: whoever is named there goes into nobody. By the columns that name them. */
export const STUDENT_HISTORY = {
  pursuits: ["student_id"],
  consents: ["student_id"],
  forbidden_pairs: ["student_id"],
  pair_rulings: ["student_id"],
  exhibitions: ["student_id"],
  meetings: ["student_id"],
  fund_allocations: ["student_id"],
  introductions: ["for_student_id", "relatives_student_id", "proposed_by"],
  thread_members: ["person_id"],
} as const satisfies Record<string, readonly string[]>;
