import type { IndexSettings } from "./indexes";
import { chooseByName } from "./match-names";
import { answerQuestion } from "./meilisearch-answer";
import { readName } from "./meilisearch-document";
import { filterWithout } from "./meilisearch-question";
import { MOST_VALUES_PER_FACET } from "./meilisearch-settings";
import type { MeiliServer } from "./meilisearch-wire";
import type { Question, ValueAnswer, ValueQuestion } from "./port";
import { wordsOf } from "./words";

interface Asked {
  uid: string;
  settings: IndexSettings;
  question: ValueQuestion;
}

/**
 * Which values of a facet are named so. Meilisearch's own search of values takes one text beside the filters, and a question
 * here may have many parts: so it names the values, and the question itself counts them.
 */
export async function answerValueQuestion(
  server: MeiliServer,
  { uid, settings, question }: Asked,
): Promise<ValueAnswer> {
  const { facet, name } = question;
  const asked = { uid, settings, question: { ...question, facets: [facet], offset: 0, limit: 0 } };
  const [stored, { facets, served, degraded }] = await Promise.all([
    server.searchValues(uid, {
      facetName: `names.${facet}`,
      facetQuery: wordsOf(name).join(" "),
      filter: filterWithout(asked, facet),
    }),
    answerQuestion(server, asked),
  ]);
  const names = stored.map(readName);
  const counts = await withRare(facets[facet] ?? {}, { server, asked, names });
  const named = names.map((one) => ({ ...one, count: counts[one.value] ?? 0 }));
  const values = chooseByName(
    named.filter(({ count }) => count > 0),
    question,
  );
  return { values, served, degraded };
}

type Counts = Readonly<Record<string, number>>;

interface Named {
  server: MeiliServer;
  asked: { uid: string; settings: IndexSettings; question: Question };
  names: readonly { value: string }[];
}

/** Meilisearch counts so many values of a facet, the most frequent. Beyond them those that are named are counted by themselves. */
async function withRare(counts: Counts, { server, asked, names }: Named): Promise<Counts> {
  const [facet = ""] = asked.question.facets ?? [];
  const rare = [...new Set(names.map(({ value }) => value))].filter((value) => counts[value] === undefined);
  if (rare.length === 0 || Object.keys(counts).length < MOST_VALUES_PER_FACET) return counts;
  const filters = { ...asked.question.filters, "named so": { field: facet, in: rare } };
  const { facets } = await answerQuestion(server, { ...asked, question: { ...asked.question, filters } });
  return { ...facets[facet], ...counts };
}
