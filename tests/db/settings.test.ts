import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_SETTINGS, SETTING_BOUNDS, settingsFrom } from "~/domain/settings";
import { cast } from "~db/cast";
import { migrate } from "~db/migrate";
import { openStage, type Stage, setLakeview } from "../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const BOUNDED = Object.entries(SETTING_BOUNDS) as [keyof typeof SETTING_BOUNDS, { least: number; most: number }][];
const TRIED = [-1, 0, 1, 2, 2.5, 20, 20.5, 21, 30, 1440, 1440.5, 1441, 1e9, "3", null, true, [3], {}];

test.each(BOUNDED)(
  "the database takes for %s just what the product goes by, and nothing that leaves students without a way",
  async (key, { least, most }) => {
    for (const value of TRIED) {
      const isTaken = await setLakeview(stage, { [key]: value }).then(
        () => true,
        (fault: Error) => {
          expect(fault.message).toContain("within_bounds");
          return false;
        },
      );
      const isWithin = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
      expect([value, isTaken]).toEqual([value, isWithin]);
      expect(settingsFrom({ [key]: value })[key]).toBe(isWithin ? value : DEFAULT_SETTINGS[key]);
    }
  },
);

test("a school that went beyond before there were bounds goes by the defaults from then on, and keeps its other settings", async () => {
  const bounds = "0064-settings-within-bounds";
  await stage.rows("alter table school_settings drop constraint live_pursuit_limit_within_bounds");
  await stage.rows("alter table school_settings drop constraint places_per_seat_within_bounds");
  await stage.rows("delete from app_migrations.kysely_migration where name = $1", [bounds]);
  await setLakeview(stage, { livePursuitLimit: 0, placesPerSeat: 2.5, travelLimitMinutes: 30 });
  expect(await migrate(stage.database.ownerUrl)).toEqual([bounds]);
  expect(await stage.rows("select overrides from school_settings where school_id = $1", [cast.ana.schoolId])).toEqual([
    { overrides: { travelLimitMinutes: 30 } },
  ]);
});
