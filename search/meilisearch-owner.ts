import { asMissing, MARK_KEY } from "./meilisearch-document";
import type { MeiliServer } from "./meilisearch-wire";
import { SearchError } from "./port";

/**
 * Whether an index says that it is ours; one that is not there, or says nothing, is nobody's yet. Throws `engine_unfit` for one
 * of somebody else's. It is asked as a question, because a process that only searches may read no documents.
 */
export async function isOurs(server: MeiliServer, { uid, owner }: { uid: string; owner: string }): Promise<boolean> {
  const query = {
    indexUid: uid,
    q: "",
    filter: `key = "${MARK_KEY}"`,
    attributesToRetrieve: ["owner"],
    federationOptions: { weight: 1 },
  };
  const answer = await server
    .searchTogether({ federation: { offset: 0, limit: 1 }, queries: [query] })
    .catch(asMissing);
  const named = answer?.hits[0]?.owner;
  if (named === undefined || named === owner) return named === owner;
  throw new SearchError(
    "engine_unfit",
    `Meilisearch's index ${uid} belongs to ${named}, and this is ${owner}: set another MEILI_PREFIX`,
  );
}
