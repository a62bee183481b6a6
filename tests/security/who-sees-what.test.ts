import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, LinkActor } from "~/domain/actor";
import { openConsent } from "~/features/consents/open-consent.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";
import { sql } from "../support/sql";
import { createTestWiring, type TestWiring } from "../support/wiring";
import { tells } from "./walls/canary";
import { inputOf } from "./walls/inputs";
import { verbs } from "./walls/verbs";
import { furnishVictim, type Theirs } from "./walls/victim";

/** One word for each kind of fact of the table "who sees what", put where such facts stand. */
const FACTS = {
  zzplace: "where Jada goes",
  zzfull: "Jada's full name",
  zzcontact: "contact points of Jada and her family",
  zzfamily: "who her guardians are",
  zzwords: "what Jada wrote for the school",
  zzstaff: "what staff wrote for staff",
  zzother: "students of other advisories",
  zzpeer: "other students of the advisory",
} as const;
type Fact = keyof typeof FACTS;

let database: TestDatabase;
let wiring: TestWiring;
let theirs: Theirs;
/** Both parents are asked for permission: guardian to request. */
const requests = new Map<string, string>();
beforeAll(async () => {
  database = await createSeededDatabase();
  theirs = await furnishVictim(database);
  for (const { personId } of [cast.monique, cast.derek]) requests.set(personId, await askForPermission(personId));
  for (const text of marks(theirs)) await sql(database, text);
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring?.close();
  await database?.drop();
});

const { schoolId } = sampleSchools.lakeview;
const jada = cast.jada.personId;
const family = `'${jada}', '${cast.monique.personId}', '${cast.derek.personId}'`;
const advisory = `select m.student_id from advisory_members m join advisories a on (a.school_id, a.id) = (m.school_id, m.advisory_id)
  where a.advisor_id = '${cast.tom.personId}' union
  select m.student_id from advisory_members m join advisory_covers c using (school_id, advisory_id) where c.cover_id = '${cast.tom.personId}'`;
const students = `select id from students where school_id = '${schoolId}' and id <> '${jada}'`;

/** Asks a guardian for permission to take part, in English; answers the id of the request. */
async function askForPermission(guardianId: string): Promise<string> {
  const [made] = await sql<{ id: string }>(
    database,
    `insert into consents (school_id, student_id, guardian_id, purpose, pursuit_id, text_id, letter_code, language)
      select u.school_id, u.student_id, $1::uuid, 'participate', u.id, t.id, 'WALL' || right($1::text, 6), 'en' from pursuits u
      join consent_texts t on t.school_id = u.school_id and t.purpose = 'participate' and t.language = 'en' and t.state = 'released'
      where u.id = $2 returning id`,
    [guardianId, theirs.pursuitId],
  );
  if (!made) throw new Error("the sample has no released text any more");
  return made.id;
}

const marks = ({ organisationId, placementId, pursuitId, siteId, mentorId }: Theirs) => [
  `update organisations set name = 'zzplace ' || name where id = '${organisationId}'`,
  `update sites set name = 'zzplace ' || name, street = 'zzplace', city = 'zzplace', postcode = 'zzplace' where id = '${siteId}'`,
  `update placements set title = 'zzplace ' || title where id = '${placementId}'`,
  `update mentors set full_name = 'zzplace ' || full_name, name_used = 'zzplace ' || name_used where id = '${mentorId}'`,
  `update people set full_name = 'zzfull ' || full_name where id = '${jada}'`,
  `update people set full_name = 'zzfamily', name_used = 'zzfamily' where id in ('${cast.monique.personId}', '${cast.derek.personId}')`,
  `update contact_points set value = 'zzcontact' || value where person_id in (${family})`,
  `update students set goals = 'zzwords' where id = '${jada}'`,
  `update pursuits set student_note = 'zzwords', decline_for_staff = 'zzstaff' where id = '${pursuitId}'`,
  `update gates set note = 'zzstaff' where pursuit_id = '${pursuitId}'`,
  `update consents set evidence = 'zzstaff', signed_name = 'zzfamily' where student_id = '${jada}'`,
  `update people set full_name = 'zzpeer ' || full_name, name_used = 'zzpeer' where id in (${students}) and id in (${advisory})`,
  `update people set full_name = 'zzother ' || full_name, name_used = 'zzother' where id in (${students}) and id not in (${advisory})`,
];

/** Verbs that only answer. Everybody at the school reads its listings: that says nothing about where Jada goes. */
const READS = /\/(open|list|find|rank|search|preview|describe|load)[A-Z]/;
/** Shows staff one listing, and beside it the students of their own whose wish or request they may take down for it. */
const OF_A_LISTING = "pursuits/openRecording";
const reads = verbs.filter(({ key }) => READS.test(key) && !key.startsWith("search/") && key !== OF_A_LISTING);

