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

interface Choice {
  /** Reads the names of those to choose from, under the reader's scope: what cannot be seen there is left out. */
  read(tx: ScopeTx, schoolId: string): Promise<OrganisationChoice[]>;
  /** The second engine named them. */
  degraded: boolean;
}

/**
 * The organisations to choose from: those with the most placements, or those that are called as what was typed, and always
 * the chosen ones.
 */
export async function chooseOrganisations(
  { search }: Pick<Wiring, "search">,
  { question, answer, wish }: Choosing,
): Promise<Choice> {
  const counts = answer.facets.organisation ?? {};
  const name = wish.organisationName?.trim() ?? "";
  const { scope, parts, filters = {} } = question;
  const called =
    name === ""
      ? undefined
      : await search.searchValues(PLACEMENTS, { scope, parts, filters, facet: "organisation", name, limit: SHOWN });
  const offered = called ? called.values.map(({ value }) => value) : mostFrequent(counts);
  const organisationIds = [...new Set([...wish.organisations.filter(isUuid), ...offered])];
  const read: Choice["read"] = async (tx, schoolId) => {
    if (organisationIds.length === 0) return [];
    const rows = await listListedOrganisations(tx, { schoolId, organisationIds });
    return rows
      .map((row) => ({
        id: row.id,
        name: row.name,
        count: counts[row.id] ?? 0,
        isCalledSo: offered.includes(row.id),
      }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  };
  return { read, degraded: called?.degraded ?? false };
}

const mostFrequent = (counts: Readonly<Record<string, number>>) =>
  Object.keys(counts)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1))
    .slice(0, SHOWN);

/** An address may name anything. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
