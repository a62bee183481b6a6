import type { BasicInterest } from "./basic-interests";
import { CLOSE_PAIRS } from "./close-pairs";
import { listBasicInterests } from "./taxonomy";

export interface RelatedInterest {
  id: string;
  /** 0 (exclusive) to 1; only an interest itself has 1. */
  similarity: number;
}

/** An interest is wholly like itself. Similarities in the engine are integers, so that no order of adding matters. */
export const SAME_INTEREST = 10_000;
const SAME_TYPE_AND_CLUSTER = 4500;
const SHARED_CLUSTER = 3000;
const SAME_TYPE = 2000;

const table = buildTable();

/**
 * How alike two interests are, in ten-thousandths: 10000 for the same id, the listed value for pairs people find close,
 * else 4500 with the same main RIASEC type and a shared career cluster, 3000 with a shared cluster, 2000 with the same
 * main type, else 0. Symmetric. An id outside the taxonomy is like itself only.
 */
export function similarityOf(a: string, b: string): number {
  if (a === b) return SAME_INTEREST;
  return table.get(a)?.get(b) ?? 0;
}

/** The interests like this one, itself first with 1, then by falling similarity and id. Empty for an unknown id. */
export function relatedInterests(id: string): RelatedInterest[] {
  const row = table.get(id);
  if (!row) return [];
  const others = [...row].map(([other, similarity]) => ({ id: other, similarity: similarity / SAME_INTEREST }));
  others.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
  return [{ id, similarity: 1 }, ...others];
}

function buildTable(): Map<string, Map<string, number>> {
  const interests = listBasicInterests();
  const rows = new Map(interests.map(({ id }) => [id, new Map<string, number>()]));
  for (const a of interests)
    for (const b of interests) {
      const similarity = a.id === b.id ? 0 : inTaxonomy(a, b);
      if (similarity > 0) rows.get(a.id)?.set(b.id, similarity);
    }
  for (const [a, b, similarity] of CLOSE_PAIRS) {
    rows.get(a)?.set(b, similarity);
    rows.get(b)?.set(a, similarity);
  }
  return rows;
}

function inTaxonomy(a: BasicInterest, b: BasicInterest): number {
  const sameType = a.riasec[0] === b.riasec[0];
  const sharedCluster = a.clusters.some((cluster) => b.clusters.includes(cluster));
  if (sameType && sharedCluster) return SAME_TYPE_AND_CLUSTER;
  if (sharedCluster) return SHARED_CLUSTER;
  return sameType ? SAME_TYPE : 0;
}
