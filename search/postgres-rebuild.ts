import { sql } from "kysely";
import { hashSettings } from "./indexes";
import type { CountAnswer, Holding, Question } from "./port";
import { type EngineTx, type IndexRef, removeDocuments } from "./postgres-write";

const PAGE = 1_000;

/** A document as it stood at a moment. */
export interface Seen {
  id: string;
  version: number;
}

/** The next documents by id; one that holds something else than was written, or not all of its words, cannot be read. */
export async function listHeld(tx: EngineTx, index: string, after: string): Promise<(Seen & Holding)[]> {
  const { rows } = await sql<Seen & Holding>`
    select id, version, case when seal = app.search_seal(school_ids, texts, facets, numbers, latitude, longitude, fingerprint,
      (select count(*)::integer from search_postings p where p.document_number = d.number)) then fingerprint end as fingerprint
    from search_documents d where index_name = ${index} and not removed and id > ${after} order by id limit ${PAGE}`.execute(
    tx,
  );
  return rows;
}

/**
 * Takes out what a rebuild did not name again, unless it has changed since it was seen, and notes what the index is built
 * with now. The caller holds the index.
 */
export async function finishRebuild(tx: EngineTx, { index, settings }: IndexRef, left: readonly Seen[]): Promise<void> {
  const { rows } = await sql<Seen>`
    select d.id, d.version from search_documents d
    join unnest(${left.map(({ id }) => id)}::text[], ${left.map(({ version }) => version)}::bigint[]) as seen (id, version)
      on d.id = seen.id and d.version = seen.version
    where d.index_name = ${index} and not d.removed`.execute(tx);
  if (rows.length > 0) await removeDocuments(tx, index, rows);
  await sql`update search_indexes set built_with = ${hashSettings(settings)} where name = ${index}`.execute(tx);
}

export async function countHeld(tx: EngineTx, index: string, { schoolId }: Question["scope"]): Promise<CountAnswer> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from search_documents
    where index_name = ${index} and not removed and school_ids @> ${[schoolId]}::uuid[]`.execute(tx);
  return { count: rows[0]?.count ?? 0, served: "postgres", degraded: false };
}

/** Null for an index that is not there, or was never filled as a whole. */
export async function readBuiltWith(tx: EngineTx, index: string): Promise<string | null> {
  const { rows } = await sql<{
    builtWith: string | null;
  }>`select built_with as "builtWith" from search_indexes where name = ${index}`.execute(tx);
  return rows[0]?.builtWith ?? null;
}

/** Microseconds, as versions count them. */
const DAY = 86_400_000_000;

/**
 * Forgets documents that were removed more than a day before a moment: what read their rows before that has ended, so nothing
 * older can come any more. The caller holds the index.
 */
export async function forgetRemoved(tx: EngineTx, index: string, now: Date): Promise<void> {
  const before = now.getTime() * 1_000 - DAY;
  await sql`delete from search_documents where index_name = ${index} and removed and version < ${before}::bigint`.execute(
    tx,
  );
}

export async function listIndexNames(tx: EngineTx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from search_indexes order by name`.execute(tx);
  return rows.map(({ name }) => name);
}
