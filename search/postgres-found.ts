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
  /** `best` is the best of what passes the filters, not of the school. */
  isClosest: boolean;
}

/** What was read: the most that one document holds of the question, and how many were found that pass the filters. */
interface Read {
  best: number | null;
  total: number;
}

/**
 * Reads with as few words as can be enough. Should what was left out be enough after all (the strongest word may be another
 * school's), nothing is left out. Where nothing of what is found passes the filters, what passes and comes closest is read.
 */
export async function readFound<Row extends Read>(
  { understood, orClosest }: { understood: Understood } & Pick<Question, "orClosest">,
  read: (weighted: Weighted) => Promise<Row | undefined>,
): Promise<Row | undefined> {
  let weighted: Weighted | null = withoutSmallChange(understood);
  for (;;) {
    const row: Row | undefined = await read(weighted);
    const next = nextReading(weighted, { row, orClosest });
    if (!next) return row;
    weighted = next;
  }
}

/** What has to be read once more after a reading; null where that found what there is. */
export function nextReading(
  weighted: Weighted,
  { row, orClosest = false }: { row: Read | undefined } & Pick<Question, "orClosest">,
): Weighted | null {
  const { smallChange, isClosest } = weighted;
  if (isClosest) return null;
  const isEnough = smallChange.size === 0 || sumOf(weighted, smallChange) < SHARE_OF_BEST * (row?.best ?? 0);
  if (!isEnough) return { ...weighted, smallChange: new Set() };
  const isMissed = weighted.slots.length > 0 && row?.best && row.total === 0;
  return orClosest && isMissed ? closestOf(weighted) : null;
}

/**
 * With words that were merely guessed left out, and none found by ties alone: whoever asked for "paint" on Thursdays is not
 * shown Thursday's print shops, nor all that holds a "the".
 */
