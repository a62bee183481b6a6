import { beforeEach, expect, test } from "vitest";
import { cast } from "~db/cast";
import { sql } from "../support/sql";
import { useSite } from "./consent-site";

const site = useSite();
const NEW = "/coordinator/people/new";
const NEW_FOR_ANA = `${NEW}?as=guardian&student=${cast.ana.personId}`;
const AUNT = {
  ...{ as: "guardian", studentId: cast.ana.personId, fullName: cast.monique.name, relationship: "aunt" },
  ...{ legalBasis: "guardian", right: ["mayConsent", "maySeeRecords"], callOrder: "2", language: "en" },
};

let ines: string;
beforeEach(async () => {
  ines = await site.app.signInAs("ines");
});
const linksOfAna = () =>
  sql<{ guardian_id: string }>(site.database, "select guardian_id from guardian_links where student_id = $1", [
    cast.ana.personId,
  ]);

test("a guardian whose name is known is asked about where the answer is given, without scripts, and tied once more", async () => {
  const before = (await linksOfAna()).length;
  const asked = await site.app.post(NEW_FOR_ANA, AUNT, ines);
  expect(asked.status).toBe(409);
  expect(asked.body).toContain(`This person: ${cast.monique.name}, family of Jada`);
  const [, field = ""] = /href="#([^"]+)"[^>]*>[^<]*Look first, then say who this is/.exec(asked.body) ?? [];
  expect(asked.body).toMatch(new RegExp(`<input[^>]*name="namesake"[^>]*id="${field}"`));
  expect(await linksOfAna()).toHaveLength(before);

  const tied = await site.app.post(NEW_FOR_ANA, { ...AUNT, namesake: cast.monique.personId }, ines);
  expect([tied.status, tied.headers.location]).toEqual([302, `/coordinator/people/${cast.ana.personId}`]);
  expect(await linksOfAna()).toContainEqual({ guardian_id: cast.monique.personId });
});

test("whoever wants to add a family without a student is led to the students", async () => {
  const { body } = await site.app.get(`${NEW}?as=guardian`, ines);
  expect(body).toMatch(/<a [^>]*href="\/coordinator\/people\?show=student"[^>]*>.*?Find the student/s);
});

test("each link of a student has its own words, and no colleague is chosen for an advisory beforehand", async () => {
  const { body: jada } = await site.app.get(`/coordinator/people/${cast.jada.personId}`, ines);
  for (const { name } of [cast.monique, cast.derek])
    for (const words of [`Change the rights of ${name}`, `End the link with ${name}`]) expect(jada).toContain(words);
  const { body: june } = await site.app.get(`/coordinator/people/${cast.june.personId}`, ines);
  expect(june).toMatch(/<select[^>]*name="advisorId"[^>]*><option value=""/);
});
