import { seedId } from "../seed-id.server";

/** The school for measuring; nobody of the named cast belongs to it. */
export const COHORT = {
  slug: "cohort",
  name: "Cohort of 300 (sample)",
  schoolId: seedId("cohort:school"),
  districtId: seedId("cohort:district"),
  coordinatorMail: "coordinator@cohort.example",
} as const;

/** The id of the cohort's thing of one kind at a place in its list. */
export function cohortId(kind: string, at: number): string {
  return seedId(`cohort:${kind}:${at}`);
}
