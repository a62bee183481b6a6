import { groupBy } from "~/domain/group-by";
import { MATCH_FLAGS, type MatchFlag } from "~/domain/matching/flags";

export const VIEWS = ["plan", "unmatched", "settled", "students", "listings"] as const;
export type View = (typeof VIEWS)[number];

/** Pairs of the plan on one page, and those that go with its last student: enough to work through, light on an old machine. */
const PER_PAGE = 50;

/** What the address of the board asks for; anything else is the plan from its beginning. */
export function readBoardView(url: string): { view: View; only: MatchFlag | null; page: number } {
  const { searchParams } = new URL(url);
  const page = Number(searchParams.get("page") ?? 1);
  return {
    view: VIEWS.find((name) => name === searchParams.get("show")) ?? "plan",
    only: MATCH_FLAGS.find((flag) => flag === searchParams.get("only")) ?? null,
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
  };
}

/** The pairs of one page, all of a student together, and how many each filter would show. A page beyond the last is the last. */
export function planPage<Match extends { studentId: string; flags: readonly MatchFlag[] }>(
  matches: readonly Match[],
  { only, page }: { only: MatchFlag | null; page: number },
) {
  const counts = Object.fromEntries(
    MATCH_FLAGS.map((flag) => [flag, matches.filter(({ flags }) => flags.includes(flag)).length]),
  ) as Record<MatchFlag, number>;
  const shown = only ? matches.filter(({ flags }) => flags.includes(only)) : matches;
  const pages = inPages(shown);
  const at = Math.min(page, pages.length);
  return { counts, only, page: at, pages: pages.length, rows: pages[at - 1] ?? [] };
}

function inPages<Match extends { studentId: string }>(matches: readonly Match[]): Match[][] {
  const pages: Match[][] = [[]];
  for (const own of groupBy(matches, ({ studentId }) => studentId).values()) {
    const last = pages.at(-1) as Match[];
    if (last.length < PER_PAGE) last.push(...own);
    else pages.push([...own]);
  }
  return pages;
}
