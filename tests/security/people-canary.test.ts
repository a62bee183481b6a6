import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, GuardianActor } from "~/domain/actor";
import { ALL_RIGHTS } from "~/domain/people/link-rights";
import { addContact } from "~/features/people/add-contact.server";
import { addGuardian } from "~/features/people/add-guardian.server";
import { addStudent } from "~/features/people/add-student.server";
import { changeLink } from "~/features/people/change-link.server";
import { changeNames } from "~/features/people/change-names.server";
import { endLink } from "~/features/people/end-link.server";
import { openPerson } from "~/features/people/open-person.server";
import { type CastAccount, cast, castActor } from "~db/cast";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";
import { createTestWiring, type TestWiring } from "../support/wiring";
import { tells } from "./walls/canary";
import { inputOf } from "./walls/inputs";
import { verbs } from "./walls/verbs";
import { furnishVictim, type Theirs } from "./walls/victim";

/** Stands in every word that staff wrote on the pages of people, and nowhere else. */
const WRITTEN = "zzwritten";
/** A name somebody had before. */
const FORMER = "zzformer";
/** Where Jada goes. */
const PLACE = "zzplace";

const ines = castActor(cast.ines);
const parent = { relationship: `${WRITTEN} mother`, legalBasis: "parent", callOrder: 1 } as const;
const noWhereabouts = { ...parent, rights: { ...ALL_RIGHTS, mayKnowWhereabouts: false } };

let database: TestDatabase;
let wiring: TestWiring;
let theirs: Theirs;
/** A student who opted out of directory information, and an adult who may not know whereabouts: the child's and Jada's. */
let child: { studentId: string; guardianId: string };
beforeAll(async () => {
  database = await createSeededDatabase();
  theirs = await furnishVictim(database);
  await sql(database, `update organisations set name = '${PLACE}' where id = $1`, [theirs.organisationId]);
  await sql(database, `update sites set name = '${PLACE}', street = '${PLACE}' where id = $1`, [theirs.siteId]);
  await sql(database, `update placements set title = '${PLACE}' where id = $1`, [theirs.placementId]);
  await sql(database, `update mentors set full_name = '${PLACE}', name_used = '${PLACE}' where id = $1`, [
    theirs.mentorId,
  ]);
  wiring = createTestWiring(database);
  child = await writeDownFamily();
});
afterAll(async () => {
  await wiring?.close();
  await database?.drop();
});

/** Writes a family down as a coordinator does, with the canary in every field that takes words. */
async function writeDownFamily() {
  const { personId: studentId } = valueIn(
    await addStudent(wiring, ines, {
      ...{ fullName: `${FORMER} Child`, nameUsed: FORMER, bornOn: "2010-04-01", grade: 10, language: "so" },
      ...{ studentNumber: WRITTEN, directoryOptOut: true, advisoryId: null, isAnother: false },
      mail: `${WRITTEN}.child@lakeview.example`,
    }),
  );
  const names = { fullName: `${WRITTEN} Child`, nameUsed: WRITTEN, pronunciation: WRITTEN, pronouns: WRITTEN };
  valueIn(await changeNames(wiring, ines, { personId: studentId, ...names, nameUsedFor: "everyone" }));
  const post = { kind: "post" as const, value: `1 ${WRITTEN} Street`, isShared: false, letsIn: false };
  valueIn(await addContact(wiring, ines, { personId: studentId, ...post }));
  const { personId: guardianId } = valueIn(
    await addGuardian(wiring, ines, {
      ...{ studentId, fullName: `${WRITTEN} Parent`, nameUsed: WRITTEN, language: "en", namesake: "unseen" },
      ...{ terms: noWhereabouts, document: WRITTEN },
      contacts: [{ kind: "mail", value: `${WRITTEN}.parent@example.org` }],
    }),
  );
  const again = { studentId: theirs.studentId, fullName: `${WRITTEN} Parent`, nameUsed: WRITTEN, language: "en" };
  valueIn(
    await addGuardian(wiring, ines, {
      ...{ ...again, namesake: { personId: guardianId }, terms: noWhereabouts, document: WRITTEN, contacts: [] },
    }),
  );
  return { studentId, guardianId };
}

/** Verbs that only answer; the school's own listings say nothing about where Jada goes. */
const READS = /\/(open|list|find|rank|search|preview|describe|load)[A-Z]/;
const reads = verbs.filter(({ key }) => READS.test(key) && !key.startsWith("search/"));

/** The ids of what stands on the child's page. */
async function idsOfChild() {
  const page = valueIn(await openPerson(wiring, ines, { personId: child.studentId }));
  return {
    ...{ ...child, personId: child.studentId, accountId: theirs.accountId },
    linkId: page.links[0]?.id,
    contactPointId: page.contacts[0]?.id,
    membershipId: page.memberships[0]?.id,
    fullName: page.person.fullName,
    words: WRITTEN,
  };
}

