import type { Wiring } from "~/wiring";
import { withKeptPlans } from "~db/scope.server";
import { listListedOrganisations } from "~db/search-rows.server";
import { PLACEMENTS } from "~search/placement-document";
import type { Answer, Question, ValueAnswer } from "~search/port";
import type { Searcher } from "./search-reader.server";
import type { SearchWish } from "./search-wish";

/** As many as one reads through; the others are found by their names. */
const SHOWN = 20;

export interface OrganisationChoice {
  id: string;
  name: string;
  /** Number of its placements, given all other limits. */
  count: number;
  /** It is called as what was typed; one that is not is there because it was chosen. */
  isCalledSo: boolean;
}

/** The values whose names were asked for; null where none was typed. */
export type CalledSo = ValueAnswer | null;

/** Asks which organisations are called as what was typed into the facet, given all other limits. */
export async function findCalledSo(
  { search }: Pick<Wiring, "search">,
  { question, wish }: { question: Question; wish: Pick<SearchWish, "organisationName"> },
): Promise<CalledSo> {
  const name = wish.organisationName?.trim() ?? "";
  if (name === "") return null;
  const { scope, parts, filters = {}, orClosest = false } = question;
  const asked = { scope, parts, filters, orClosest };
  return search.searchValues(PLACEMENTS, { ...asked, facet: "organisation", name, limit: SHOWN });
}

interface Choosing {
  actor: Searcher;
  answer: Pick<Answer, "facets">;
  calledSo: CalledSo;
  wish: Pick<SearchWish, "organisations">;
}

/**
 * The organisations to choose from: those with the most placements, or those that are called as what was typed, and always
 * the chosen ones. Their names are read under the reader's scope: what cannot be seen there is left out.
 */
export async function chooseOrganisations(
  wiring: Pick<Wiring, "db">,
  { actor, answer, calledSo, wish }: Choosing,
): Promise<OrganisationChoice[]> {
  const { schoolId } = actor;
  const counts = answer.facets.organisation ?? {};
  const offered = calledSo ? calledSo.values.map(({ value }) => value) : mostFrequent(counts);
  const organisationIds = [...new Set([...wish.organisations.filter(isUuid), ...offered])];
  if (organisationIds.length === 0) return [];
  const rows = await withKeptPlans(wiring, actor, (tx) => listListedOrganisations(tx, { schoolId, organisationIds }));
  return rows
    .map(({ id, name }) => ({ id, name, count: counts[id] ?? 0, isCalledSo: offered.includes(id) }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

const mostFrequent = (counts: Readonly<Record<string, number>>) =>
  Object.keys(counts)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1))
    .slice(0, SHOWN);

/** An address may name anything. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
