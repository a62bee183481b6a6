import { type RawBuilder, sql } from "kysely";
import { facetToken } from "./facet-token";
import type { IndexSettings } from "./indexes";
import type { Leaning, Question } from "./port";
import { tagTerm } from "./weigh-document";

/** What lifts a row of `d`: the column itself, and where it comes from another table, that table and how it is joined. */
interface LeaningSql {
  column: RawBuilder<number>;
  table: RawBuilder<unknown>;
  join: RawBuilder<unknown>;
}

interface Asked {
  index: string;
  settings: IndexSettings;
  question: Question;
}

/** Weights are added up as whole parts of this: the same sum whatever the order, so that ties stay ties. */
const PARTS = 1_000_000;

/**
 * What the reader leans on lifts what was found. Without words that is every document of the school: then the index of words
 * says which ones hold a value that stands among the words, since comparing the facets of each takes longer than all else.
 */
export function leaningSql({ index, settings, question }: Asked): LeaningSql {
  const { leanings = [], parts } = question;
  const isListed = leanings.length > 0 && leanings.every(({ field }) => settings.tags.includes(field));
  if (isListed && parts.every(({ text }) => text.trim() === "")) return ofTerms(index, leanings);
  return { column: ofFacets(leanings), table: sql``, join: sql`` };
}

function ofFacets(leanings: readonly Leaning[]): RawBuilder<number> {
  const terms = leanings.map(
    ({ field, value, weight }) =>
      sql`case when d.facets @> ${[facetToken(field, value)]}::text[] then ${weight}::float8 else 0 end`,
  );
  return terms.length === 0 ? sql`0` : sql`(${sql.join(terms, sql` + `)})`;
}

function ofTerms(index: string, leanings: readonly Leaning[]): LeaningSql {
  const terms = leanings.map(({ field, value }) => tagTerm(field, value));
  const weights = leanings.map(({ weight }) => Math.round(weight * PARTS));
  return {
    column: sql`coalesce(lean.parts::float8 / ${PARTS}, 0)`,
    table: sql`lean as materialized (
      select p.document_number, sum(l.parts) as parts
      from unnest(${terms}::text[], ${weights}::integer[]) as l (term, parts)
      join search_terms t on t.index_name = ${index} and t.term = l.term collate "C"
      join search_postings p on p.term_number = t.number group by 1),`,
    join: sql`left join lean on lean.document_number = d.number`,
  };
}
