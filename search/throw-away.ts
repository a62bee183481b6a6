import { randomUUID } from "node:crypto";

/** Beginning of the names of indexes that measure or test: "throw-away/RUN/placements". */
export const THROW_AWAY = "throw-away/";

export const isThrowAway = (index: string): boolean => index.startsWith(THROW_AWAY);

/** A name that nobody else has and that says when it was made. */
export const nameThrowAway = (index: string, now: Date): string =>
  `${THROW_AWAY}at-${now.getTime()}-${randomUUID()}/${index}`;

/** No run takes as long. */
const LEFT_AFTER_MS = 86_400_000;

/** Whoever made an index so long ago has died and left it. Names that say no time are older than those that do. */
export function isLeftOver(throwAway: string, now: Date): boolean {
  const made = /^throw-away[/_]at-(\d+)-/.exec(throwAway)?.[1];
  return made === undefined || now.getTime() - Number(made) > LEFT_AFTER_MS;
}
