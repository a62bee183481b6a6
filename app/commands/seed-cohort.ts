// Makes the sample school `cohort` with 300 students and 200 placements, for measuring. Local mode only.
import { readEnv } from "~/env.server";
import { createDatabase } from "~db/connection.server";
import { seedCohort } from "~db/seed/cohort/seed-cohort.server";
import { readVariable } from "./support/environment";
import { openDatabase } from "./support/open-database";
import { seedWhenEmpty } from "./support/seed-when-empty";

process.exitCode = await run();

async function run(): Promise<number> {
  if (readVariable("APP_MODE") === "live") {
    console.error("Sample schools are for local mode: nothing was made.");
    return 1;
  }
  const database = await openDatabase();
  const { ownerUrl, webUrl } = database;
  // Otherwise the next start would find a school and leave the named cast out.
  if (ownerUrl) await seedWhenEmpty({ ownerUrl, webUrl }, (sentence) => console.log(sentence));
  const db = createDatabase(readEnv().databaseUrl, { max: 1 });
  try {
    const { isNew, students, placements, coordinatorMail } = await seedCohort({ db, now: new Date() });
    console.log(
      isNew
        ? `The school cohort has ${students} students and ${placements} placements. Sign in as ${coordinatorMail}.`
        : "The school cohort is there already: nothing changed.",
    );
    return 0;
  } finally {
    await db.close();
    await database.stop();
  }
}
