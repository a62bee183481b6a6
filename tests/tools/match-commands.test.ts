import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "match-commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ana would suit the clinic best, but then nothing is left for Leo, whom only the clinic can take. */
const GOOD = {
  students: [{ id: "ana" }, { id: "leo" }],
  placements: [
    { id: "clinic", seats: 1 },
    { id: "bakery", seats: 1 },
  ],
  pairs: [
    { student: "ana", placement: "clinic", weight: 5 },
    { student: "ana", placement: "bakery", weight: 3 },
    { student: "leo", placement: "clinic", weight: 4 },
  ],
};

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const good = write("good.json", JSON.stringify(GOOD));

/** A process of its own; the program is the one that the build makes the command of. */
function run(command: "match-solve" | "match-explain", ...args: string[]) {
  const program = path.join(root, "app/commands", `${command}.ts`);
  return start(process.execPath, ["--import", "tsx", program, ...args]);
}

async function start(program: string, args: readonly string[]) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, errors: errors.trim(), code: code as number };
}

describe("match:solve", () => {
  it("prints the best plan with its proof as one line of JSON, and nothing else", async () => {
    const { out, errors, code } = await run("match-solve", good);
    expect({ errors, code }).toEqual({ errors: "", code: 0 });
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      mode: "balanced",
      assignment: [
        { student: "ana", placement: "bakery" },
        { student: "leo", placement: "clinic" },
      ],
      objective: { placed: 2, floor: 3, total: 7 },
      unmatched: [],
    });
    expect(Object.keys(JSON.parse(out))).toEqual([
      "mode",
      "assignment",
      "objective",
      "certificate",
      "blockingPairs",
      "unmatched",
    ]);
  });

  it("writes the answer to a file when asked, and leaves stdout empty", async () => {
    const file = path.join(folder, "answer.json");
    const { out, code } = await run("match-solve", good, "--mode", "stable", "--seed", "4", "--out", file);
    expect({ out, code }).toEqual({ out: "", code: 0 });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      mode: "stable",
      assignment: [{ student: "ana", placement: "clinic" }],
      objective: { placed: 1, floor: 5, total: 5 },
      certificate: null,
      blockingPairs: [],
      unmatched: [{ student: "leo", reason: "others_preferred" }],
    });
  });

  it("takes a seed below zero either way", async () => {
    const { out, code } = await run("match-solve", good, "--seed=-3");
    expect(code).toBe(0);
    expect(await run("match-solve", good, "--seed", "-3")).toEqual({ out, errors: "", code: 0 });
  });

  it.each([
    ["no file", ["nowhere.json"], "nowhere.json cannot be read: ENOENT"],
    ["a folder", [folder], "cannot be read: EISDIR"],
    ["a mode that there is not", [good, "--mode", "fair"], "There is no mode fair."],
    ["a seed that is no number", [good, "--seed", "x"], "A seed is a whole number."],
    ["a seed that only a machine reads", [good, "--seed", "0x10"], "A seed is a whole number."],
    ["a seed beyond whole numbers", [good, "--seed", "90071992547409930"], "A seed is a whole number."],
    ["an unknown option", [good, "--fast"], "--fast"],
    ["two files", [good, good], "Say which one file."],
    ["no name for the answer", [good, "--out", ""], "Say which file the answer goes to."],
    ["an empty file", [write("empty.json", "")], '"" (the whole file) is not JSON'],
    ["a file that is no object", [write("list.json", "[]")], '"" (the whole file) has to be an object'],
    ["a file that ends too early", [write("cut.json", '{"students":[{"id":"a"},{"i')], "/students/1 is not JSON"],
    ["something after the end", [write("more.json", `${JSON.stringify(GOOD)} {}`)], '"" (the whole file) is not JSON'],
    [
      "a broken pair",
      [write("pair.json", JSON.stringify({ ...GOOD, pairs: [{ student: "ana" }] }))],
      "/pairs/0/placement is missing",
    ],
  ])("ends with 2 and the reason on stderr for %s", async (_, args, reason) => {
    const { out, errors, code } = await run("match-solve", ...args);
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(errors).toContain(reason);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});

test("what the README says for scripts leaves nothing but the answer on stdout", async () => {
  const line = /`npm (run --silent match:solve -- )INSTANCE\.json`/.exec(readFileSync("README.md", "utf8"))?.[1];
  const { out, code } = await start("npm", [...(line ?? "").trim().split(" "), good]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ objective: { placed: 2, floor: 3, total: 7 } });
}, 120_000);

describe("match:explain", () => {
  it("says who would make room, and what it would cost", async () => {
    const { out, errors, code } = await run("match-explain", good, "--student", "ana", "--placement", "clinic");
    expect({ errors, code }).toEqual({ errors: "", code: 0 });
    expect(JSON.parse(out)).toMatchObject({
      eligible: true,
      inPlan: false,
      now: "bakery",
      whyNot: {
        code: "full",
        chain: [
          { student: "ana", from: "bakery", to: "clinic" },
          { student: "leo", from: "clinic", to: null },
        ],
      },
      whatIf: { change: "lock", difference: { placed: -1, floor: 2, total: -2 } },
    });
  });

  it.each([
    ["a student who is not there", ["--student", "zoe", "--placement", "clinic"], '/students has nobody called "zoe"'],
    ["a placement that is not there", ["--student", "ana", "--placement", "x"], '/placements has none called "x"'],
    ["half a question", ["--student", "ana"], "Say which student and which placement."],
  ])("ends with 2 and the reason on stderr for %s", async (_, args, reason) => {
    const { out, errors, code } = await run("match-explain", good, ...args);
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(errors).toContain(reason);
  });
});
