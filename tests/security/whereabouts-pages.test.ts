import { afterAll, beforeAll, expect, test } from "vitest";
import { type CastAccountKey, cast } from "~db/cast";
import { type Doors, fillAddress, openDoors } from "../support/doors";
import { sql } from "../support/sql";
import { accessTable, linkTable } from "./access-table";

const MINUTES = 60_000;
/** Stands in everything that says where a student goes, and nowhere else. */
const PLACE = "zzplace";
/** A day and a minute at which nothing else happens, as they are stored and as they are read at the schools and elsewhere. */
const SAYS_WHERE = /zzplace|2027-03-17|T\d\d:47|:47 [ap]|:47 [ap]\.|\b\d{1,2}:47\b|March 17|17 de marzo/i;
const FROM = "2027-03-17T18:47:00Z";
const TO = "2027-03-17T19:47:00Z";

/** The board shows everybody what the school offers, and not who goes there. */
const OF_THE_BOARD: ReadonlySet<string> = new Set(["/search", "/placements/:listingId"]);
/** What is about where a student goes opens to nobody who may not know it. */
const CLOSED: ReadonlySet<string> = new Set(["/conversations/:pursuitId"]);
const GUARDIANS = ["monique", "rosa", "nadia", "lars"] as const satisfies readonly CastAccountKey[];

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const change = (text: string, values: unknown[] = []) => sql(doors.database, text, values);
  await change("update guardian_links set may_know_whereabouts = false");
  const pursued = "select l.placement_id from listings l join pursuits p on p.listing_id = l.id";
  await change(`update placements set title = $1 || ' ' || right(id::text, 4) where id in (${pursued})`, [PLACE]);
  await change(
    `update sites set name = $1, street = $1 where id in
    (select site_id from placements where id in (${pursued}) and site_id is not null)`,
    [PLACE],
  );
  await change(
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at, place)
      select school_id, id, 'shadow_day', 'dated', $1, $2, $3 from pursuits where state in ('approved', 'contacted', 'offered', 'accepted')`,
    [FROM, TO, PLACE],
  );
  await change(
    `insert into consents (school_id, student_id, guardian_id, purpose, pursuit_id, text_id, letter_code, language)
      select distinct on (g.guardian_id) u.school_id, u.student_id, g.guardian_id, 'participate', u.id, t.id,
        'C' || right(md5(g.guardian_id::text), 9), 'en' from pursuits u
        join guardian_links g on g.school_id = u.school_id and g.student_id = u.student_id
        join consent_texts t on t.school_id = u.school_id and t.purpose = 'participate' and t.language = 'en' and t.state = 'released'
        where u.state in ('approved', 'contacted', 'offered', 'accepted')
      on conflict do nothing`,
  );
  await change("update engagements set starts_on = '2027-03-17'");
  await change(
    `insert into meetings (school_id, student_id, with_id, starts_at, ends_at, place, family_asked, created_at)
      select s.school_id, s.id, a.advisor_id, $1, $2, $3, true, now() from students s
        join advisory_members m on m.school_id = s.school_id and m.student_id = s.id
        join advisories a on a.school_id = m.school_id and a.id = m.advisory_id`,
    [FROM, TO, PLACE],
  );
}, 2 * MINUTES);
afterAll(() => doors.stop());

/** Every request for a permission that a guardian has or had, to one place among them. */
async function consentsOf(key: CastAccountKey): Promise<string[]> {
  const { personId } = cast[key] as { personId: string };
  const rows = await sql<{ id: string }>(doors.database, "select id from consents where guardian_id = $1", [personId]);
  return rows.map(({ id }) => id);
}

/** Every page that the tables open to somebody, with what is there: as the browser gets it, data and words. */
async function pagesOf(key: CastAccountKey): Promise<{ path: string; body: string }[]> {
  const read: { path: string; body: string }[] = [];
  for (const { method, path, answers } of accessTable) {
    const answer = answers.find(({ person }) => person === key)?.answer;
    if (method !== "GET" || answer !== "200" || path.startsWith("/local/")) continue;
    const address = fillAddress(path, { ...doors.ids, ...doors.ownIds[key] });
    const { status, body } = await doors.app.get(address, doors.cookieOf(key));
    if (status === 404 && CLOSED.has(path)) continue;
    expect([path, status]).toEqual([path, 200]);
    read.push({ path, body });
  }
  for (const consentId of await consentsOf(key)) {
    const path = `/guardian/consents/${consentId}`;
    const { status, body } = await doors.app.get(path, doors.cookieOf(key));
    expect([path, status]).toEqual([path, 200]);
    read.push({ path, body });
  }
  return read;
}

test.each(GUARDIANS)(
  "no page that %s can open says where or when the child goes",
  { timeout: 3 * MINUTES },
  async (key) => {
    const pages = await pagesOf(key);
    expect(pages.length).toBeGreaterThan(8);
    const telling = pages.filter(({ path, body }) => !OF_THE_BOARD.has(path) && SAYS_WHERE.test(body));
    expect(telling.map(({ path, body }) => `${path}: ${around(body)}`)).toEqual([]);
  },
);

test("nor does any page that a link of a mail to a family opens", async () => {
  const telling: string[] = [];
  for (const { method, path, answers } of linkTable) {
    const kind = path.split("/")[1] ?? "";
    if (method !== "GET" || !["consent", "introduce", "concern", "question", "join"].includes(kind)) continue;
    for (const { bearer, answer } of answers.filter(({ answer }) => answer === "200")) {
      const address = fillAddress(path, { ...doors.ids, token: doors.links[kind]?.[bearer] ?? "" });
      const { body } = await doors.app.get(address);
      if (SAYS_WHERE.test(body)) telling.push(`${path} ${bearer} ${answer}: ${around(body)}`);
    }
  }
  expect(telling).toEqual([]);
});

test("a child's own pages do say it, so that the words would be found", async () => {
  const { body } = await doors.app.get("/student", doors.cookieOf("jada"));
  expect(body).toMatch(/zzplace/);
  expect(body).toMatch(/:47/);
});

test("whoever is asked to come to a talk reads that there is one and whom to ask", async () => {
  const { body } = await doors.app.get("/guardian", doors.cookieOf("monique"));
  expect(body).toContain("You are asked to come.");
  expect(body).toContain("Ask the school when and where");
  const [advisor] = await sql<{ name: string }>(
    doors.database,
    `select p.full_name as name from advisory_members m join advisories a on a.id = m.advisory_id join people p on p.id = a.advisor_id
      where m.student_id = $1`,
    [cast.jada.personId],
  );
  expect(body).toContain(`Talk with ${advisor?.name}`);
});

/** Where the first of the words stands. */
function around(body: string): string {
  const at = body.search(SAYS_WHERE);
  return body.slice(Math.max(0, at - 80), at + 60).replaceAll(/\s+/g, " ");
}
