import { type RawBuilder, sql } from "kysely";
import type { IndexSettings } from "./indexes";
import type { Question } from "./port";
import { filterSql } from "./postgres-filter";
import type { Slot, Understood, Variant } from "./postgres-vocabulary";

/**
 * A document counts as found when the words it holds weigh at least this share of what the best document holds: one
 * that has only the small change of a question is none.
 */
const SHARE_OF_BEST = 0.4;
/** Further words that say the same (a form, a tag, a word alike) count this much beside the best one. */
const SECOND_WORDS = 0.2;

export type Sought = Pick<Question, "scope" | "parts" | "filters">;

export interface Weighted extends Understood {
  /** Slots whose words find nothing by themselves; they add to what the others find. */
  smallChange: ReadonlySet<number>;
}

/**
 * Reads with as few words as can be enough. Should what was left out be enough after all (the strongest word may be another
 * school's), nothing is left out. `best` is the most that one document of the school holds of the question.
 */
export async function readFound<Row extends { best: number | null }>(
  understood: Understood,
  read: (weighted: Weighted) => Promise<Row | undefined>,
): Promise<Row | undefined> {
  const { smallChange, sum } = findSmallChange(understood);
  const row = await read({ ...understood, smallChange });
  const isSafe = smallChange.size === 0 || sum < SHARE_OF_BEST * (row?.best ?? 0);
  return isSafe ? row : read({ ...understood, smallChange: new Set() });
}

interface Within {
  index: string;
  settings: IndexSettings;
  question: Sought;
}

interface FoundParts {
  understood: Weighted;
  columns?: RawBuilder<unknown>;
  /** More tables for the columns of a question without words. */
  join?: RawBuilder<unknown>;
}

/**
 * The table `d`: what the words find in the school and counts as found, which filters each row passes, and `best`, the most
 * that one document holds.
 */
export function foundSql(
  { index, settings, question }: Within,
  { understood, columns = sql``, join = sql`` }: FoundParts,
): RawBuilder<unknown> {
  const passes = Object.entries(question.filters ?? {}).map(
    ([name, filter]) =>
      sql`, ${filterSql({ index, settings, schoolId: question.scope.schoolId }, filter)} as ${sql.id(`passes ${name}`)}`,
  );
  const own = sql`d.number, d.id ${sql.join(passes, sql``)} ${columns}`;
  const inScope = sql`d.index_name = ${index} and not d.removed and d.school_ids @> ${[question.scope.schoolId]}::uuid[]`;
  if (question.parts.every(({ text }) => text.trim() === ""))
    return sql`d as materialized (
      select ${own}, 0::float8 as text_score, 1::float8 as best from search_documents d ${join} where ${inScope})`;
  return sql`d as materialized (
    select ${own}, d.text_score, d.best from (
      select d.number, d.id, d.facets, d.numbers, d.latitude, d.longitude, s.score as text_score, s.coverage, max(s.coverage) over () as best
      from (${scoredSql(understood)}) s cross join lateral (${documentSql(sql`s.document_number`)}) d where ${inScope}) d
    where d.coverage >= ${SHARE_OF_BEST} * d.best)`;
}

/**
 * A document by its number. What was found is looked up one by one: a planner that may also start from the school's documents
 * takes them for few, since it does not know which school will be asked for.
 */
const documentSql = (number: RawBuilder<unknown>) => sql`
  select number, id, index_name, removed, school_ids, facets, numbers, latitude, longitude from search_documents
  where number = ${number} offset 0`;

/** That a row of `d` passes the named filters. */
export function allPass(names: readonly string[]): RawBuilder<boolean> {
  return names.length === 0
    ? sql`true`
    : sql`(${sql.join(
        names.map((name) => sql.id(`passes ${name}`)),
        sql` and `,
      )})`;
}

/**
 * The slots that together cannot make a document count as found (`SHARE_OF_BEST`) beside the strongest one: mostly words
 * that nearly every document holds, whose postings would cost more than all the others. `sum` is what they add at most.
 */
function findSmallChange({ slots, variants }: Understood): { smallChange: ReadonlySet<number>; sum: number } {
  const most = slots.map((_, slot) =>
    Math.max(0, ...variants.filter((variant) => variant.slot === slot).map((variant) => strengthOf(variant, slots))),
  );
  const enough = SHARE_OF_BEST * Math.max(0, ...most);
  const smallChange = new Set<number>();
  let sum = 0;
  for (const slot of [...most.keys()].sort((a, b) => (most[a] ?? 0) - (most[b] ?? 0))) {
    if (sum + (most[slot] ?? 0) >= enough) break;
    sum += most[slot] ?? 0;
    smallChange.add(slot);
  }
  return { smallChange, sum };
}

/** Each document that holds a word that is meant, whatever school it is of, with what its words weigh. */
function scoredSql({ slots, variants, smallChange }: Weighted): RawBuilder<unknown> {
  return sql`
    with variant as (
      select slot, term_number, strength, small from unnest(${variants.map(({ slot }) => slot)}::integer[], ${variants.map(({ termNumber }) => termNumber)}::bigint[],
        ${variants.map((variant) => strengthOf(variant, slots))}::real[], ${variants.map(({ slot }) => smallChange.has(slot))}::boolean[])
        as v (slot, term_number, strength, small)),
    telling as materialized (
      select p.document_number, v.slot, v.strength, p.weight from variant v join search_postings p on p.term_number = v.term_number where not v.small),
    held as (
      select document_number, slot, strength, weight from telling
      ${
        smallChange.size > 0
          ? sql`union all
      select p.document_number, v.slot, v.strength, p.weight from (select distinct document_number from telling) t cross join variant v
      join search_postings p on p.term_number = v.term_number and p.document_number = t.document_number where v.small`
          : sql``
      }),
    found as (
      select document_number, slot, max(strength * weight) * (1 - ${SECOND_WORDS}::float8) + sum(strength * weight) * ${SECOND_WORDS}::float8 as score, max(strength) as held
      from held group by 1, 2)
    select document_number, sum(score)::float8 as score, sum(held)::float8 as coverage from found group by 1`;
}

/** What a found word adds: the rarer, the more; a frequent tag does not inherit the rarity of the word it explains. */
function strengthOf({ slot, quality, rarity }: Variant, slots: readonly Slot[]): number {
  const typed = slots[slot];
  return typed ? quality * typed.weight * Math.min(typed.rarity, rarity) : 0;
}
