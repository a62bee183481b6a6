import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LinkActor, MentorActor, SchoolActor } from "~/domain/actor";
import { cast, castActor, sampleSchools } from "~db/cast";
import { createDatabase, type Database } from "~db/connection.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { TestDatabase } from "../support/database";
import { fingerprint } from "../support/fingerprint";
import { createSeededDatabase } from "../support/seeded-database";
import { CALLS } from "./walls/calls";
import { CANARY, markWords, tells } from "./walls/canary";
import { otherMentor } from "./walls/furniture";
import { exported, FOR_DISTRICT, NO_QUERY, OF_DISTRICT } from "./walls/queries";
import { furnishVictim, type Theirs, victim } from "./walls/victim";

let database: TestDatabase;
let db: Database;
let theirs: Theirs;
beforeAll(async () => {
  database = await createSeededDatabase();
  const before = await furnishVictim(database);
  await markWords(database, before);
  theirs = { ...before, mail: `${CANARY}${before.mail}` };
  db = createDatabase(database.webUrl, { max: 2 });
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

/** Query names are promises: these only look. */
const READS = /\/(find|get|list|count|is|has|lock|check)[A-Z]/;
const queries = exported
  .filter(({ key, first }) => /\bScopeTx\b/.test(first) && !(key in NO_QUERY))
  .map(({ key, run }) => ({ key, run: CALLS[key] ?? run, isRead: READS.test(key) }));

test("every function of db goes through a door, or stands on the list with its reason", () => {
  const unexplained = exported.filter(
    ({ key, first }) => !/\b(Scope|Identity|System)Tx\b/.test(first) && !(key in NO_QUERY),
  );
  expect(unexplained.map(({ key }) => key)).toEqual([]);
  expect(queries.length).toBeGreaterThan(150);
});

test("the lists name functions that exist", () => {
  const known = new Set(exported.map(({ key }) => key));
  const named = [...Object.keys(NO_QUERY), ...Object.keys(CALLS), ...OF_DISTRICT, ...FOR_DISTRICT];
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test("at home every query finds or changes something of the school, so that the tries below are real ones", async () => {
  const idle: string[] = [];
  for (const { key, run, isRead } of queries) {
    const tried = await attempt(victim, (tx) => run(tx, theirs), "undo");
    if ("error" in tried) idle.push(`${key} fails, see walls/calls.ts: ${tried.error}`);
    else if (isRead ? isNothing(tried.answer) : tried.touched === 0)
      idle.push(`${key} does nothing: see walls/calls.ts`);
  }
  expect(idle).toEqual([]);
});

const link = (school: "harbor" | "cedar-ridge", personId: string): LinkActor => ({
  ...sampleSchools[school],
  kind: "link",
  linkKind: "consent",
  linkId: personId,
  subjectId: personId,
  personId,
  organisationId: null,
  language: "en",
});
const job = (school: "harbor" | "cedar-ridge"): SchoolActor => ({
  ...sampleSchools[school],
  kind: "system",
  job: "test",
});

/** Who tries, and the queries that they must get nothing from: in the same district organisations are shared. */
const isOfSchool = (key: string) => !OF_DISTRICT.has(key) && !FOR_DISTRICT.has(key);
const isNotPublic = (key: string) => !FOR_DISTRICT.has(key);
const everything = () => true;
const strangers: [string, SchoolActor | MentorActor, (key: string) => boolean][] = [
  ["the coordinator of a school of the same district", castActor(cast.malik), isOfSchool],
  ["an advisor of a school of the same district", castActor(cast.bea), isOfSchool],
  ["a student of a school of the same district", castActor(cast.mateo), isOfSchool],
  ["a guardian at a school of the same district", castActor(cast.nadia), isOfSchool],
  ["the bearer of a link to a school of the same district", link("harbor", cast.nadia.personId), isOfSchool],
  ["a job of a school of the same district", job("harbor"), isOfSchool],
  ["a mentor of another organisation of the district", otherMentor, isNotPublic],
  ["the coordinator of another district", castActor(cast.greta), everything],
  ["a student of another district", castActor(cast.finn), everything],
  ["a guardian of another district", castActor(cast.lars), everything],
  ["the bearer of a link to another district", link("cedar-ridge", cast.lars.personId), everything],
  ["a job of another district", job("cedar-ridge"), everything],
  ["a mentor of another district", castActor(cast.ruth), everything],
];

describe.each(strangers)("%s", (_, stranger, mayNot) => {
  const forbidden = queries.filter(({ key }) => mayNot(key));

  test("reads nothing and writes nothing with the ids of the school", async () => {
    const before = await fingerprint(database);
    const reached: string[] = [];
    for (const { key, run, isRead } of forbidden) {
      const tried = await attempt(stranger, (tx) => run(tx, theirs), "keep");
      if ("error" in tried && !REFUSALS.includes(tried.code))
        reached.push(`${key} fails otherwise: ${tried.code} ${tried.error}`);
      if ("answer" in tried && (tried.touched > 0 || (isRead && !isNothing(tried.answer))))
        reached.push(`${key} ${JSON.stringify(tried)}`);
    }
    expect(reached).toEqual([]);
    expect(await fingerprint(database)).toEqual(before);
  });

  test("reads and changes nothing of the school by passing its ids for those of the own one", async () => {
    const victims = {
      of: sampleSchools.lakeview,
      notOf: stranger.kind === "mentor" ? stranger.organisationId : undefined,
    };
    const before = await fingerprint(database, victims);
    const { schoolId = theirs.schoolId, districtId } = stranger;
    const organisationId = stranger.kind === "mentor" ? stranger.organisationId : theirs.organisationId;
    const told: string[] = [];
    for (const { key, run } of forbidden) {
      const mail = theirs.mail.replace(CANARY, "");
      const own = { ...theirs, mail, schoolId, districtId, organisationId, actor: stranger as typeof theirs.actor };
      const tried = await attempt(stranger, (tx) => run(tx, own), "keep");
      if ("error" in tried && !/^(23|42501|none)/.test(tried.code))
        told.push(`${key} fails otherwise: ${tried.code} ${tried.error}`);
      if ("answer" in tried && tells(tried.answer)) told.push(`${key} ${JSON.stringify(tried)}`);
    }
    expect(told).toEqual([]);
    expect(await fingerprint(database, victims)).toEqual(before);
  });
});

/** A policy refuses, a key refuses, or `get…` finds none. */
const REFUSALS = ["42501", "23503", "none"];

class Undo extends Error {}

type Tried = { answer: unknown; touched: number } | { error: string; code: string };

/** Runs one query in a transaction of its own, counting the rows that it adds, changes or removes. */
async function attempt(
  actor: SchoolActor | MentorActor,
  query: (tx: ScopeTx) => Promise<unknown>,
  end: "keep" | "undo",
): Promise<Tried> {
  let tried: Tried | undefined;
  try {
    await withScope({ db }, actor, async (tx) => {
      const before = await countTouched(tx);
      const answer = await query(tx);
      tried = { answer, touched: (await countTouched(tx)) - before };
      if (end === "undo") throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo))
      tried = { error: String(error).slice(0, 150), code: (error as { code?: string }).code ?? "none" };
  }
  return tried as Tried;
}

async function countTouched(tx: ScopeTx): Promise<number> {
  const { rows } = await sql<{ touched: number }>`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int as touched from pg_stat_xact_all_tables
    where schemaname in ('public', 'identity', 'graphile_worker')`.execute(tx);
  return rows[0]?.touched ?? 0;
}

function isNothing(answer: unknown): boolean {
  if (answer instanceof Map) return answer.size === 0;
  if (Array.isArray(answer)) return answer.every(isNothing);
  if (typeof answer === "object" && answer !== null) return Object.values(answer).every(isNothing);
  return !answer;
}