const firstContact = (): LinkActor => ({
  ...sampleSchools.lakeview,
  kind: "link",
  linkKind: "first-contact",
  linkId: theirs.pursuitId,
  subjectId: theirs.pursuitId,
  personId: theirs.mentorId,
  organisationId: theirs.organisationId,
  language: "en",
});

/** What each reader may know of these facts; whatever is not named here must be in no answer. */
test.each<[string, () => Actor, readonly Fact[]]>([
  ["the student", () => castActor(cast.jada), ["zzplace", "zzfull", "zzwords"]],
  ["a guardian", () => castActor(cast.monique), ["zzplace", "zzfamily"]],
  ["a guardian who may not know whereabouts", () => castActor(cast.derek), ["zzfamily"]],
  ["the mentor", () => castActor(cast.ingrid), ["zzplace"]],
  ["the bearer of the first contact", firstContact, ["zzplace"]],
  [
    "the student's advisor",
    () => castActor(cast.tom),
    ["zzplace", "zzfull", "zzwords", "zzfamily", "zzstaff", "zzpeer"],
  ],
  ["another advisor", () => castActor(cast.june), ["zzother"]],
  ["another student of the advisory", () => castActor(cast.ana), ["zzpeer"]],
  [
    "a coordinator",
    () => castActor(cast.ines),
    ["zzplace", "zzfull", "zzcontact", "zzfamily", "zzwords", "zzstaff", "zzother", "zzpeer"],
  ],
])("%s reads what the table allows and nothing else", async (_, who, allowed) => {
  const actor = who();
  const hidden = (Object.keys(FACTS) as Fact[]).filter((fact) => !allowed.includes(fact));
  const told: string[] = [];
  const seen = new Set<Fact>();
  for (const { key, run, kinds } of reads) {
    if (!kinds.includes(actor.kind)) continue;
    const input = { ...inputOf(key, theirs), consentId: consentOf(actor) };
    const answer = await run(wiring, actor, input);
    for (const fact of hidden) if (tells(answer, fact)) told.push(`${key} tells ${FACTS[fact]}`);
    for (const fact of allowed) if (tells(answer, fact)) seen.add(fact);
  }
  expect(told).toEqual([]);
  expect(allowed.filter((fact) => !seen.has(fact))).toEqual([]);
});

/** A guardian's own request; others try the one that the mother has answered. */
function consentOf(actor: Actor): string {
  return (actor.kind === "guardian" && requests.get(actor.personId)) || theirs.consentId;
}

test("the same request for permission names the place to one parent and keeps it from the other", async () => {
  const read = async (guardian: typeof cast.monique) => {
    const answer = await openConsent(wiring, castActor(guardian), { consentId: consentOf(castActor(guardian)) });
    return answer.ok ? { text: answer.value.text?.body ?? "", places: answer.value.places } : answer;
  };
  const [mother, father] = [await read(cast.monique), await read(cast.derek)];
  expect(tells(mother, "zzplace")).toBe(true);
  expect(tells(father, "zzplace")).toBe(false);
  expect(father).toMatchObject({ text: expect.stringContaining("a place to learn") });
});

test("whatever happens to a pursuit, its mails carry the first name at most, and the place never to who may not know it", async () => {
  const everybody: Actor[] = [cast.ines, cast.jada, cast.monique, cast.derek, cast.ingrid].map((member) =>
    castActor(member),
  );
  for (const { key, run, kinds } of verbs.filter(({ key }) => !READS.test(key)))
    for (const actor of everybody.filter(({ kind }) => kinds.includes(kind)))
      await run(wiring, actor, {
        ...inputOf(key, theirs),
        consentId: consentOf(actor),
        studentId: jada,
      }).catch(() => {});
  const mails = await sql<{ kind: string; to: string | null; mentor: string | null; props: unknown }>(
    database,
    "select kind, recipient_person_id as to, recipient_mentor_id as mentor, props from mails where school_id = $1 and props <> '{}'",
    [schoolId],
  );
  for (const { personId } of [cast.monique, cast.derek])
    expect(mails.filter(({ kind, to }) => kind === "family-news" && to === personId)).not.toEqual([]);
  const full: Fact[] = ["zzfull", "zzcontact", "zzwords", "zzstaff"];
  const told = mails.flatMap(({ kind, to, mentor, props }) => {
    const hidden: Fact[] =
      to === cast.derek.personId ? [...full, "zzplace"] : mentor ? [...full, "zzfamily", "zzother", "zzpeer"] : full;
    return hidden.filter((fact) => tells(props, fact)).map((fact) => `${kind} tells ${FACTS[fact]}`);
  });
  expect(told).toEqual([]);
});
