/** One student of so many: hardly ever do more leave a school between two lists. */
const ONE_OF = 10;

/**
 * Whether all students whom a whole list lacks may be let go together: not when they are more than a tenth of those that files had
 * before, which is nearly always a file of a part of the school. One by one they still may.
 */
export function mayAllLeave({ missing, listed }: { missing: number; listed: number }): boolean {
  return missing > 0 && missing * ONE_OF <= listed;
}
