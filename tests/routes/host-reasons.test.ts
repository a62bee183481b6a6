import { beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { cast } from "~db/cast";
import { answer, bearerOf } from "../features/consents/scene";
import { sql } from "../support/sql";
import { askRosa, useSite } from "./consent-site";

const site = useSite();
/** Stands in everything the school knows of Ana and may not tell a host. */
const CANARY = "zzcanary";
const FACT = "Ana likes what this placement is about: ";

const { personId, schoolId } = cast.ana;
const canaries = [
  `update people set full_name = '${CANARY}-full', pronunciation = '${CANARY}-said', born_on = '2011-11-11' where id = '${personId}'`,
  `update contact_points set value = '${CANARY}@school.example' where person_id = '${personId}'`,
  `update areas set name = '${CANARY}-area', postcodes = '{${CANARY}-postcode}' where id = (select area_id from students where id = '${personId}')`,
  `update students set goals = '${CANARY}-goals and robotics', grade = 10, languages = '{so,es}', weekdays = '{4}',
    travel_modes = '{cycle}', travel_limit_minutes = 77 where id = '${personId}'`,
  `update guardian_links set relationship = '${CANARY}-relation' where student_id = '${personId}'`,
  `update people set name_used = '${CANARY}-guardian' where id = '${cast.rosa.personId}'`,
  `update clearances set type = '${CANARY}-check', evidence_reference = '${CANARY}-reference' where school_id = '${schoolId}'`,
  `insert into student_interests (school_id, student_id, interest_id, strength, liked) values ('${schoolId}', '${personId}', 'finance', 3, false)
    on conflict (school_id, student_id, interest_id) do update set liked = false`,
  `update pursuits set student_note = '${CANARY}-note', decline_for_staff = '${CANARY}-staff', match_score = 7777 where student_id = '${personId}'`,
  `update gates set note = '${CANARY}-gate' where pursuit_id in (select id from pursuits where student_id = '${personId}')`,
  `update people set full_name = '${CANARY}-other', name_used = '${CANARY}-other' where id in (select id from students where id <> '${personId}')`,
];
/** Facts that are no words: a weekday, a way to travel, a limit, a language, a dislike, a birth date, a score. */
const SAID = [/Thursday/i, /\bcycl/i, /\b77\b/, /Somali/, /Spanish/, /financ/i, /2011/, /7777/, /robot/i];

let pursuitId: string;
let cookie: string;
beforeEach(async () => {
  const asked = await askRosa(site);
  pursuitId = asked.pursuitId;
  for (const text of canaries) await sql(site.database, text);
  const given = await answer(site, await bearerOf(site, asked.consentId), { consentId: asked.consentId });
  expect(given).toMatchObject({ ok: true });
  cookie = await site.app.signInAs("maya");
});

const page = () => site.app.get(`/mentor/pursuits/${pursuitId}`, cookie);
const data = () =>
  site.app.get(
    `/mentor/pursuits/${pursuitId}?_data=${encodeURIComponent("routes/mentor.pursuits.$pursuitId")}`,
    cookie,
  );

/** What a person reads of a page: no markup, no script. */
const wordsOf = (body: string) =>
  body
    .replace(/<script.*?<\/script>/gs, " ")
    .replace(/<style.*?<\/style>/gs, " ")
    .replace(/<[^>]+>/g, " ");

test("a mentor reads in words why this student might fit, from what the family let the school tell", async () => {
  const { status, body } = await page();
  const words = wordsOf(body).replace(/\s+/g, " ");
  expect(status).toBe(200);
  expect(words).toContain("Why Ana might fit");
  expect(words).toContain("Ana chose this placement.");
  expect(words).toContain(FACT);
  expect(words).not.toMatch(/%|score of|\d+ points/);
});

test("X3: nothing else about the student, and nothing of another one, reaches the mentor by page, data, mail, link or log", async () => {
  const mails = await sql<{ id: string }>(site.database, "select id from mails where kind = 'first-contact'");
  for (const { id } of mails) await deliverMail(site.wiring, { mailId: id });
  const toMaya = site.wiring.sent.filter(({ to }) => to === cast.maya.mail);
  expect(toMaya).toHaveLength(1);
  const link = /\/first-contact\/[\w-]+/.exec(toMaya[0]?.text ?? "")?.[0] ?? "";
  const answers = { page: await page(), data: await data(), link: await site.app.get(link) };
  for (const [where, { status, body }] of Object.entries(answers)) {
    expect(status, where).toBe(200);
    expect(body, where).toContain("Ana");
    expect(body, where).not.toContain(CANARY);
    expect(body, where).not.toContain(personId);
    for (const said of SAID) expect(where === "data" ? body : wordsOf(body), where).not.toMatch(said);
  }
  expect(JSON.stringify(toMaya)).not.toContain(CANARY);
  expect(JSON.stringify(site.wiring.lines)).not.toMatch(new RegExp(`${CANARY}|Ana\\b`));
});

test("what the school learns of the student afterwards changes no word of it", async () => {
  const before = await data();
  await sql(site.database, "update student_interests set liked = not liked where student_id = $1", [personId]);
  await sql(site.database, "update students set grade = 12, weekdays = '{2}', area_id = null where id = $1", [
    personId,
  ]);
  expect((await data()).body).toBe(before.body);
});

test("once the disclosure is withdrawn no reason is left, and a mentor of another host never had one", async () => {
  const strangers = await site.app.signInAs("carlos");
  expect((await site.app.get(`/mentor/pursuits/${pursuitId}`, strangers)).status).toBe(404);
  await sql(site.database, "update disclosures set withdrawn_at = now() where pursuit_id = $1", [pursuitId]);
  const gone = await page();
  expect(gone.status).toBe(404);
  expect(gone.body).not.toContain("might fit");
});
