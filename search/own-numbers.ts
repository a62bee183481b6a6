import type { SearchDocument } from "./port";

type OwnNumbers = NonNullable<SearchDocument["ownNumbers"]>;

/** As engines keep them, beside the numbers that all schools share. Ids are written in one way, so that a question finds its school's by name. */
export function ownNumbersOf({ ownNumbers = {} }: Pick<SearchDocument, "ownNumbers">): OwnNumbers {
  const kept = Object.entries(ownNumbers).map(([field, numbers]) => [
    field,
    Object.fromEntries(Object.entries(numbers).map(([schoolId, number]) => [ownKeyOf(schoolId), number])),
  ]);
  return Object.fromEntries(kept);
}

/** Where the number of a school stands among those of all. */
export const ownKeyOf = (schoolId: string): string => schoolId.toLowerCase();