function closestOf({ slots, variants }: Understood): Weighted {
  return {
    slots,
    variants: variants.filter(({ quality }) => quality >= SHARE_OF_BEST),
    smallChange: new Set([...slots.keys()].filter((slot) => slots[slot]?.isTie)),
    isClosest: true,
  };
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
 * that one document holds. Without words that is every document of the school.
 */
export function foundSql(
  within: Within,
  { understood, columns = sql``, join = sql`` }: FoundParts,
): RawBuilder<unknown> {
  const own = sql`d.number, d.id ${passesSql(within)} ${columns}`;
  if (isWordless(within.question))
    return sql`d as materialized (
      select ${own}, 0::float8 as text_score, 1::float8 as best from search_documents d ${join} where ${inScopeSql(within)})`;
  const { isClosest } = understood;
  const ofPassing = isClosest ? sql`filter (where ${passSql(within)})` : sql``;
  // Where nothing passes, no word is looked up for it.
  const whether = isClosest
    ? sql<boolean>`exists (select from search_documents d where ${inScopeSql(within)} and ${passSql(within)})`
    : sql<boolean>`true`;
  return sql`d as materialized (
    select ${own}, d.text_score, d.best from (
      select d.number, d.id, d.facets, d.numbers, d.latitude, d.longitude, s.score as text_score, s.coverage, max(s.coverage) ${ofPassing} over () as best
      from ${scoredInScopeSql(within, { texts: [understood], whether })}) d
    where ${countsAsFoundSql(sql`d.coverage`, sql`d.best`)})`;
}

/** No word was typed: everything is found. */
export const isWordless = ({ parts }: Pick<Question, "parts">) => parts.every(({ text }) => text.trim() === "");

/** Which filters a row of `d` passes, each as a column behind the others. */
export function passesSql({ index, settings, question }: Within): RawBuilder<unknown> {
  const { scope, filters = {} } = question;
  const passes = Object.entries(filters).map(
    ([name, filter]) =>
      sql`, ${filterSql({ index, settings, schoolId: scope.schoolId }, filter)} as ${sql.id(`passes ${name}`)}`,
  );
  return sql.join(passes, sql``);
}

/** That a row of `d` passes all filters, where they are no columns yet. */
function passSql({ index, settings, question }: Within): RawBuilder<boolean> {
  const { scope, filters = {} } = question;
  return filterSql({ index, settings, schoolId: scope.schoolId }, { all: Object.values(filters) });
}

/** That a row of `d` can be found at the school. */
export const inScopeSql = ({ index, question }: Within): RawBuilder<boolean> =>
  sql`d.index_name = ${index} and not d.removed and d.school_ids @> ${[question.scope.schoolId]}::uuid[]`;

/** What holds words of some texts (`s`, by their places), with its document (`d`), where the school has it; ends in a condition. */
export const scoredInScopeSql = (within: Within, scored: Scored): RawBuilder<unknown> =>
  sql`(${scoredSql(scored)}) s cross join lateral (${documentSql(sql`s.document_number`)}) d where ${inScopeSql(within)}`;

export const countsAsFoundSql = (coverage: RawBuilder<unknown>, best: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`${coverage} >= ${SHARE_OF_BEST} * ${best}`;

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
 * Leaves out the slots that together cannot make a document count as found (`SHARE_OF_BEST`) beside the strongest one: mostly
 * words that nearly every document holds, whose postings would cost more than all the others.
 */
export function withoutSmallChange(understood: Understood): Weighted {
  const most = strongestOf(understood);
  const enough = SHARE_OF_BEST * Math.max(0, ...most);
  const smallChange = new Set<number>();
  let sum = 0;
  for (const slot of [...most.keys()].sort((a, b) => (most[a] ?? 0) - (most[b] ?? 0))) {
    if (sum + (most[slot] ?? 0) >= enough) break;
    sum += most[slot] ?? 0;
    smallChange.add(slot);
  }
  return { ...understood, smallChange, isClosest: false };
}

/** The most that each slot can add. */
const strongestOf = ({ slots, variants }: Understood): number[] =>
  slots.map((_, slot) =>
    Math.max(0, ...variants.filter((variant) => variant.slot === slot).map((variant) => strengthOf(variant, slots))),
  );

/** The most that some slots add together. */
const sumOf = (understood: Understood, some: ReadonlySet<number>): number =>
  strongestOf(understood).reduce((sum, most, slot) => sum + (some.has(slot) ? most : 0), 0);

interface Scored {
  texts: readonly Weighted[];
  /** Asked once, before any word is looked up. */
  whether?: RawBuilder<boolean>;
}

/** Each document that holds a word that is meant, whatever school it is of, with what its words weigh, for each text. */
function scoredSql({ texts, whether = sql`true` }: Scored): RawBuilder<unknown> {
  const variants = texts.flatMap(({ slots, variants: all, smallChange }, text) =>
    all.map((variant) => ({
      text,
      slot: variant.slot,
      termNumber: variant.termNumber,
      strength: strengthOf(variant, slots),
      isSmall: smallChange.has(variant.slot),
    })),
  );
  return sql`
    with variant as (
      select text, slot, term_number, strength, small from unnest(${variants.map(({ text }) => text)}::integer[], ${variants.map(({ slot }) => slot)}::integer[],
        ${variants.map(({ termNumber }) => termNumber)}::bigint[], ${variants.map(({ strength }) => strength)}::real[], ${variants.map(({ isSmall }) => isSmall)}::boolean[])
        as v (text, slot, term_number, strength, small)),
    telling as materialized (
      select v.text, p.document_number, v.slot, v.strength, p.weight from variant v join search_postings p on p.term_number = v.term_number where not v.small and ${whether}),
    held as (
      select text, document_number, slot, strength, weight from telling
      ${
        variants.some(({ isSmall }) => isSmall)
          ? sql`union all
      select t.text, p.document_number, v.slot, v.strength, p.weight from (select distinct text, document_number from telling) t join variant v on v.text = t.text
      join search_postings p on p.term_number = v.term_number and p.document_number = t.document_number where v.small`
          : sql``
      }),
    found as (
      select text, document_number, slot, max(strength * weight) * (1 - ${SECOND_WORDS}::float8) + sum(strength * weight) * ${SECOND_WORDS}::float8 as score, max(strength) as held
      from held group by 1, 2, 3)
    select text, document_number, sum(score)::float8 as score, sum(held)::float8 as coverage from found group by 1, 2`;
}

/** What a found word adds: the rarer, the more; a frequent tag does not inherit the rarity of the word it explains. */
function strengthOf({ slot, quality, rarity }: Variant, slots: readonly Slot[]): number {
  const typed = slots[slot];
  return typed ? quality * typed.weight * Math.min(typed.rarity, rarity) : 0;
}
