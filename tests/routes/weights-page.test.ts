import { beforeEach, expect, test } from "vitest";
import { cast } from "~db/cast";
import { sql } from "../support/sql";
import { useSite } from "./consent-site";

const site = useSite();
const PAGE = "/coordinator/matches/weights";
/** What the page asks for, with a share moved from interests to travel. */
const TYPED = {
  basedOn: "2",
  "student-wish": "44",
  "student-interests": "5",
  "student-travel": "35",
  "student-days": "8",
  "student-goals": "5",
  "student-continuity": "3",
  "placement-wanted": "55",
  "placement-mentor": "20",
  "placement-experience": "10",
  "placement-days": "15",
  dislikes: "30",
  related: "60",
};

let ines: string;
beforeEach(async () => {
  ines = await site.app.signInAs("ines");
});

const post = (fields: Record<string, string>) => site.app.post(PAGE, fields, ines);
const sealIn = (body: string) => /name="seal" value="([^"]+)"/.exec(body)?.[1] ?? "";
const hasSave = (body: string) => body.includes('value="save"');
const versions = () => sql<{ version: number }>(site.database, "select version from match_weights order by version");

test("without scripts: the page saves nothing before it has shown what these very numbers would change", async () => {
  const { body: opened } = await site.app.get(PAGE, ines);
  expect([hasSave(opened), opened.includes("Try your numbers here first.")]).toEqual([false, true]);

  const blind = await post({ ...TYPED, intent: "save" });
  expect(blind.status).toBe(409);
  expect(blind.body).toContain("Nobody has looked yet at what these numbers would change.");
  expect(blind.body).toContain('value="35"');
  expect(hasSave(blind.body)).toBe(false);

  const { body: tried } = await post({ ...TYPED, intent: "preview" });
  expect([hasSave(tried), sealIn(tried) !== ""]).toEqual([true, true]);
  const others = await post({ ...TYPED, related: "61", intent: "save", seal: sealIn(tried) });
  expect(others.status).toBe(409);
  expect(await versions()).toEqual([]);

  const saved = await post({ ...TYPED, intent: "save", seal: sealIn(tried) });
  expect([saved.status, saved.headers.location]).toEqual([302, "/coordinator/matches"]);
  expect(await sql(site.database, "select set_by from match_weights")).toEqual([{ set_by: cast.ines.personId }]);
});

test("who looks up a student of the preview keeps the numbers that are not saved yet: each name opens in a tab of its own", async () => {
  const { body } = await post({ ...TYPED, intent: "preview" });
  const names = body.match(/<a [^>]*href="\/coordinator\/matches\/students\/[^>]*>/g) ?? [];
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.includes('target="_blank"'))).toEqual([]);
  expect(body).toContain("Each name opens in a new tab. Your numbers stay here.");
});
