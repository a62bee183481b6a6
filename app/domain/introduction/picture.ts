/** One introduction and what came of it, with where its family lives and what they read. */
export interface OutcomeOfIntroduction {
  state: string;
  /** Null where nobody was written to. */
  invited_at: string | null;
  proposer_id: string;
  proposer: string;
  language: string;
  area: string | null;
  /** Listings of the school that the mentor leads. */
  places: number;
  /** Students of the school who took one of them. */
  students: number;
}

/** By what introductions are put together. */
export const PICTURE_GROUPINGS = ["family", "area", "language"] as const;
export type PictureGrouping = (typeof PICTURE_GROUPINGS)[number];

export interface PictureLine {
  key: string;
  /** A name, an area ("" for none that is known), or a language's code. */
  label: string;
  proposed: number;
  invited: number;
  yes: number;
  /** They said no, or the school did not invite them. */
  no: number;
  silent: number;
  places: number;
  students: number;
}

/**
 * The social capital of a school: how many people each family, neighbourhood or language community brought, and what came of it. The
 * most first, then by label. Somebody who was forgotten still counts; an introduction that joined another counts as proposed alone,
 * so that nothing that came of one mentor is counted twice.
 */
export function pictureOf(
  introductions: readonly OutcomeOfIntroduction[],
  grouping: PictureGrouping,
): readonly PictureLine[] {
  const lines = new Map<string, PictureLine>();
  for (const introduction of introductions) {
    const [key, label] = groupOf(introduction, grouping);
    const line = lines.get(key) ?? { ...NOTHING, key, label };
    lines.set(key, add(line, introduction));
  }
  return [...lines.values()].sort((one, other) => other.proposed - one.proposed || (one.label < other.label ? -1 : 1));
}

const NOTHING = { proposed: 0, invited: 0, yes: 0, no: 0, silent: 0, places: 0, students: 0 };

function groupOf(
  { proposer_id: id, proposer, area, language }: OutcomeOfIntroduction,
  grouping: PictureGrouping,
): [key: string, label: string] {
  if (grouping === "family") return [id, proposer];
  return grouping === "area" ? [area ?? "", area ?? ""] : [language, language];
}

function add(line: PictureLine, { state, invited_at, places, students }: OutcomeOfIntroduction): PictureLine {
  const isYes = state === "accepted";
  return {
    ...line,
    proposed: line.proposed + 1,
    invited: line.invited + (invited_at === null ? 0 : 1),
    yes: line.yes + (isYes ? 1 : 0),
    no: line.no + (state === "declined" ? 1 : 0),
    silent: line.silent + (state === "expired" ? 1 : 0),
    places: line.places + (isYes ? places : 0),
    students: line.students + (isYes ? students : 0),
  };
}
