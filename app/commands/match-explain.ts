// Explains a pair of a matching instance. `npm run match:explain -- INSTANCE.json --student ID --placement ID [--seed N]`
import { parseArgs } from "node:util";
import { explainPair } from "~/domain/matching/instance/explain-pair";
import { openInstance } from "./support/open-instance";
import { readSeed, withNegativeSeed } from "./support/read-seed";

const USAGE = `Usage: npm run match:explain -- INSTANCE.json --student ID --placement ID [--seed N]
  Ends with 0 and the answer as JSON, 2 on wrong usage, an unknown id, or an instance that cannot be read or is malformed:
  where and why is on stderr.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") return complain(`${given}\n${USAGE}`);
  const { file, seed, student, placement } = given;
  const read = await openInstance(file, "balanced");
  if (!read.ok) return complain(read.sentence);
  const { students, placements } = read.value;
  if (!students.positions.has(student)) return complain(`/students has nobody called ${JSON.stringify(student)}`);
  if (!placements.positions.has(placement)) return complain(`/placements has none called ${JSON.stringify(placement)}`);
  process.stdout.write(`${JSON.stringify(explainPair(read.value, { student, placement, seed }))}\n`);
  return 0;
}

function readOptions(): { file: string; student: string; placement: string; seed: number } | string {
  try {
    const { values, positionals } = parseArgs({
      args: withNegativeSeed(process.argv.slice(2)),
      allowPositionals: true,
      options: { student: { type: "string" }, placement: { type: "string" }, seed: { type: "string", default: "1" } },
    });
    const [file, ...others] = positionals;
    const seed = readSeed(values.seed);
    if (!file || others.length > 0) return "Say which one file.";
    if (!values.student || !values.placement) return "Say which student and which placement.";
    if (seed === null) return "A seed is a whole number.";
    return { file, student: values.student, placement: values.placement, seed };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}
