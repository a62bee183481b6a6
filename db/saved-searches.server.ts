import { type RawBuilder, sql } from "kysely";
import type { Move } from "./merge-moves.server";
import type { ScopeTx } from "./scope.server";

interface OfStudent {
  schoolId: string;
  studentId: string;
}

interface OfSearch extends OfStudent {
  searchId: string;
}

/** What a student keeps looking for, the latest first. */
export function listSavedSearches(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("saved_searches")
    .select(["id", "name", "wish", "mails_news", "looked_until", "created_at"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** The student's search with the same words and limits. */
export function findSameSearch(tx: ScopeTx, { schoolId, studentId, wish }: OfStudent & { wish: object }) {
  return tx
    .selectFrom("saved_searches")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("wish", "=", sql<never>`${JSON.stringify(wish)}::jsonb`)
    .executeTakeFirst();
}

interface NewSearch extends OfStudent {
  name: string;
  wish: object;
  mailsNews: boolean;
  now: Date;
}

/** Keeps a search. What is listed by now is no news of it. */
export async function insertSavedSearch(
  tx: ScopeTx,
  { schoolId, studentId, name, wish, mailsNews, now }: NewSearch,
): Promise<string> {
  const { id } = await tx
    .insertInto("saved_searches")
    .values({
      school_id: schoolId,
      student_id: studentId,
      name,
      wish: JSON.stringify(wish),
      mails_news: mailsNews,
      looked_until: now.toISOString(),
      created_at: now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers whether the student has such a search. */
export async function updateSearchName(
  tx: ScopeTx,
  { schoolId, studentId, searchId, name }: OfSearch & { name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await own(tx, { schoolId, studentId, searchId }).set({ name }).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Switches the mail of a search on or off. News begin at the moment it is switched on; where it was on already they go on.
 * Answers whether the student has such a search.
 */
export async function updateSearchMail(
  tx: ScopeTx,
  { schoolId, studentId, searchId, mailsNews, now }: OfSearch & { mailsNews: boolean; now: Date },
): Promise<boolean> {
  const lookedUntil = sql<string>`case when mails_news or not ${mailsNews} then looked_until else ${now.toISOString()}::timestamptz end`;
  const { numUpdatedRows } = await own(tx, { schoolId, studentId, searchId })
    .set({ mails_news: mailsNews, looked_until: lookedUntil })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function own(tx: ScopeTx, { schoolId, studentId, searchId }: OfSearch) {
  return tx
    .updateTable("saved_searches")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("id", "=", searchId);
}

/** Forgets a search; one that is not there is forgotten already. */
export async function deleteSavedSearch(tx: ScopeTx, { schoolId, studentId, searchId }: OfSearch): Promise<void> {
  await tx
    .deleteFrom("saved_searches")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("id", "=", searchId)
    .execute();
}

/** Switches the mail of all of a student's searches off. */
export async function stopSearchMails(tx: ScopeTx, { schoolId, studentId }: OfStudent): Promise<void> {
  await tx
    .updateTable("saved_searches")
    .set({ mails_news: false })
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("mails_news", "=", true)
    .execute();
}

/** Students of the school with a search whose news were last told before a moment, and the first moment of each. */
export async function listStudentsDueNews(
  tx: ScopeTx,
  { schoolId, before }: { schoolId: string; before: Date },
): Promise<{ studentId: string; since: Date }[]> {
  const rows = await tx
    .selectFrom("saved_searches")
    .select((eb) => ["student_id", eb.fn.min("looked_until").as("since")])
    .where("school_id", "=", schoolId)
    .where("mails_news", "=", true)
    .where("looked_until", "<", before.toISOString())
    .groupBy("student_id")
    .orderBy("student_id")
    .execute();
  return rows.map(({ student_id: studentId, since }) => ({ studentId, since: new Date(since) }));
}

/** From now on what was listed up to a moment is no news to a student, in searches whose mail is on. */
export async function updateLookedUntil(
  tx: ScopeTx,
  { schoolId, studentId, until }: OfStudent & { until: Date },
): Promise<void> {
  await tx
    .updateTable("saved_searches")
    .set({ looked_until: until.toISOString() })
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("mails_news", "=", true)
    .where("looked_until", "<", until.toISOString())
    .execute();
}

/** How a student is written to: name, language, age, and whether they have left. */
export function findSearchReader(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("students as s")
    .innerJoin("people as p", (join) => join.onRef("p.school_id", "=", "s.school_id").onRef("p.id", "=", "s.id"))
    .leftJoin("areas as a", "a.id", "s.area_id")
    .select(["p.name_used", "p.language", "p.born_on", "p.left_on", "a.latitude", "a.longitude"])
    .where("s.school_id", "=", schoolId)
    .where("s.id", "=", studentId)
    .executeTakeFirst();
}

/** A wish that asks for one organisation in the place of another, each once. */
const withOrganisation = (wish: RawBuilder<unknown>, { from, to }: { from: string; to: string }) =>
  sql`jsonb_set(${wish}, '{organisations}', (select jsonb_agg(distinct case asked when ${from} then ${to}::text else asked end)
    from jsonb_array_elements_text(${wish}->'organisations') asked))`;

interface OfOrganisations {
  schoolId: string;
  from: string;
  to: string;
}

/** Has the searches of a school that ask for one organisation ask for another; answers which, with what they asked. */
export async function pointSearches(tx: ScopeTx, { schoolId, from, to }: OfOrganisations): Promise<Move[]> {
  const { rows } = await sql<Move>`with mine as (select id, wish from saved_searches
      where school_id = ${schoolId} and wish->'organisations' ? ${from} for update)
    update saved_searches s set wish = ${withOrganisation(sql`s.wish`, { from, to })} from mine
    where s.school_id = ${schoolId} and s.id = mine.id
    returning jsonb_build_object('id', s.id) as key, jsonb_build_object('wish', mine.wish) as before`.execute(tx);
  return rows;
}

/** Has those searches ask what they asked before, unless their students changed them since. */
export async function returnSearches(
  tx: ScopeTx,
  { schoolId, from, to, moves }: OfOrganisations & { moves: readonly Move[] },
): Promise<void> {
  await sql`update saved_searches s set wish = move->'before'->'wish' from jsonb_array_elements(${JSON.stringify(moves)}::jsonb) as move
    where s.school_id = ${schoolId} and s.id = (move->'key'->>'id')::uuid
      and s.wish = ${withOrganisation(sql`(move->'before'->'wish')`, { from, to })}`.execute(tx);
}
