/** The pages that say on a first visit what they are for, by the name under which their words stand in `hints`. */
export const HINTS = [
  "student",
  "search",
  "introduce",
  "conversation",
  "guardian",
  "mentor",
  "advisor",
  "coordinator",
  "matches",
] as const;

export type Hint = (typeof HINTS)[number];

/** What an account still wants to be told. `read` may hold names of hints that are no more. */
export function hintsLeft({ read, off }: { read: readonly string[]; off: boolean }): readonly Hint[] {
  return off ? [] : HINTS.filter((hint) => !read.includes(hint));
}
