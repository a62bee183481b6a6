import type { IndexSettings } from "./indexes";
import { chooseByName, type NamedValue } from "./match-names";
import { readName } from "./meilisearch-document";
import { filterWithout } from "./meilisearch-question";
import { MOST_VALUES_PER_FACET } from "./meilisearch-settings";
import type { MeiliServer } from "./meilisearch-wire";
import type { Answer, Naming, Question } from "./port";
import { wordsOf } from "./words";

interface Asked {
  uid: string;
  settings: IndexSettings;
  question: Question;
}

/**
 * Values of a facet that may be named so. Meilisearch's own search of values takes one text beside the filters, and a question
 * here may have many parts: so it names the values, and the question itself counts them.
 */
export async function readNamed(
  server: MeiliServer,
  asked: Asked,
  { facet, name }: Naming,
): Promise<Omit<NamedValue, "count">[]> {
  const stored = await server.searchValues(asked.uid, {
    facetName: `names.${facet}`,
    facetQuery: wordsOf(name).join(" "),
    filter: filterWithout(asked, facet),
  });
  return stored.map(readName);
}

type Counts = Readonly<Record<string, number>>;

interface Counting {
  question: Question;
  /** Of the facet, as far as the question counted them. */
  counts: Counts | undefined;
  ask(question: Question): Promise<Answer>;
}

/** Those of the read names that are meant, with their counts. */
export async function chooseNamed(
  read: readonly Omit<NamedValue, "count">[],
  naming: Naming,
  counting: Counting,
): Promise<Answer["named"]> {
  const counts = await withRare(read, naming, counting);
  const named = read.map((one) => ({ ...one, count: counts[one.value] ?? 0 }));
  return chooseByName(
    named.filter(({ count }) => count > 0),
    naming,
  );
}

/** Meilisearch counts so many values of a facet, the most frequent. Beyond them those that are named are counted by themselves. */
async function withRare(
  read: readonly { value: string }[],
  { facet }: Naming,
  { question, counts = {}, ask }: Counting,
): Promise<Counts> {
  const rare = [...new Set(read.map(({ value }) => value))].filter((value) => counts[value] === undefined);
  if (rare.length === 0 || Object.keys(counts).length < MOST_VALUES_PER_FACET) return counts;
  const { named: _, ...unnamed } = question;
  const filters = { ...question.filters, "named so": { field: facet, in: rare } };
  const { facets } = await ask({ ...unnamed, filters, facets: [facet], offset: 0, limit: 0 });
  return { ...facets[facet], ...counts };
}
