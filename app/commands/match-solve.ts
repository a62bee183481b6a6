// Solves a matching instance. `npm run match:solve -- INSTANCE.json [--mode balanced|stable|slate] [--seed N] [--out FILE]`
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { solveInstance } from "~/domain/matching/instance/solve-instance";
import { MODES, type Mode } from "~/domain/matching/mode";
import { openInstance } from "./support/open-instance";
import { readSeed, withNegativeSeed } from "./support/read-seed";

const USAGE = `Usage: npm run match:solve -- INSTANCE.json [--mode balanced|stable|slate] [--seed N] [--out FILE]
  Ends with 0 and the answer as JSON, 2 on wrong usage or an instance that cannot be read or is malformed, 1 when the
  answer cannot be written: where and why is on stderr.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") return complain(`${given}\n${USAGE}`);
  const read = await openInstance(given.file, given.mode);
  if (!read.ok) return complain(read.sentence);
  const answer = JSON.stringify(solveInstance(read.value, { mode: given.mode, seed: given.seed }));
  if (given.out !== undefined) await writeFile(given.out, `${answer}\n`);
  else process.stdout.write(`${answer}\n`);
  return 0;
}

function readOptions(): { file: string; mode: Mode; seed: number; out: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({
      args: withNegativeSeed(process.argv.slice(2)),
      allowPositionals: true,
      options: {
        mode: { type: "string", default: "balanced" },
        seed: { type: "string", default: "1" },
        out: { type: "string" },
      },
    });
    const [file, ...others] = positionals;
    const mode = MODES.find((known) => known === values.mode);
    const seed = readSeed(values.seed);
    if (!file || others.length > 0) return "Say which one file.";
    if (!mode) return `There is no mode ${values.mode}.`;
    if (seed === null) return "A seed is a whole number.";
    if (values.out === "") return "Say which file the answer goes to.";
    return { file, mode, seed, out: values.out };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}
