import { randomUUID } from "node:crypto";
import { sortOutDocuments } from "./check-document";
import type { IndexSettings } from "./indexes";
import { readMark, storeDocument, storeMark } from "./meilisearch-document";
import { hashMeilisearchSettings, makeIndex, nextUidOf } from "./meilisearch-settings";
import { deleteIfThere } from "./meilisearch-sweep";
import type { Exclusively, MeiliServer } from "./meilisearch-wire";
import { writeNewest } from "./meilisearch-write";
import type { DocumentStream, Rebuilt, Refusal } from "./port";

interface Building {
  server: MeiliServer;
  exclusively: Exclusively;
  uid: string;
  settings: IndexSettings;
  /** Whose index it is. */
  owner: string;
}

/**
 * Builds the index anew beside the one that serves, then swaps the two in one step. From its first moment writers write to
 * both (see `write` of the index), so what is written meanwhile is in the new one, and what comes late here is older.
 */
export async function rebuildIndex(building: Building, documents: DocumentStream): Promise<Rebuilt> {
  const { exclusively, uid } = building;
  return exclusively(`rebuild ${uid}`, async () => {
    await exclusively(uid, () => begin(building));
    try {
      const built = await fill(building, documents);
      await exclusively(uid, () => swapIn(building));
      return built;
    } catch (error) {
      await exclusively(uid, () => dropNext(building)).catch(() => {
        // The server is away: the next rebuild begins with dropping what is left.
      });
      throw error;
    }
  });
}

/** From its first moment it says whose it is: whoever is killed leaves what the next one may take away. */
async function begin({ server, uid, settings, owner }: Building): Promise<void> {
  await dropNext({ server, uid });
  await makeIndex(server, nextUidOf(uid), { settings, owner });
}

const dropNext = ({ server, uid }: Pick<Building, "server" | "uid">) => deleteIfThere(server, nextUidOf(uid));

async function fill({ server, exclusively, uid, settings }: Building, documents: DocumentStream): Promise<Rebuilt> {
  const refused: Refusal[] = [];
  let given = 0;
  for await (const batch of documents) {
    given += batch.length;
    const { good, refused: bad } = sortOutDocuments(settings, batch);
    refused.push(...bad);
    const stored = good.map((document) => storeDocument(settings, document));
    refused.push(...(await exclusively(uid, () => writeNewest(server, nextUidOf(uid), stored))));
  }
  return { taken: given - refused.length, refused };
}

/** The mark comes last and moves with the documents: an index that has it is whole. */
async function swapIn({ server, uid, settings, owner }: Building): Promise<void> {
  const next = nextUidOf(uid);
  const build = randomUUID();
  await writeNewest(server, next, [storeMark({ builtWith: hashMeilisearchSettings(settings), build, owner })]);
  const isThere = (await server.listUids(uid)).includes(uid);
  const kind = isThere ? "with-existing" : "rename";
  await server.swap(next, uid, { kind, hasHappened: async () => (await readMark(server, uid))?.build === build });
  if (isThere) await dropNext({ server, uid });
}
