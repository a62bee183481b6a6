import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type Stage, valueIn } from "./stage";

/** A new plan of Lakeview: everything the engine saw but the number it was shuffled with, and every pair with its scores. */
export async function wholePlan(stage: Pick<Stage, "wiring" | "rows">) {
  const run = valueIn(await startMatchRun(stage.wiring, castActor(cast.ines)));
  await proposeMatches(stage.wiring, { kind: "system", job: "test", ...sampleSchools.lakeview }, run);
  const [saw] = await stage.rows<{ input: string }>("select input from match_snapshots where run_id = $1", [run.runId]);
  const pairs = await stage.rows(
    `select student_id, listing_id, score, for_student, for_placement, parts, reasons, place
      from (select *, row_number() over (order by score desc, student_id, listing_id) as place from matches where run_id = $1) m order by place`,
    [run.runId],
  );
  const { seed: _, ...input } = JSON.parse(saw?.input ?? "{}");
  return { input, pairs };
}