/** The verbs that tell somebody a word when they are asked about somebody. */
async function tellers(actor: Actor, word: string, about: Record<string, unknown>): Promise<string[]> {
  const told: string[] = [];
  for (const { key, run } of reads.filter(({ kinds }) => kinds.includes(actor.kind))) {
    const answer = await run(wiring, actor, { ...inputOf(key, theirs), ...about });
    if (tells(answer, word)) told.push(key);
  }
  return told;
}

const OUTSIDERS: Record<string, CastAccount> = {
  ...{ student: cast.ana, parent: cast.monique, "parent without whereabouts": cast.derek, mentor: cast.ingrid },
  ...{ "mentor of the clinic": cast.maya, "advisor of others": cast.june, "advisor next door": cast.bea },
  ...{ "coordinator next door": cast.malik, "admin next door": cast.walter, "another district": cast.greta },
};
test.each(Object.entries(OUTSIDERS))("%s reads no word that staff wrote of a family", async (_, who) => {
  expect(await tellers(castActor(who), WRITTEN, await idsOfChild())).toEqual([]);
});

test("staff who keep people read what they wrote, so the words stand where verbs look", async () => {
  const told = await tellers(ines, WRITTEN, await idsOfChild());
  expect(told).toEqual(expect.arrayContaining(["people/listPeople", "people/openPerson", "people/findNamesakes"]));
});

test("nobody but those who keep people of the school changes a word of it", async () => {
  const about = await idsOfChild();
  const stand = () =>
    sql<{ all: string }>(
      database,
      `select jsonb_build_array(to_jsonb(pe), to_jsonb(st),
          (select jsonb_agg(to_jsonb(c) order by c.id) from contact_points c where c.person_id = pe.id),
          (select jsonb_agg(to_jsonb(g) order by g.id) from guardian_links g where g.student_id = pe.id),
          (select jsonb_agg(to_jsonb(m) order by m.id) from identity.memberships m where m.person_id = pe.id))::text as all
        from people pe join students st on st.id = pe.id where pe.id = $1`,
      [child.studentId],
    );
  const before = await stand();
  expect(before[0]?.all).toContain(WRITTEN);
  const changes = verbs.filter(({ key }) => key.startsWith("people/") && !READS.test(key));
  expect(changes.length).toBeGreaterThan(10);
  for (const who of Object.values(OUTSIDERS))
    for (const { key, run } of changes) {
      const answer = await run(wiring, castActor(who), { ...inputOf(key, theirs), ...about });
      expect(tells(answer, WRITTEN), key).toBe(false);
    }
  expect(await stand()).toEqual(before);
});

test("a name somebody had before is told to nobody, also not to those who changed it", async () => {
  const about = await idsOfChild();
  for (const who of [...Object.values(OUTSIDERS), cast.ines, cast.priya])
    expect(await tellers(castActor(who), FORMER, about)).toEqual([]);
});

/** Somebody whom the pages of people let in by an address. */
async function signedIn(personId: string): Promise<GuardianActor> {
  const [row] = await sql<{ account_id: string }>(
    database,
    "select account_id from identity.memberships where person_id = $1 and role = 'guardian'",
    [personId],
  );
  const { schoolId, districtId } = ines;
  return { kind: "guardian", accountId: row?.account_id ?? "", personId, schoolId, districtId };
}

test("an adult who is tied without the right to know whereabouts reads of Jada, and of no place", async () => {
  const actor = await signedIn(child.guardianId);
  expect(await tellers(actor, cast.jada.name.split(" ")[0] as string, {})).not.toEqual([]);
  expect(await tellers(actor, PLACE, {})).toEqual([]);
});

test("from the moment the right to know whereabouts is taken a parent reads no place, and after the link of no child", async () => {
  const monique = castActor(cast.monique);
  expect(await tellers(monique, PLACE, {})).not.toEqual([]);
  const order = { linkId: theirs.linkId, document: "Order 26-3-00123" };
  valueIn(await changeLink(wiring, ines, { ...order, terms: { ...noWhereabouts, relationship: "mother" } }));
  expect(await tellers(monique, PLACE, {})).toEqual([]);
  const first = cast.jada.name.split(" ")[0] as string;
  expect(await tellers(monique, first, {})).not.toEqual([]);
  valueIn(await endLink(wiring, ines, { ...order, lastDay: "2026-10-15" }));
  wiring.clock.pass(24 * 60);
  expect(await tellers(monique, first, {})).toEqual([]);
});
