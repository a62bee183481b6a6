// Makes the sample school `cohort` with 300 students and 200 placements, for measuring. Local mode only.
import { seedCohort } from "~db/seed/cohort/seed-cohort.server";
import { seedSample } from "~db/seed/seed-sample";
import { readVariable } from "./support/environment";
import { withWiring } from "./support/with-wiring";

process.exitCode = await run();

async function run(): Promise<number> {
  if (readVariable("APP_MODE") === "live") {
    console.error("Sample schools are for local mode: nothing was made.");
    return 1;
  }
  return withWiring(async ({ db, env, clock }) => {
    // Otherwise the next start would find a school and leave the named cast out.
    await seedSample({ webUrl: env.databaseUrl, secret: env.secret });
    const { isNew, students, placements, coordinatorMail } = await seedCohort({ db, now: clock.now() });
    console.log(
      isNew
        ? `The school cohort has ${students} students and ${placements} placements. Sign in as ${coordinatorMail}.`
        : "The school cohort is there already: nothing changed.",
    );
    return 0;
  });
}
