import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, sampleSchools } from "~db/cast";
import { staff } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const clinic = lakeviewListing("clinic-care");
const anaId = cast.ana.personId;

async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const placesNow = async () => new Map((await board()).matches.map(({ studentId, title }) => [studentId, title]));

test("why not this one: the seat goes to another student, and a lock would move just the people it names", async () => {
  await makePlan();
  const { matches } = await board();
  const holder = matches.find(({ listingId }) => listingId === clinic);
  if (!holder) throw new Error("nobody got the clinic");
  const others = valueIn(await rankForListing(stage.wiring, staff("ines"), { listingId: clinic })).ranked;
  const answers = await Promise.all(
    others.map(async ({ studentId }) => ({
      studentId,
      ...valueIn(await askWhyNot(stage.wiring, staff("ines"), { studentId, listingId: clinic })),
    })),
  );
  expect(answers.find(({ studentId }) => studentId === holder.studentId)?.code).toBe("in_plan");
  const full = answers.find(({ code }) => code === "full");
  expect(full).toMatchObject({ seats: 1, isLocked: false });
  const { studentId: other = "", price } = full ?? {};
  const pair = { studentId: other, listingId: clinic };
  expect(price?.chain[0]).toMatchObject({ studentId: other, gets: ["Help care for animals at a clinic"] });
  expect(price?.chain[1]).toMatchObject({ student: holder.student, leaves: ["Help care for animals at a clinic"] });
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", seen: 0, reason: "" }));
  const before = new Map(matches.map(({ studentId, title }) => [studentId, title]));
  await makePlan();
  const after = await placesNow();
  for (const { studentId, leaves, gets } of [...(price?.chain ?? []), ...(price?.others ?? [])])
    expect([before.get(studentId), after.get(studentId)]).toEqual([leaves[0], gets[0]]);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
  expect(moved).toHaveLength((price?.chain.length ?? 0) + (price?.others.length ?? 0));
  const locked = valueIn(await askWhyNot(stage.wiring, staff("ines"), pair));
  expect(locked).toMatchObject({
    code: "in_plan",
    isLocked: true,
    price: { cost: { total: -(price?.cost.total ?? 0) } },
  });
});

test("why not this one: the rules exclude it, and a lock by a reason has its price all the same", async () => {
  await makePlan();
  const { blocked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: anaId }));
  const open = (await board()).listings.map(({ id }) => id);
  const listingId = blocked.find((row) => open.includes(row.listingId))?.listingId ?? "";
  const pair = { studentId: anaId, listingId };
  const answer = valueIn(await askWhyNot(stage.wiring, staff("ines"), pair));
  expect(answer.code).toBe("not_eligible");
  expect(answer.blockers.length).toBeGreaterThan(0);
  expect(answer.price?.chain[0]).toMatchObject({ student: "Ana Reyes", leaves: ["Help care for animals at a clinic"] });
  expect(reasonIn<string>(await askWhyNot(stage.wiring, staff("ines"), { ...pair, studentId: NOBODY }))).toBe(
    "unknown_pair",
  );
});
