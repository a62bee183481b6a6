import type { Actor } from "~/domain/actor";
import { mayMerge, mayMergeStaff } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listMergeCandidates, type MergeableNoun } from "~db/merge-candidates.server";
import { withScope } from "~db/scope.server";

/** More than anybody looks through: whoever is not among them types one word more. */
const MOST_FOUND = 20;
const MOST_WORDS = 6;

export interface Candidate {
  id: string;
  name: string;
  /** What tells two of one name apart: their organisations, their students. */
  beside: string[];
}

export interface FoundToMerge {
  /** The one that was chosen to stay, or null. */
  one: Candidate | null;
  found: Candidate[];
  hasMore: boolean;
}

interface Asked {
  noun: MergeableNoun;
  words: string;
  /** Who was chosen to stay. */
  oneId: string | null;
}

/** Finds by words of a name whom to make one of two, first the one that stays and then the other. */
export async function findToMerge(
  wiring: Wiring,
  actor: Actor,
  { noun, words, oneId }: Asked,
): Promise<Outcome<FoundToMerge, "not_permitted">> {
  if (!mayMerge(actor) || (noun === "staff" && !mayMergeStaff(actor))) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const asked = { noun, districtId, schoolId };
    const [one] = oneId ? await listMergeCandidates(tx, { ...asked, id: oneId, words: [], limit: 1 }) : [];
    const found = await listMergeCandidates(tx, {
      ...asked,
      besides: one?.id ?? null,
      words: words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS),
      limit: MOST_FOUND + 1,
    });
    return done({ one: one ?? null, found: found.slice(0, MOST_FOUND), hasMore: found.length > MOST_FOUND });
  });
}
