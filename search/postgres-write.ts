import { type Kysely, sql } from "kysely";
import { anyToken, facetToken } from "./facet-token";
import { fingerprintOf } from "./fingerprint";
import type { IndexSettings } from "./indexes";
import { ownNumbersOf } from "./own-numbers";
import type { SearchDocument } from "./port";
import { weighDocument } from "./weigh-document";

// biome-ignore lint/suspicious/noExplicitAny: the engine's own tables, in SQL
export type EngineTx = Kysely<any>;

export interface IndexRef {
  index: string;
  settings: IndexSettings;
}

/**
 * Writers of one index take turns, so counts add up and two documents cannot wait for each other's words. What it is built
 * with, a rebuild says: a few documents do not make an index.
 */
export async function lockIndex(tx: EngineTx, { index }: Pick<IndexRef, "index">): Promise<void> {
  await sql`insert into search_indexes (name) values (${index}) on conflict (name) do nothing`.execute(tx);
  await sql`select 1 from search_indexes where name = ${index} for update`.execute(tx);
}

/** Replaces whole documents, except where the index already holds a newer version. The caller holds the index. */
export async function putDocuments(
  tx: EngineTx,
  { index, settings }: IndexRef,
  documents: readonly SearchDocument[],
): Promise<void> {
  const newest = new Map<string, SearchDocument>();
  for (const document of documents) {
    if ((newest.get(document.id)?.version ?? Number.NEGATIVE_INFINITY) <= document.version)
      newest.set(document.id, document);
  }
  const weighed = new Map([...newest].map(([id, document]) => [id, weighDocument(settings, document)]));
  const rows = [...newest.values()].map((document) => ({
    id: document.id,
    schools: document.schoolIds,
    version: document.version,
    texts: keptTexts(settings, document.texts),
    facets: tokensOf(document),
    numbers: { ...document.numbers, ...ownNumbersOf(document) },
    latitude: document.point?.latitude ?? null,
    longitude: document.point?.longitude ?? null,
    fingerprint: fingerprintOf(document),
    words: weighed.get(document.id)?.size ?? 0,
  }));
  const kept = await upsert(tx, index, rows);
  await dropPostings(tx, [...kept.values()]);
  await insertPostings(
    tx,
    index,
    [...kept].map(([id, number]) => ({ number, weights: weighed.get(id) ?? NO_WORDS })),
  );
  await recount(tx, index);
}

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** Takes documents out; what stays is their id with the version, so that an older `put` cannot bring them back. */
export async function removeDocuments(
  tx: EngineTx,
  index: string,
  removals: readonly { id: string; version: number }[],
): Promise<void> {
  const newest = new Map<string, number>();
  for (const { id, version } of removals) newest.set(id, Math.max(version, newest.get(id) ?? version));
  const { rows } = await sql<{ number: number }>`
    insert into search_documents as d (index_name, id, school_ids, version, removed)
    select ${index}, r.id, '{}', r.version, true
    from unnest(${[...newest.keys()]}::text[], ${[...newest.values()]}::bigint[]) as r (id, version)
    on conflict (index_name, id) do update
      set school_ids = '{}', version = excluded.version, removed = true, texts = '{}', facets = '{}', numbers = '{}', latitude = null, longitude = null, fingerprint = null, seal = null
      where d.version <= excluded.version
    returning number`.execute(tx);
  await dropPostings(
    tx,
    rows.map(({ number }) => number),
  );
  await recount(tx, index);
}

/** Leaves nothing of an index, not even the marks of removed documents. The caller holds the index. */
export async function dropIndex(tx: EngineTx, index: string): Promise<void> {
  await sql`delete from search_postings p using search_terms t where t.index_name = ${index} and p.term_number = t.number`.execute(
    tx,
  );
  await sql`delete from search_terms where index_name = ${index}`.execute(tx);
  await sql`delete from search_documents where index_name = ${index}`.execute(tx);
  await sql`delete from search_indexes where name = ${index}`.execute(tx);
}

