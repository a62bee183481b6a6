import type { ScopeTx } from "../../scope.server";
import { insertRows } from "../insert-rows.server";
import { seedId } from "../seed-id.server";
import { COHORT, cohortId } from "./cohort-school.server";
import type { Cohort } from "./make-cohort";

/** 300 students with tags, one guardian each, an advisor for every twenty. */
export async function writeCohortPeople(tx: ScopeTx, { students }: Cohort, since: string): Promise<void> {
  const school = { school_id: COHORT.schoolId };
  const person = (id: string, name: string, language: string) => ({
    ...school,
    id,
    full_name: name,
    name_used: name.split(" ")[0] ?? name,
    language,
  });
  const advisors = Array.from({ length: Math.ceil(students.length / 20) }, (_, at) => ({
    id: cohortId("advisor", at),
    name: `Advisor ${at + 1} (sample)`,
  }));
  await insertRows(tx, "people", [
    ...advisors.map(({ id, name }) => person(id, name, "en")),
    ...students.map(({ at, name }) => person(cohortId("student", at), name, "en")),
    ...students.map(({ at, name, guardianLanguage }) =>
      person(cohortId("guardian", at), `Parent of ${name}`, guardianLanguage),
    ),
  ]);
  await insertRows(
    tx,
    "contact_points",
    students.map(({ at }) => ({
      ...school,
      id: cohortId("contact", at),
      person_id: cohortId("guardian", at),
      kind: "mail",
      value: `parent-${at + 1}@cohort.example`,
      preferred: true,
    })),
  );
  await insertRows(
    tx,
    "students",
    students.map((student) => ({
      ...school,
      district_id: COHORT.districtId,
      id: cohortId("student", student.at),
      grade: student.grade,
      area_id: cohortId("area", student.area),
      weekdays: student.weekdays,
      travel_limit_minutes: student.travelLimitMinutes,
      languages: student.languages,
      search_key: seedId(`cohort:key:${student.at}`),
      entered_on: since,
    })),
  );
  await insertRows(
    tx,
    "student_interests",
    students.flatMap(({ at, tags }) =>
      tags.map(({ interest, strength, liked }) => ({
        ...school,
        student_id: cohortId("student", at),
        interest_id: interest,
        strength,
        liked,
      })),
    ),
  );
  await insertRows(
    tx,
    "guardian_links",
    students.map(({ at }) => ({
      ...school,
      id: cohortId("link", at),
      student_id: cohortId("student", at),
      guardian_id: cohortId("guardian", at),
      relationship: "parent",
      legal_basis: "parent",
      from_on: since,
    })),
  );
  await insertRows(
    tx,
    "advisories",
    advisors.map(({ id, name }, at) => ({ ...school, id: cohortId("advisory", at), name, advisor_id: id })),
  );
  await insertRows(
    tx,
    "advisory_members",
    students.map(({ at }) => ({
      ...school,
      advisory_id: cohortId("advisory", Math.floor(at / 20)),
      student_id: cohortId("student", at),
      from_on: since,
    })),
  );
}

/** What students starred. */
export async function writeCohortWishes(tx: ScopeTx, { students }: Cohort): Promise<void> {
  await insertRows(
    tx,
    "wishes",
    students.flatMap(({ at, wishes }) =>
      wishes.map((placement, place) => ({
        school_id: COHORT.schoolId,
        student_id: cohortId("student", at),
        listing_id: cohortId("listing", placement),
        place: place + 1,
      })),
    ),
  );
}
