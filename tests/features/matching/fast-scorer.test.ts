import { afterAll, beforeAll, expect, test } from "vitest";
import { judgePair } from "~/domain/matching/pair";
import { placementColumnsOf } from "~/domain/matching/scorer/placement-columns";
import { newScorer, scoreRow } from "~/domain/matching/scorer/score-row";
import { gatherEvidence } from "~/steps/match-evidence.server";
import { sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { openStage, type Stage } from "../../support/stage";

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test("S8: on the whole sample school the fast scorer says of every pair what judging it alone says", async () => {
  const evidence = await withScope(stage.wiring, worker, (tx) =>
    gatherEvidence(tx, { ...sampleSchools.lakeview, now: stage.wiring.clock.now() }),
  );
  const { students, placements } = evidence;
  const { context } = evidence;
  const scorer = newScorer(placementColumnsOf(placements, context));
  let eligible = 0;
  for (const student of students) {
    const row = scoreRow(scorer, student);
    const fast = new Map(
      Array.from({ length: row.count }, (_, at) => [
        scorer.columns.placements[row.place[at] as number],
        [row.forStudent[at], row.forPlacement[at]],
      ]),
    );
    for (const placement of placements) {
      const { score } = judgePair(student, placement, context);
      expect(fast.get(placement)).toEqual(score ? [score.forStudent, score.forPlacement] : undefined);
      if (score) eligible += 1;
    }
  }
  expect(eligible).toBeGreaterThan(students.length);
  expect(eligible).toBeLessThan(students.length * placements.length);
});
