import { expect, test } from "vitest";
import { cast } from "~db/cast";
import { sql } from "../support/sql";
import { lakeviewListing } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
const listing = `/coordinator/listings/${lakeviewListing("clinic-care")}`;
const said = { interests: ["music", "art"], languages: ["en", "so"], years: "3", seen: "0" };

const kept = () =>
  sql(
    site.database,
    `select interests, languages, experience_years as years, about_reason as reason from mentors where id = '${cast.maya.personId}'`,
  );
/** As somebody who came in by an invitation. */
const forget = () =>
  sql(
    site.database,
    `update mentors set interests = '{}', languages = '{en}', experience_years = null where id = '${cast.maya.personId}'`,
  );
const mentorId = cast.maya.personId;
const isTicked = (body: string, value: string) =>
  new RegExp(`<input(?=[^>]*value="${value}")(?=[^>]*checked="")[^>]*>`).test(body);

test("a mentor of whom nothing is known is led to the page, also from a placement, and no more once something is said", async () => {
  await forget();
  const maya = await site.app.signInAs("maya");
  const listed = await sql<{ placement_id: string }>(
    site.database,
    `select placement_id from listings where id = '${lakeviewListing("clinic-care")}'`,
  );
  const placement = `/mentor/placements/${listed[0]?.placement_id}`;
  for (const page of ["/mentor", placement])
    expect((await site.app.get(page, maya)).body).toContain("Say what you like and which languages you speak.");
  expect((await site.app.post("/mentor/about", said, maya)).headers.location).toBe("/mentor");
  for (const page of ["/mentor", placement])
    expect((await site.app.get(page, maya)).body).not.toContain("Say what you like and which languages you speak.");
  expect(await kept()).toEqual([{ interests: ["music", "art"], languages: ["en", "so"], years: 3, reason: "" }]);
});

test("what cannot be kept is named beside its field, and everything that was typed stays", async () => {
  await forget();
  const maya = await site.app.signInAs("maya");
  const tooMany = ["music", "art", "math", "nature", "science", "sports", "media"];
  const faults: [Partial<typeof said>, string][] = [
    [{ interests: ["music", "dragons"] }, "One of these is not in the list. Tick again."],
    [{ interests: tooMany }, "Choose 6 at most."],
    [{ languages: [] }, "Choose at least one."],
    [{ years: "2.5" }, "whole number"],
    [{ years: "81" }, "Use 80 or less."],
  ];
  for (const [changes, sentence] of faults) {
    const fields = { ...said, ...changes };
    const { status, body } = await site.app.post("/mentor/about", fields, maya);
    expect([sentence, status, body.includes(sentence)]).toEqual([sentence, 422, true]);
    expect([sentence, isTicked(body, "music"), body.includes(`value="${fields.years}"`)]).toEqual([
      sentence,
      true,
      true,
    ]);
  }
  expect(await kept()).toEqual([{ interests: [], languages: ["en"], years: null, reason: "" }]);
});

test("a page that is behind overwrites nothing, shows what it says now, and keeps it when sent again", async () => {
  const [maya, ines] = [await site.app.signInAs("maya"), await site.app.signInAs("ines")];
  const byInes = { ...said, mentorId, years: "5", reason: "On the phone." };
  expect((await site.app.post(`${listing}/mentor`, byInes, ines)).headers.location).toBe(listing);
  expect((await site.app.post(`${listing}/mentor`, byInes, ines)).status).toBe(302);
  const behind = await site.app.post("/mentor/about", { ...said, interests: ["nature"] }, maya);
  expect(behind.status).toBe(409);
  expect(behind.body).toContain("Somebody changed this since you opened it.");
  expect(behind.body).toContain("What it says now");
  expect(behind.body).toContain("5 years");
  expect(behind.body).toMatch(/Staff of Lakeview [^<]* said this for you\. They wrote: “On the phone\.”/);
  expect(isTicked(behind.body, "nature")).toBe(true);
  expect(behind.body).toMatch(/name="seen" value="1"/);
  expect(await kept()).toMatchObject([{ years: 5, reason: "On the phone." }]);
  await site.app.post("/mentor/about", { ...said, interests: ["nature"], seen: "1" }, maya);
  expect(await kept()).toEqual([{ interests: ["nature"], languages: ["en", "so"], years: 3, reason: "" }]);
});

test("a coordinator who gives no reason is asked for one, and the listing says who said it", async () => {
  const ines = await site.app.signInAs("ines");
  const bare = await site.app.post(`${listing}/mentor`, { ...said, mentorId, reason: " " }, ines);
  expect([bare.status, isTicked(bare.body, "music")]).toEqual([422, true]);
  expect((await site.app.get(listing, ines)).body).toContain("Maya said so.");
  await site.app.post(`${listing}/mentor`, { ...said, mentorId, reason: "On the phone." }, ines);
  expect((await site.app.get(listing, ines)).body).toMatch(/Staff of Lakeview [^<]* said so: “On the phone\.”/);
});

test("a form about one mentor says nothing about another who leads the placement by now, also when it is sent again", async () => {
  await forget();
  const ines = await site.app.signInAs("ines");
  const other = { ...said, mentorId: cast.theo.personId, reason: "zzwords of Theo" };
  const { status, body } = await site.app.post(`${listing}/mentor`, other, ines);
  expect(status).toBe(409);
  expect(body).toContain("Another mentor leads this placement by now, so nothing was saved.");
  expect(body).not.toContain("zzwords of Theo</textarea>");
  expect(isTicked(body, "music")).toBe(false);
  expect(body).toContain(`name="mentorId" value="${mentorId}"`);
});
