import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { createDatabase, type Database } from "../connection.server";
import { withScope, withSystem } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import { type Sample, seedActor } from "./sample.server";
import { auditRow, byJob } from "./sample-acts.server";
import { sampleCalendar } from "./sample-calendar";
import { writeAccounts } from "./write-accounts.server";
import { writeIntroductions } from "./write-introductions.server";
import { writeOrganisations } from "./write-organisations.server";
import { writePeople } from "./write-people.server";
import { writePlacements } from "./write-placements.server";
import { writePursuits } from "./write-pursuits.server";
import { writeSchools } from "./write-schools.server";
import { writeStaffTasks } from "./write-staff-tasks.server";

/** The secret of local mode, as app/env.server.ts has it; a test keeps the two the same. */
export const LOCAL_SECRET = "local mode only: anybody may know this secret";

const LAST_SCHOOL = "cedar-ridge";

/**
 * Fills an empty database with the sample schools and the named cast, through the same doors and behind the same walls as
 * the app. Does nothing where any school exists; a run that was interrupted is finished by the next. Dates count from `now`,
 * everything else is the same every time. Answers whether it wrote anything.
 */
export async function seedSample({ webUrl, secret = LOCAL_SECRET, now = new Date() }: SeedOptions): Promise<boolean> {
  const db = createDatabase(webUrl, { max: 2 });
  try {
    if (!(await isWanted(db))) return false;
    await writeSample({ db, secret, calendar: sampleCalendar(now) });
    return true;
  } finally {
    await db.close();
  }
}

export interface SeedOptions {
  /** The login of the app: the seed has no door of its own. */
  webUrl: string;
  /** Key of the guardian codes: the APP_SECRET of the web process. */
  secret?: string;
  now?: Date;
}

async function writeSample(sample: Sample): Promise<void> {
  const slugs = Object.keys(sampleSchools) as SampleSchoolSlug[];
  await writeSchools(sample);
  for (const slug of slugs) {
    await writePeople(sample, slug);
    await writeOrganisations(sample, slug);
    await writePlacements(sample, slug);
    await writePursuits(sample, slug);
    await writeIntroductions(sample, slug);
    await writeStaffTasks(sample, slug);
  }
  await writeAccounts(sample);
  await withScope(sample, seedActor(LAST_SCHOOL), (tx) =>
    insertRows(tx, "audit_log", [finishedRow(sample.calendar.now)]),
  );
}

const finished = { noun: "school", id: sampleSchools[LAST_SCHOOL].schoolId, transition: "seed_finished" };
const finishedRow = (now: Date) =>
  auditRow(LAST_SCHOOL, { ...finished, by: byJob("seed-sample"), from: null, to: null, at: now.toISOString() });

/** Whether the sample is missing or was interrupted; false as soon as a school of one's own exists. */
export async function needsSample(webUrl: string): Promise<boolean> {
  const db = createDatabase(webUrl, { max: 1 });
  try {
    return await isWanted(db);
  } finally {
    await db.close();
  }
}

async function isWanted(db: Database): Promise<boolean> {
  const slugs = await withSystem({ db }, (tx) => tx.selectFrom("schools").select("slug").execute());
  if (slugs.some(({ slug }) => !(slug in sampleSchools))) return false;
  if (slugs.length === 0) return true;
  const mark = await withScope({ db }, seedActor(LAST_SCHOOL), (tx) =>
    tx
      .selectFrom("audit_log")
      .select("id")
      .where("school_id", "=", finished.id)
      .where("noun", "=", finished.noun)
      .where("noun_id", "=", finished.id)
      .where("transition", "=", finished.transition)
      .executeTakeFirst(),
  );
  return mark === undefined;
}