type Row = Record<string, unknown> & { id: string };

async function upsert(tx: EngineTx, index: string, rows: readonly Row[]): Promise<Map<string, number>> {
  const answer = await sql<{ id: string; number: number }>`
    insert into search_documents as d (index_name, id, school_ids, version, texts, facets, numbers, latitude, longitude, fingerprint, seal)
    select ${index}, r.id, r.schools, r.version, r.texts, r.facets, r.numbers, r.latitude, r.longitude, r.fingerprint,
      app.search_seal(r.schools, r.texts, r.facets, r.numbers, r.latitude, r.longitude, r.fingerprint, r.words)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id text, schools uuid[], version bigint, texts jsonb, facets text[], numbers jsonb, latitude float8, longitude float8, fingerprint text, words integer)
    on conflict (index_name, id) do update
      set school_ids = excluded.school_ids, version = excluded.version, removed = false, texts = excluded.texts,
          facets = excluded.facets, numbers = excluded.numbers, latitude = excluded.latitude, longitude = excluded.longitude, fingerprint = excluded.fingerprint, seal = excluded.seal
      where d.version <= excluded.version
    returning id, number`.execute(tx);
  return new Map(answer.rows.map(({ id, number }) => [id, number]));
}

async function dropPostings(tx: EngineTx, numbers: readonly number[]): Promise<void> {
  await sql`
    with gone as (delete from search_postings where document_number = any(${numbers}::bigint[]) returning term_number),
    counts as (select term_number, count(*) as documents from gone group by term_number)
    update search_terms t set documents = t.documents - c.documents from counts c where t.number = c.term_number`.execute(
    tx,
  );
}

interface Weighed {
  number: number;
  weights: ReadonlyMap<string, number>;
}

async function insertPostings(tx: EngineTx, index: string, documents: readonly Weighed[]): Promise<void> {
  const postings = documents.flatMap(({ number, weights }) =>
    [...weights].map(([word, weight]) => ({ word, number, weight })),
  );
  await sql`
    with fresh as (
      select * from unnest(${postings.map(({ word }) => word)}::text[], ${postings.map(({ number }) => number)}::bigint[], ${postings.map(({ weight }) => weight)}::real[])
        as f (word, document_number, weight)),
    terms as (
      insert into search_terms (index_name, term, stems, documents)
      select ${index}, word, app.search_stems(word), count(*) from fresh group by word
      on conflict (index_name, term) do update set documents = search_terms.documents + excluded.documents
      returning number, term)
    insert into search_postings (term_number, document_number, weight)
    select t.number, f.document_number, f.weight from fresh f join terms t on t.term = f.word collate "C"`.execute(tx);
}

/** Ends every change, so that nobody takes what was counted before for what is there (see postgres-kept.ts). */
async function recount(tx: EngineTx, index: string): Promise<void> {
  await sql`delete from search_terms where index_name = ${index} and documents <= 0`.execute(tx);
  await sql`update search_indexes set changed = gen_random_uuid(), documents = (select count(*) from search_documents where index_name = ${index} and not removed) where name = ${index}`.execute(
    tx,
  );
}

function tokensOf({ facets }: SearchDocument): string[] {
  return Object.entries(facets).flatMap(([field, values]) =>
    values.length === 0 ? [] : [anyToken(field), ...new Set(values.map((value) => facetToken(field, value)))],
  );
}

/** Postgres stores neither NUL nor half characters. */
function keptTexts(settings: IndexSettings, texts: SearchDocument["texts"]): Record<string, string[]> {
  const kept = Object.entries(texts).filter(([field]) => settings.texts[field]?.kept);
  return Object.fromEntries(
    kept.map(([field, values]) => [field, values.map((text) => text.toWellFormed().replaceAll("\0", " "))]),
  );
}
