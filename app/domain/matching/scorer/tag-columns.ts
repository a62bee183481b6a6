import { similarityOf } from "../../interest/related";
import type { MatchContext } from "../context";
import type { PlacementEvidence } from "../evidence";
import { idfWeight } from "../idf";
import { countedSimilarity } from "../interest-fit";
import { type Remembered, remembered } from "./remembered";
import { type TagRows, tagRowsOf, tagsOf } from "./tag-rows";

/** All tags of placements and their mentors. They are numbered from 1; 0 is no tag. */
export interface TagColumns {
  ids: readonly string[];
  numberOf: ReadonlyMap<string, number>;
  idf: Float64Array;
  ofPlacement: TagRows;
  ofMentor: TagRows;
  /** Placements that carry a tag. */
  carriers: readonly (readonly number[])[];
  interests: Remembered<InterestColumn>;
}

/** One interest of students against all tags, and against all placements. */
export interface InterestColumn {
  idf: number;
  /** By tag: how alike, and what that counts where related interests are discounted. */
  similar: Int32Array;
  counted: Int32Array;
  /** By placement: the most of any of its tags. */
  nearest: Uint16Array;
  answer: Uint16Array;
}

export function tagColumnsOf(placements: readonly PlacementEvidence[], context: MatchContext): TagColumns {
  const own = placements.map(({ interests }) => interests);
  const mentors = placements.map(({ leadMentor }) => leadMentor?.interests ?? []);
  const ids = [...new Set([...own, ...mentors].flat())];
  const numberOf = new Map(ids.map((id, at) => [id, at + 1]));
  const idf = Float64Array.of(0, ...ids.map((id) => idfWeight(context.idf, id)));
  const ofPlacement = tagRowsOf(own, { numberOf, idf });
  const ofMentor = tagRowsOf(mentors, { numberOf, idf });
  const carriers: number[][] = [[], ...ids.map(() => [])];
  placements.forEach((_, p) => {
    for (const tag of tagsOf(ofPlacement, p)) carriers[tag]?.push(p);
  });
  const interests = remembered<InterestColumn>(2 * (placements.length + ids.length));
  return { ids, numberOf, idf, ofPlacement, ofMentor, carriers, interests };
}

export function interestColumn(tags: TagColumns, interestId: string, context: MatchContext): InterestColumn {
  const { related } = context.weights;
  const { start, tag } = tags.ofPlacement;
  const count = start.length - 1;
  const similar = Int32Array.of(0, ...tags.ids.map((id) => similarityOf(interestId, id)));
  const nearest = new Uint16Array(count);
  const answer = new Uint16Array(count);
  for (let p = 0; p < count; p += 1) {
    let most = 0;
    const stop = start[p + 1] as number;
    for (let at = start[p] as number; at < stop; at += 1) most = Math.max(most, similar[tag[at] as number] as number);
    nearest[p] = most;
    answer[p] = countedSimilarity(most, related);
  }
  const counted = similar.map((similarity) => countedSimilarity(similarity, related));
  return { idf: idfWeight(context.idf, interestId), similar, counted, nearest, answer };
}
