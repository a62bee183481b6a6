import { type RawBuilder, sql } from "kysely";
import { groupBy } from "~/domain/group-by";
import type { IndexSettings } from "./indexes";
import type { Part, TotalsAnswer, TotalsQuestion } from "./port";
import {
  allPass,
  countsAsFoundSql,
  inScopeSql,
  isWordless,
  nextReading,
  passesSql,
  scoredInScopeSql,
  type Weighted,
  withoutSmallChange,
} from "./postgres-found";
import { understandEach } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

interface Asked {
  index: string;
  settings: IndexSettings;
  question: TotalsQuestion;
}

/** One of the questions, as long as its total is looked for. */
interface Open {
  place: number;
  parts: readonly Part[];
  /** Null without words. */
  weighted: Weighted | null;
  /** The filters it has to pass. */
  names: readonly string[];
}

interface Total {
  best: number | null;
  total: number;
}

/**
 * Answers how many documents each of several checked questions finds. All are counted in one statement, and those that have to
 * be read once more (see `nextReading`) in the next one.
 */
export async function totalPostgres(tx: EngineTx, asked: Asked): Promise<TotalsAnswer> {
  const { each, filters = {}, language } = asked.question;
  const understood = await understandEach(tx, asked.index, { texts: each.map(({ parts }) => parts), language });
  const totals = each.map(() => 0);
  let open = each.map(({ parts, without }, place): Open => {
    const names = Object.keys(filters).filter((name) => !without.includes(name));
    const meant = isWordless({ parts }) ? undefined : understood[place];
    return { place, parts, weighted: meant ? withoutSmallChange(meant) : null, names };
  });
  while (open.length > 0) {
    const found = await readTotals(tx, asked, open);
    open = open.flatMap((one) => {
      const row = found.get(one);
      totals[one.place] = row?.total ?? 0;
      const weighted = one.weighted && nextReading(one.weighted, { row });
      return weighted ? [{ ...one, weighted }] : [];
    });
  }
  return { totals, served: "postgres", degraded: false };
}

async function readTotals(tx: EngineTx, asked: Asked, open: readonly Open[]): Promise<ReadonlyMap<Open, Total>> {
  const worded = open.filter(({ weighted }) => weighted !== null);
  const wordless = open.filter(({ weighted }) => weighted === null);
  const { rows } = await sql<{ worded: Total[] | null; wordless: Total[] | null }>`select
    ${worded.length > 0 ? wordedSql(asked, worded) : sql`null`} as worded,
    ${wordless.length > 0 ? wordlessSql(asked, wordless) : sql`null`} as wordless`.execute(tx);
  const totals = [...(rows[0]?.worded ?? []), ...(rows[0]?.wordless ?? [])];
  return new Map([...worded, ...wordless].map((one, at) => [one, totals[at] ?? { best: null, total: 0 }]));
}

/**
 * Questions that find by the same words find them once, whatever filters each goes without. What was found travels without the
 * documents: sorted or stored with them it would take longer than all else.
 */
function wordedSql(asked: Asked, open: readonly Open[]): RawBuilder<unknown> {
  const within = withinOf(asked);
  const byText = [...groupBy(open, ({ parts }) => JSON.stringify(parts)).values()];
  const texts = byText.flatMap(([first]) => first?.weighted ?? []);
  const totals = open.map((one) => {
    const isOfText = sql`text = ${byText.findIndex((all) => all.includes(one))}`;
    const isFound = sql`${isOfText} and ${countsAsFoundSql(sql`coverage`, sql`best`)} and ${allPass(one.names)}`;
    return sql`json_build_object('best', max(best) filter (where ${isOfText}), 'total', count(*) filter (where ${isFound}))`;
  });
  return sql`(
    with held as materialized (select s.text, s.coverage ${passesSql(within)} from ${scoredInScopeSql(within, { texts })}),
    bests as materialized (select text as of, max(coverage) as best from held group by text)
    select json_build_array(${sql.join(totals)}) from held join bests on bests.of = held.text)`;
}

function wordlessSql(asked: Asked, open: readonly Open[]): RawBuilder<unknown> {
  const within = withinOf(asked);
  const totals = open.map(
    ({ names }) => sql`json_build_object('best', 1, 'total', count(*) filter (where ${allPass(names)}))`,
  );
  return sql`(
    select json_build_array(${sql.join(totals)}) from (
      select d.number ${passesSql(within)} from search_documents d where ${inScopeSql(within)}) d)`;
}

const withinOf = ({ index, settings, question: { scope, filters = {} } }: Asked) => ({
  ...{ index, settings, question: { scope, filters, parts: [] } },
});
