import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mode } from "~/domain/matching/mode";
import { DEFAULT_WEIGHTS, type MatchWeights } from "~/domain/matching/weights";
import { openWeights } from "~/features/matching/open-weights.server";
import { previewWeights } from "~/features/matching/preview-weights.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { saveWeights } from "~/features/matching/save-weights.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { getWeights } from "~db/match-weights.server";
import { withScope } from "~db/scope.server";
import type { TestDatabase } from "../../support/database";
import { createSeededDatabase } from "../../support/seeded-database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const { version: _shipped, ...SHIPPED } = DEFAULT_WEIGHTS;
/** Travel counts as much as it may beside the wish. */
const NEAR_FIRST: Omit<MatchWeights, "version"> = {
  ...SHIPPED,
  student: { ...SHIPPED.student, interests: 500, travel: 3500 },
};

let database: TestDatabase;
let wiring: TestWiring;
beforeAll(async () => {
  database = await createSeededDatabase();
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
async function makeRun(mode: Mode): Promise<{ runId: string }> {
  wiring.clock.pass(1);
  const run = await startMatchRun(wiring, ines, { mode });
  if (!run.ok) throw new Error(run.reason);
  const made = await proposeMatches(wiring, worker, run.value);
  if (!made.ok) throw new Error(made.reason);
  return run.value;
}

/** Looks at what they would change, then saves them: what the page lets somebody do. */
async function saveSeen(actor: typeof ines, input: { basedOn: number; weights: Omit<MatchWeights, "version"> }) {
  const preview = await previewWeights(wiring, actor, input);
  return preview.ok ? saveWeights(wiring, actor, { ...input, seal: preview.value.seal }) : preview;
}

const versionOf = async (actor = ines) => {
  const opened = await openWeights(wiring, actor);
  return opened.ok ? opened.value.weights.version : null;
};

describe("a school's weights", () => {
  it("begin as shipped, and a preview stores nothing", async () => {
    const preview = await previewWeights(wiring, ines, { basedOn: 2, weights: NEAR_FIRST });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.value.moved).toBeGreaterThan(0);
    expect(preview.value.examples.length).toBeGreaterThan(0);
    for (const { before, after } of preview.value.examples) expect(before).not.toBe(after);
    expect(await versionOf()).toBe(2);
  });

  it("preview no change for the weights that stand", async () => {
    const preview = await previewWeights(wiring, ines, { basedOn: 2, weights: SHIPPED });
    expect(preview).toMatchObject({ ok: true, value: { moved: 0, examples: [] } });
  });

  it("are refused when a side does not sum to the whole, or the wish is not the largest", async () => {
    const short = { ...SHIPPED, student: { ...SHIPPED.student, travel: 0 } };
    const loud = { ...SHIPPED, student: { ...SHIPPED.student, wish: 3400, interests: 4000 } };
    for (const [weights, faults] of [
      [short, "student_sum"],
      [loud, "wish_not_largest"],
    ] as const) {
      const refused = { ok: false, reason: "weights_not_valid", detail: { faults } };
      expect(await saveWeights(wiring, ines, { basedOn: 2, weights, seal: "" })).toEqual(refused);
      expect(await previewWeights(wiring, ines, { basedOn: 2, weights })).toEqual(refused);
    }
    expect(await saveSeen(ines, { basedOn: 2, weights: SHIPPED })).toMatchObject({ reason: "nothing_changed" });
  });

  it("are saved only by somebody who has seen what these very numbers would change", async () => {
    const preview = await previewWeights(wiring, ines, { basedOn: 2, weights: NEAR_FIRST });
    if (!preview.ok) throw new Error(preview.reason);
    const { seal } = preview.value;
    const other = { ...NEAR_FIRST, related: NEAR_FIRST.related - 100 };
    const swapped = { ...NEAR_FIRST, dislikes: NEAR_FIRST.related, related: NEAR_FIRST.dislikes };
    const refused = { ok: false, reason: "not_previewed" };
    for (const unseen of ["", "x", seal.slice(1), `${seal}=`])
      expect(await saveWeights(wiring, ines, { basedOn: 2, weights: NEAR_FIRST, seal: unseen })).toEqual(refused);
    for (const weights of [other, swapped])
      expect(await saveWeights(wiring, ines, { basedOn: 2, weights, seal })).toEqual(refused);
    expect(await saveWeights(wiring, priya, { basedOn: 2, weights: NEAR_FIRST, seal })).toEqual(refused);
    expect(await versionOf()).toBe(2);
  });

  it("saved by two people at once: one version, and the other one is told", async () => {
    const input = { basedOn: 2, weights: NEAR_FIRST };
    const seen = await Promise.all(
      [ines, priya].map(async (actor) => ({ actor, preview: await previewWeights(wiring, actor, input) })),
    );
    const saves = await Promise.all(
      [...seen, ...seen].map(({ actor, preview }) =>
        saveWeights(wiring, actor, { ...input, seal: preview.ok ? preview.value.seal : "" }),
      ),
    );
    expect(saves.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { version: 3 } }]);
    for (const save of saves) if (!save.ok) expect(save.reason).toBe("changed_before");
    const acts = await sql(database, "select transition from audit_log where noun = 'match_weights'");
    expect(acts).toEqual([{ transition: "set version 3" }]);
    // Nor are numbers tried that somebody meant as a change of what stands no more.
    expect(await previewWeights(wiring, priya, input)).toMatchObject({ ok: false, reason: "changed_before" });
  });

  it.each(["stable", "slate"] as const)("are tried as a %s plan where such a one is on the board", async (mode) => {
    const { runId } = await makeRun(mode);
    const pairs = await sql<{ student_id: string; title: string }>(
      database,
      `select m.student_id, p.title from matches m join listings l on l.id = m.listing_id
        join placements p on p.id = l.placement_id where m.run_id = $1`,
      [runId],
    );
    const preview = await previewWeights(wiring, ines, { basedOn: 3, weights: SHIPPED });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.value.mode).toBe(mode);
    for (const { studentId, before, after } of preview.value.examples) {
      const own = pairs.filter(({ student_id }) => student_id === studentId).map(({ title }) => title);
      // What is approved already is among a slate's places, too.
      expect(before).toEqual(expect.arrayContaining(own));
      expect(after.toSorted()).not.toEqual(before.toSorted());
    }
    expect(preview.value.moved).toBeGreaterThan(0);
    const most = mode === "slate" ? 3 : 1;
    for (const { after } of preview.value.examples) expect(after.length).toBeLessThanOrEqual(most);
  });

  it("are what the next run is made with", async () => {
    const run = await startMatchRun(wiring, ines);
    if (!run.ok) throw new Error(run.reason);
    const rows = await sql(database, "select weights_version from match_runs where id = $1", [run.value.runId]);
    expect(rows).toEqual([{ weights_version: 3 }]);
  });

  it("shipped before: a run that was asked for with them is made with those shipped now, and says so", async () => {
    const run = await startMatchRun(wiring, ines);
    if (!run.ok) throw new Error(run.reason);
    const { runId } = run.value;
    await sql(database, "update match_runs set weights_version = 1 where id = $1", [runId]);
    expect(await proposeMatches(wiring, worker, run.value)).toMatchObject({ ok: true });
    const rows = await sql(database, "select state, weights_version from match_runs where id = $1", [runId]);
    expect(rows).toEqual([{ state: "finished", weights_version: DEFAULT_WEIGHTS.version }]);
  });

  it("of its own stay its own where their number is that of those shipped now", async () => {
    const { version } = DEFAULT_WEIGHTS;
    const read = () =>
      withScope(wiring, ines, (tx) => getWeights(tx, { schoolId: sampleSchools.lakeview.schoolId, version }));
    expect(await read()).toEqual(DEFAULT_WEIGHTS);
    const own = { ...NEAR_FIRST, version };
    await sql(database, "insert into match_weights (school_id, version, weights) values ($1, $2, $3)", [
      ...[sampleSchools.lakeview.schoolId, version],
      JSON.stringify(own),
    ]);
    expect(await read()).toEqual(own);
  });

  it("of another school stay what they were", async () => {
    expect(await versionOf(castActor(cast.malik))).toBe(2);
  });
});

describe("a stranger", () => {
  it.each([
    ["student", cast.ana],
    ["guardian", cast.rosa],
    ["mentor", cast.maya],
    ["advisor", cast.tom],
  ] as const)("such as a %s neither sees, tries nor saves weights", async (_who, member) => {
    const actor = castActor(member);
    const refused = { ok: false, reason: "not_permitted" };
    expect(await openWeights(wiring, actor)).toEqual(refused);
    expect(await previewWeights(wiring, actor, { basedOn: 2, weights: NEAR_FIRST })).toEqual(refused);
    expect(await saveWeights(wiring, actor, { basedOn: 2, weights: SHIPPED, seal: "" })).toEqual(refused);
  });
});
