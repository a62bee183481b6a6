import type { IndexSettings } from "./indexes";
import { chooseByName } from "./match-names";
import { answerQuestion } from "./meilisearch-answer";
import { readName } from "./meilisearch-document";
import { filterWithout } from "./meilisearch-question";
import type { MeiliServer } from "./meilisearch-wire";
import type { ValueAnswer, ValueQuestion } from "./port";
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
  const named = stored.map(readName).map((one) => ({ ...one, count: facets[facet]?.[one.value] ?? 0 }));
  const values = chooseByName(
    named.filter(({ count }) => count > 0),
    question,
  );
  return { values, served, degraded };
}
