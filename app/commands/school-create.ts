// Makes an empty school and mails its first admin. `npm run school:create -- --name … --slug …`; see the usage below.
import { parseArgs } from "node:util";
import { createSchool } from "~/features/schools/create-school.server";
import { NEW_SCHOOL_OPTIONS, readNewSchool } from "~/features/schools/read-new-school";
import { readVariable } from "./support/environment";
import { withWiring } from "./support/with-wiring";

const USAGE = `Usage: npm run school:create -- --name NAME --slug SLUG --time-zone America/Los_Angeles --admin-mail MAIL
  [--admin-name NAME] [--district NAME] [--jurisdiction US-WA] [--languages en,es]
  --postal-address TEXT --help-name NAME --help-phone NUMBER   (the last three may be left out in local mode)`;

try {
  process.exitCode = await run();
} catch (error) {
  // Settings that are missing name themselves; where in our code that was found helps nobody.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") return complain([given]);
  const mode = readVariable("APP_MODE") === "live" ? "live" : "local";
  const read = readNewSchool(given, { mode });
  if ("faults" in read) return complain(read.faults);
  return withWiring(async (wiring) => {
    const outcome = await createSchool(wiring, read.school);
    if (!outcome.ok) return complain([`--slug ${read.school.slug} belongs to another school already`]);
    console.log(`${read.school.name} is ready (${outcome.value.schoolId}).`);
    console.log(
      `The invitation to ${read.school.adminMail} leaves as soon as the worker runs; it points to ${wiring.env.origin}/sign-in.`,
    );
    return 0;
  });
}

function readOptions(): Record<string, string | undefined> | string {
  const options = Object.fromEntries(NEW_SCHOOL_OPTIONS.map((option) => [option, { type: "string" as const }]));
  try {
    return parseArgs({ options, strict: true }).values as Record<string, string | undefined>;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function complain(faults: readonly string[]): number {
  console.error(`No school was created:\n${faults.map((fault) => `  - ${fault}`).join("\n")}\n${USAGE}`);
  return 1;
}
