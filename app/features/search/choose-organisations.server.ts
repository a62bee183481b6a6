import type { Wiring } from "~/wiring";
import type { ScopeTx } from "~db/scope.server";
import { listListedOrganisations } from "~db/search-rows.server";
import { PLACEMENTS } from "~search/placement-document";
import type { Answer, Question } from "~search/port";
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

interface Choosing {
  question: Question;
  answer: Pick<Answer, "facets">;
  wish: Pick<SearchWish, "organisations" | "organisationName">;
}

/** Reads the names of those to choose from, under the reader's scope: what cannot be seen there is left out. */
type ReadChoices = (tx: ScopeTx, schoolId: string) => Promise<OrganisationChoice[]>;

/**
 * The organisations to choose from: those with the most placements, or those that are called as what was typed, and always
 * the chosen ones.
 */
export async function chooseOrganisations(
  { search }: Pick<Wiring, "search">,
  { question, answer, wish }: Choosing,
): Promise<ReadChoices> {
  const counts = answer.facets.organisation ?? {};
  const name = wish.organisationName?.trim() ?? "";
  const { scope, parts, filters = {} } = question;
  const offered =
    name === ""
      ? mostFrequent(counts)
      : (
          await search.searchValues(PLACEMENTS, { scope, parts, filters, facet: "organisation", name, limit: SHOWN })
        ).values.map(({ value }) => value);
  const organisationIds = [...new Set([...wish.organisations.filter(isUuid), ...offered])];
  return async (tx, schoolId) => {
    if (organisationIds.length === 0) return [];
    const rows = await listListedOrganisations(tx, { schoolId, organisationIds });
    return rows
      .map(({ id, name: called }) => ({
        id,
        name: called,
        count: counts[id] ?? 0,
        isCalledSo: offered.includes(id),
      }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  };
}

const mostFrequent = (counts: Readonly<Record<string, number>>) =>
  Object.keys(counts)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1))
    .slice(0, SHOWN);

/** An address may name anything. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
