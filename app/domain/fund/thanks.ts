/** How a donor wishes to be thanked in public: by name, without it, or not at all. */
export const THANKS = ["none", "named", "unnamed"] as const;
export type Thanks = (typeof THANKS)[number];

/** What a donor asked for when they gave. */
export interface ThanksWish {
  thanks: Thanks;
  /** A sentence of theirs beside it, or "". */
  words: string;
  /** Whether the amount may be shown. */
  withAmount: boolean;
}

export const NO_THANKS: ThanksWish = { thanks: "none", words: "", withAmount: false };

/** A wish as it is kept: who wishes none leaves nothing that could be shown by mistake. */
export function keptWish(wish: ThanksWish): ThanksWish {
  return wish.thanks === "none" ? NO_THANKS : { ...wish, words: wish.words.trim() };
}
