import { expect, test } from "vitest";
import { sql } from "../support/sql";
import { lakeviewListing } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
const desk = `/coordinator/listings/${lakeviewListing("clinic-care")}`;

async function numbers(): Promise<number[]> {
  const said = "select students_at_once as n from mentors where students_at_once is not null";
  return (await sql<{ n: number }>(site.database, said)).map(({ n }) => n);
}
const fieldAtFault = (name: string) => new RegExp(`<(?:input|textarea)[^>]*aria-invalid="true"[^>]*name="${name}"`);
const isAtFault = (body: string, name: string) =>
  fieldAtFault(name).test(body) || new RegExp(`name="${name}"[^>]*aria-invalid="true"`).test(body);

test("a mentor who types no number that fits is told beside the field, and nothing is kept", async () => {
  const maya = await site.app.signInAs("maya");
  for (const atOnce of ["0", "21", "2.5", "two"]) {
    const { status, body } = await site.app.post("/mentor", { intent: "at-once", atOnce }, maya);
    expect([atOnce, status, isAtFault(body, "atOnce")]).toEqual([atOnce, 422, true]);
    expect(body).toContain(`value="${atOnce}"`);
  }
  expect(await numbers()).toEqual([]);
  expect((await site.app.post("/mentor", { intent: "at-once", atOnce: "2" }, maya)).status).toBe(302);
  expect(await numbers()).toEqual([2]);
});

test("a coordinator sets it on the listing's page with a reason, and the mentor's page shows who set it and why", async () => {
  const ines = await site.app.signInAs("ines");
  const form = { intent: "at-once", atOnce: "3", seen: "" };
  const bare = await site.app.post(desk, { ...form, reason: "" }, ines);
  expect([bare.status, isAtFault(bare.body, "reason")]).toEqual([422, true]);
  expect(await numbers()).toEqual([]);
  expect((await site.app.post(desk, { ...form, reason: "You told us on the phone." }, ines)).status).toBe(302);
  expect(await numbers()).toEqual([3]);
  expect((await site.app.get(desk, ines)).body).toContain("Staff set this number.");
  const { body } = await site.app.get("/mentor", await site.app.signInAs("maya"));
  expect(body).toContain("Staff of a school set this number for you. They wrote: “You told us on the phone.”");
});

test("a number that changed since the page was shown stays, and the page says so", async () => {
  const ines = await site.app.signInAs("ines");
  await site.app.post("/mentor", { intent: "at-once", atOnce: "1" }, await site.app.signInAs("maya"));
  const form = { intent: "at-once", atOnce: "3", seen: "", reason: "On the phone." };
  const { status, body } = await site.app.post(desk, form, ines);
  expect([status, body.includes("This has changed since you opened the page")]).toEqual([409, true]);
  expect(await numbers()).toEqual([1]);
});
