import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isRepeated } from "~/domain/matching/is-repeated";
import { MODES, type Mode } from "~/domain/matching/mode";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { openPair } from "~/features/matching/open-pair.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { openListing } from "~/features/search/open-listing.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff, student } from "../../support/pursuit-way";
import { copyListing, openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
let listingId = "";
beforeAll(async () => {
  stage = await openStage();
  listingId = await copyListing(stage, "clinic-care", { weekdays: [2, 4] });
  await stage.rows("update listings set seats = 3 where id = $1", [listingId]);
  await stage.rows(
    "update placement_days d set seats = case d.weekday when 4 then 1 else 3 end from listings l where l.id = $1 and d.placement_id = l.placement_id",
    [listingId],
  );
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** What a plan of a kind is asked when the listing is the only one. */
async function askedOf(mode: Mode): Promise<PlanInput> {
  const asked = { ...sampleSchools.lakeview, now: stage.wiring.clock.now(), mode };
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) => gatherPlan(tx, asked));
  return { ...input, placements: input.placements.filter((one) => one.listingId === listingId) };
}

const onThursdaysAlone = ({ students, ...input }: PlanInput): PlanInput => ({
  ...input,
  students: students.map((one) => ({ ...one, weekdays: [4] })),
});

test.each(MODES)("a %s plan fills the seats that can be offered: those of the day with the fewest", async (mode) => {
  const input = await askedOf(mode);
  for (const asked of [input, onThursdaysAlone(input)]) {
    expect(asked.placements).toMatchObject([{ openSeats: 1, openPursuitPlaces: 1 }]);
    const plan = valueIn(proposePlan(asked));
    expect(plan.assignments).toHaveLength(1);
    expect(verifyPlan(plan, asked)).toEqual([]);
  }
});

test("where several may go after a seat, a slate sends so many after each that can be offered", async () => {
  await setLakeview(stage, { placesPerSeat: 2 });
  expect(valueIn(proposePlan(await askedOf("slate"))).assignments).toHaveLength(2);
});

test("a second lock beyond the day with the fewest seats is refused, with the seats there are", async () => {
  const { students } = await askedOf("balanced");
  const [first, second] = students.map(({ id }) => id);
  const lock = (studentId: string | undefined) =>
    rulePair(stage.wiring, staff("ines"), {
      ...{ studentId: studentId ?? "", listingId, ruling: "locked", reason: "They met.", seen: 0 },
    });
  valueIn(await lock(first));
  expect(await lock(second)).toMatchObject({ ok: false, reason: "no_seat", detail: { seats: 1 } });
});

test("search and the page of a pair count the same seats", async () => {
  const { places } = valueIn(await openListing(stage.wiring, student("ana"), { listingId }));
  expect(places).toMatchObject({ openSeats: 1, openPlaces: 1, isOpen: true });
  const seats = async () => {
    const pair = { studentId: cast.jada.personId, listingId };
    return valueIn(await openPair(stage.wiring, staff("ines"), pair)).capacity?.seats ?? 0;
  };
  const all = await seats();
  await stage.rows("update listings set seats = 1 where id = $1", [listingId]);
  const same = await seats();
  await stage.rows("update listings set seats = 3 where id = $1", [listingId]);
  expect(same).toBe(all);
});

test("a plan that was made before days counted is made again to the byte from the seats its snapshot has", async () => {
  const { placements, ...input } = await askedOf("balanced");
  const before = { ...input, placements: placements.map((one) => ({ ...one, openSeats: 3, openPursuitPlaces: 3 })) };
  const plan = valueIn(proposePlan(before));
  expect(plan.assignments).toHaveLength(3);
  expect(verifyPlan(plan, before)).toEqual([]);
  expect(isRepeated(plan, before)).toBe(true);
});
