import { readFileSync } from "node:fs";
import path from "node:path";

/** One law of a property test: how many cases it draws, and whether its answer is compared with every other possible one. */
export interface Law {
  cases: number;
  isEnumerated: boolean;
}

export interface Property {
  file: string;
  name: string;
  ids: string[];
  laws: Law[];
}

/** What fast-check draws where nobody says how many. */
const UNSAID: Law = { cases: 100, isEnumerated: false };

/** The property tests of a file of `tests/domain`, told by their names, with the cases of each of their laws. */
export function propertiesIn(file: string): Property[] {
  const source = readFileSync(path.join("tests/domain", file), "utf8");
  const tests = source.matchAll(/^( *)(?:it|test)\(\s*["'`](.+)["'`],([\s\S]*?)^\1\}\);$/gm);
  return [...tests].flatMap(([, , name = "", body = ""]) =>
    name.includes("(property)") ? { file, name, ids: idsIn(name), laws: lawsIn(body, source) } : [],
  );
}

const idsIn = (name: string): string[] => name.match(/\b[A-Z]\d+\b/g) ?? [];

/** Each law begins where it is asserted, by fast-check itself or by a function that does so on every plan or question. */
function lawsIn(body: string, source: string): Law[] {
  const begins = [...body.matchAll(/\b(?:fc\.assert|(on[A-Z]\w+))\(/g)];
  return begins.map(({ index, 1: runner }, nth) => {
    const own = body.slice(index, begins[nth + 1]?.index);
    return lawSaidIn(own, source) ?? lawSaidIn(bodyOf(runner, source), source) ?? UNSAID;
  });
}

/** The count that stands last in the text, as a number or by the name of one. */
function lawSaidIn(text: string, source: string): Law | undefined {
  const [, written, name] = [...text.matchAll(/\bnumRuns: ([\d_]+)|\b(RUNS|ENUMERATED)\b/g)].at(-1) ?? [];
  const count = written ?? new RegExp(`const ${name} = \\{ numRuns: ([\\d_]+) \\};`).exec(source)?.[1];
  return count === undefined
    ? undefined
    : { cases: Number(count.replaceAll("_", "")), isEnumerated: name === "ENUMERATED" };
}

function bodyOf(runner: string | undefined, source: string): string {
  return new RegExp(`^(?:export )?function ${runner}\\([\\s\\S]*?^\\}$`, "m").exec(source)?.[0] ?? "";
}
