import type { Wiring } from "~/wiring";
import { withKeptPlans } from "~db/scope.server";
import { listListedOrganisations } from "~db/search-rows.server";
import type { Answer, Question } from "~search/port";
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

/** What to ask beside a question: which organisations are called as what was typed into the facet. Nothing where none was. */
export function namingOf({ organisationName = "" }: Pick<SearchWish, "organisationName">): Pick<Question, "named"> {
  const name = organisationName.trim();
  return name === "" ? {} : { named: { facet: "organisation", name, limit: SHOWN } };
}

interface Choosing {
  actor: Searcher;
  answer: Pick<Answer, "facets" | "named">;
  wish: Pick<SearchWish, "organisations" | "organisationName">;
}

/**
 * The organisations to choose from: those with the most placements, or those that are called as what was typed, and always
 * the chosen ones. Their names are read under the reader's scope: what cannot be seen there is left out.
 */
export async function chooseOrganisations(
  wiring: Pick<Wiring, "db">,
  { actor, answer, wish }: Choosing,
): Promise<OrganisationChoice[]> {
  const { schoolId } = actor;
  const counts = answer.facets.organisation ?? {};
  const offered = namingOf(wish).named ? answer.named.map(({ value }) => value) : mostFrequent(counts);
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
