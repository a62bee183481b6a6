import type { GiftStanding } from "./gift-truth";

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

/** Of what never came, or went back, nobody is thanked, so nobody is asked how; who was asked before may still take it back. */
export function isThanksAsked(standing: GiftStanding, { thanks }: ThanksWish): boolean {
  const isOver = ["refunded", "lost", "failed", "void", "outside"].includes(standing);
  return !isOver || thanks !== "none";
}

/** A wish as it is kept: who wishes none leaves nothing that could be shown by mistake. */
export function keptWish(wish: ThanksWish): ThanksWish {
  return wish.thanks === "none" ? NO_THANKS : { ...wish, words: wish.words.trim() };
}
