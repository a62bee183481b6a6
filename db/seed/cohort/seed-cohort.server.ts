import { sql } from "kysely";
import type { SystemActor } from "~/domain/actor";
import type { Database } from "../../connection.server";
import { consentDrafts } from "../../consent-drafts";
import { classicLearningGoals } from "../../learning-goals";
import { insertSchoolBasics, insertStaffMember } from "../../new-schools.server";
import { withScope, withSystem } from "../../scope.server";
import { insertRows } from "../insert-rows.server";
import { type SampleCalendar, sampleCalendar, TERM_ENDS_AFTER, TERM_STARTS_AFTER } from "../sample-calendar";
import { seedId } from "../seed-id.server";
import { COHORT } from "./cohort-school.server";
import { COHORT_PLACEMENTS, COHORT_STUDENTS, makeCohort } from "./make-cohort";
import { writeCohortPeople, writeCohortWishes } from "./write-cohort-people.server";
import { writeCohortPlacements } from "./write-cohort-placements.server";

const actor: SystemActor = {
  kind: "system",
  job: "seed-cohort",
  schoolId: COHORT.schoolId,
  districtId: COHORT.districtId,
};

export interface CohortReport {
  isNew: boolean;
  students: number;
  placements: number;
  coordinatorMail: string;
}

/**
 * Makes the sample school `cohort`: 300 students and 200 placements from a generator with a fixed seed, in one transaction
 * behind the walls of that school. `isNew` is false where the school was there already: then nothing changes.
 */
export async function seedCohort({ db, now }: { db: Database; now: Date }): Promise<CohortReport> {
  const calendar = sampleCalendar(now);
  await withSystem({ db }, async (tx) => {
    await insertRows(tx, "districts", [{ id: COHORT.districtId, name: COHORT.name }]);
    await insertRows(tx, "schools", [schoolRow]);
  });
  const isNew = await withScope({ db }, actor, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('seed-cohort'))`.execute(tx);
    const there = await tx.selectFrom("terms").select("id").where("school_id", "=", COHORT.schoolId).executeTakeFirst();
    if (there) return false;
    const cohort = makeCohort();
    await insertRows(tx, "terms", [termRow(calendar)]);
    await insertSchoolBasics(tx, {
      schoolId: COHORT.schoolId,
      goalSet: "classic",
      goals: classicLearningGoals,
      drafts: consentDrafts,
    });
    const staff = { schoolId: COHORT.schoolId, districtId: COHORT.districtId, language: "en", from: calendar.day(-1) };
    await insertStaffMember(tx, {
      ...staff,
      role: "coordinator",
      name: "Cohort Coordinator (sample)",
      mail: COHORT.coordinatorMail,
    });
    await writeCohortPlacements(tx, cohort, calendar);
    await writeCohortPeople(tx, cohort, calendar.day(TERM_STARTS_AFTER));
    await writeCohortWishes(tx, cohort);
    return true;
  });
  return { isNew, students: COHORT_STUDENTS, placements: COHORT_PLACEMENTS, coordinatorMail: COHORT.coordinatorMail };
}

const schoolRow = {
  id: COHORT.schoolId,
  district_id: COHORT.districtId,
  slug: COHORT.slug,
  name: COHORT.name,
  time_zone: "America/Los_Angeles",
  jurisdiction: "US-WA",
  languages: ["en", "es"],
  postal_address: "Cohort (sample), 1 Measure Street, Cohort, WA 98000",
  latitude: 47.3,
  longitude: -122.2,
  help_name: "Cohort Coordinator (sample)",
  help_phone: "+1 206 555 0199",
  sample: true,
};

function termRow({ day }: SampleCalendar) {
  return {
    school_id: COHORT.schoolId,
    id: seedId("cohort:term"),
    name: "This term (sample)",
    starts_on: day(TERM_STARTS_AFTER),
    ends_on: day(TERM_ENDS_AFTER),
    lti_weekdays: [2, 4],
    day_starts_at: "09:00",
    day_ends_at: "15:00",
  };
}
