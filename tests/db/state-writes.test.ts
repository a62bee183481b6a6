import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Tables whose state moves by a lifecycle; the list of db/states.server.ts. */
const states = readFileSync("db/states.server.ts", "utf8");
const stateful = [...(/StatefulTable =([^;]+);/.exec(states)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name);

const sources = globSync(["app/**/*.{ts,tsx}", "db/**/*.ts", "search/**/*.ts", "emails/**/*.{ts,tsx}"])
  .filter((file) => !file.endsWith("schema.generated.ts"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Where a state changes that is no lifecycle: a flag with its own row in the audit log, or work of a machine. */
const OTHER_STATES: Record<string, string> = {
  "db/gates.server.ts gates": "open and met; app/steps/gates.server.ts writes the audit row of each",
  "db/staff-tasks.server.ts staff_tasks": "open and closed; the row itself says who closed it and when",
  "db/forbidden-pairs.server.ts forbidden_pairs": "standing and lifted; the row itself says who lifted it and when",
  "db/fund-checks.server.ts fund_checks": "how a comparison of a machine ended",
  "db/matches.server.ts match_runs": "progress of a job",
  "db/mail-delivery.server.ts mails": "progress of a delivery",
  "db/mail-queue.server.ts mails": "a mail that a person tries again or gives up; the verb writes the audit row",
  "db/mail-recall.server.ts mails": "a mail that is stopped; the verb writes the audit row",
};

/** Each `updateTable(…)` and upsert that sets a column `state`, and each update in SQL that does. */
function stateWritesIn({ file, text }: (typeof sources)[number]): string[] {
  const built = [...text.matchAll(/updateTable\("([\w.]+)"\)([\s\S]*?)\.execute/g)]
    .filter(([, , rest]) => /\bstate\b\s*[:,}]|change\.state|\.\.\.emptied/.test(setOf(rest ?? "")))
    .map(([, table]) => `${file} ${table}`);
  const upserts = [...text.matchAll(/doUpdateSet\(([^)]*\bstate\b[^)]*)/g)].map(() => `${file} upsert`);
  const raw = [...text.matchAll(/update\s+(\$\{[^}]+\}|[a-z_.]+)\s+set\s+state\b/g)].map(
    ([, table]) => `${file} ${table}`,
  );
  return [...built, ...upserts, ...raw];
}

/** What stands in the `set` of a query, without its `where`. */
function setOf(query: string): string {
  return query
    .split(".where(")
    .filter((part) => part.includes(".set("))
    .join("");
}

const writes = sources.flatMap(stateWritesIn);

test("only db/states.server.ts writes the state of anything that has a lifecycle, and only app/lifecycle.server.ts calls it", () => {
  expect(stateful).toContain("pursuits");
  expect(writes.filter((write) => stateful.includes(write.split(" ")[1]))).toEqual([]);
  // One row, and many rows.
  expect(writes.filter((write) => write.startsWith("db/states.server.ts"))).toHaveLength(2);
  const callers = sources.filter(({ text }) => /\bwriteStates?\(/.test(text)).map(({ file }) => file);
  expect(callers.sort()).toEqual(["app/lifecycle.server.ts", "db/states.server.ts"]);
});

test("every other state that is written is named here with the reason why it needs no lifecycle", () => {
  const found = new Set(writes.filter((write) => !write.startsWith("db/states.server.ts")));
  expect([...found].sort()).toEqual(Object.keys(OTHER_STATES).sort());
});
