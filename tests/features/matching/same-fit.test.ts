import { afterAll, beforeAll, expect, test } from "vitest";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { openListing } from "~/features/search/open-listing.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { cast, sampleSchools } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

const STUDENTS = ["ana", "jada", "minh"] as const;
const { schoolId, districtId } = sampleSchools.lakeview;
const CARE = lakeviewListing("clinic-care");

let stage: Stage;
/** A school that knows more than distances: its own table, ways families allow, lists, goals, places only about right. */
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await stage.rows(
    `insert into travel_times (school_id, district_id, area_id, organisation_id, site_id, mode, minutes)
       select $1, $2, a.id, s.organisation_id, s.id, m.mode, 4 + (ascii(substr(s.id::text, 36, 1)) % 9) * 6
       from areas a, sites s, unnest(array['bus', 'cycle']) as m(mode) where a.district_id = $2 and s.district_id = $2`,
    [schoolId, districtId],
  );
  await stage.rows(
    "update students set travel_modes = '{cycle,bus}', goals = 'I want to work with animals' where school_id = $1",
    [schoolId],
  );
  await stage.rows("update sites set located_by = 'postcode' where district_id = $1 and located_by = 'area'", [
    districtId,
  ]);
  valueIn(await saveWish(stage.wiring, student("ana"), { listingId: CARE }));
  await indexSample(stage);
});
afterAll(() => stage.close());

test("the same pair shows the same fit on the board, in the ranking, on its page, to the student and in the search", async () => {
  const ines = staff("ines");
  const { runId } = valueIn(await startMatchRun(stage.wiring, ines, { mode: "slate" }));
  const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  const { matches } = valueIn(await openBoard(stage.wiring, ines));
  const words = new Set<string | null>();
  for (const name of STUDENTS) {
    const studentId = cast[name].personId;
    const { ranked, blocked } = valueIn(await rankForStudent(stage.wiring, ines, { studentId }));
    const { results } = valueIn(await searchPlacements(stage.wiring, student(name), wishFor()));
    expect(ranked.length).toBeGreaterThan(0);
    for (const { listingId, explanation, score, eligibility } of [...ranked.slice(0, 8), ...blocked.slice(0, 3)]) {
      const paged = valueIn(await openPair(stage.wiring, ines, { studentId, listingId })).match;
      expect(paged).toMatchObject({ score, explanation, eligibility });
      const planned = matches.find((match) => match.studentId === studentId && match.listingId === listingId);
      if (planned) expect([planned.score.score, planned.explanation]).toEqual([score?.score, explanation]);
      const own = valueIn(await openListing(stage.wiring, student(name), { listingId })).fit;
      expect(own?.word).toBe(explanation?.word ?? null);
      if (explanation) expect(own?.caution).toEqual(explanation.caution);
      expect(own?.blockers.length).toBe(eligibility.blockers.length);
      const found = results.find((result) => result.listingId === listingId);
      if (found) expect(found.fit).toEqual(own);
      words.add(own?.word ?? null);
    }
    expect(results.filter(({ listingId }) => ranked.some((row) => row.listingId === listingId)).length).toBeGreaterThan(
      0,
    );
  }
  expect(words.size).toBeGreaterThan(2);
});
