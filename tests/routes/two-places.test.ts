import { expect, test } from "vitest";
import { cast, sampleSchools } from "~db/cast";
import { CLINIC } from "../features/consents/scene";
import { sql } from "../support/sql";
import { askRosa, useSite } from "./consent-site";

const site = useSite();

/** The button of the account page that goes to another place of the same account. */
async function switchTo(cookie: string, place: string): Promise<void> {
  const { body } = await site.app.get("/account", cookie);
  const row = body.slice(body.indexOf(place));
  const [, membershipId = ""] = /name="membershipId"[^>]*value="([^"]+)"/.exec(row) ?? [];
  const switched = await site.app.post("/account/membership", { membershipId }, cookie);
  expect([switched.status, switched.headers.location]).toEqual([302, "/home"]);
}
/** What a person reads of a page: no scripts, in which the parts of every page are listed. */
const read = async (path: string, cookie: string) => {
  const { status, body } = await site.app.get(path, cookie);
  return { status, text: body.replace(/<script[\s\S]*?<\/script>/g, "") };
};

test("a guardian of two schools reads each child at its own school, and neither page says a word of the other", async () => {
  const { consentId } = await askRosa(site);
  const rosa = await site.app.signInAs("rosa");
  const here = await read("/guardian", rosa);
  expect(here.text).toContain("Ana");
  expect(here.text).not.toContain("Mateo");
  await switchTo(rosa, sampleSchools.harbor.name);
  const there = await read("/guardian", rosa);
  expect(there.text).toContain("Mateo");
  for (const word of ["Ana", CLINIC, consentId]) expect(there.text).not.toContain(word);
  expect((await site.app.get(`/guardian/consents/${consentId}`, rosa)).status).toBe(404);
  await switchTo(rosa, sampleSchools.lakeview.name);
  expect((await site.app.get(`/guardian/consents/${consentId}`, rosa)).status).toBe(200);
});

test("brothers and sisters at one school stand on one page, each by name with what waits for them", async () => {
  const ines = await site.app.signInAs("ines");
  const tie = {
    ...{ as: "guardian", studentId: cast.jada.personId, fullName: cast.rosa.name, relationship: "stepmother" },
    ...{ legalBasis: "guardian", right: ["mayConsent", "maySeeRecords"], callOrder: "3", language: "es" },
    namesake: cast.rosa.personId,
  };
  const page = `/coordinator/people/new?as=guardian&student=${cast.jada.personId}`;
  expect((await site.app.post(page, tie, ines)).status).toBe(302);
  const { text } = await read("/guardian", await site.app.signInAs("rosa"));
  for (const child of ["Ana", "Jada"]) expect(text).toMatch(new RegExp(`<h2[^>]*>[^<]*${child}`));
  const { text: person } = await read(`/coordinator/people/${cast.rosa.personId}`, ines);
  for (const child of [cast.ana, cast.jada]) expect(person).toContain(`/coordinator/people/${child.personId}`);
});

test("a mentor of two organisations has each one's placements and students in its own place", async () => {
  const { organisation: bikes } = cast.ingrid;
  const ingrid = await site.app.signInAs("ingrid");
  const placements = await sql<{ id: string; title: string; organisation_id: string }>(
    site.database,
    "select id, title, organisation_id from placements where organisation_id = any($1)",
    [[cast.ingrid.organisationId, cast.ingridAtGarden.organisationId]],
  );
  const of = (organisationId: string) => placements.filter((placement) => placement.organisation_id === organisationId);
  expect(bikes).not.toBe(cast.ingridAtGarden.organisation);
  const seen = async (own: string, other: string) => {
    const { text } = await read("/mentor", ingrid);
    for (const { title } of of(own)) expect(text).toContain(title);
    for (const { title } of of(other)) expect(text).not.toContain(title);
    for (const { id } of of(own)) expect((await site.app.get(`/mentor/placements/${id}`, ingrid)).status).toBe(200);
    for (const { id } of of(other)) expect((await site.app.get(`/mentor/placements/${id}`, ingrid)).status).toBe(404);
  };
  expect([of(cast.ingrid.organisationId).length, of(cast.ingridAtGarden.organisationId).length]).not.toContain(0);
  await seen(cast.ingrid.organisationId, cast.ingridAtGarden.organisationId);
  await switchTo(ingrid, "Rainier Street Community Garden (sample)");
  await seen(cast.ingridAtGarden.organisationId, cast.ingrid.organisationId);
});

test("a new name stands on every page from then on, is found, and the old one is on none and finds nobody", async () => {
  const { pursuitId } = await askRosa(site);
  const ines = await site.app.signInAs("ines");
  const person = `/coordinator/people/${cast.ana.personId}`;
  const names = { intent: "names", fullName: "Ren Zzyxx", nameUsed: "Ren", nameUsedFor: "everyone" };
  expect((await site.app.post(person, { ...names, pronunciation: "", pronouns: "" }, ines)).status).toBe(302);
  const ofStaff = [person, `/coordinator/pursuits/${pursuitId}`, "/coordinator/people?q=zzyxx"];
  const pages = [
    ...ofStaff.map((path) => [path, ines] as const),
    ["/guardian", await site.app.signInAs("rosa")],
    ["/advisor", await site.app.signInAs("tom")],
  ] as const;
  for (const [path, cookie] of pages) {
    const { status, text } = await read(path, cookie);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain("Ren");
    expect(text).not.toMatch(/\bAna\b/);
  }
  for (const path of ["/student", `/student/pursuits/${pursuitId}`, "/account"])
    expect((await read(path, await site.app.signInAs("ana"))).text).not.toMatch(/\bAna\b/);
  const { text } = await read(`/coordinator/people?q=${encodeURIComponent(cast.ana.name)}`, ines);
  expect(text).not.toContain(cast.ana.personId);
});
