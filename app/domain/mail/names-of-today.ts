/** Whom a mail greets stands under one of these, whatever the kind. */
const OF_READER = ["guardianName", "coordinatorName", "readerName", "familyName"] as const;

/** How somebody is called today, as the reader of the mail reads it; null where nobody knows, and then the mail's own words stay. */
export interface NamesOfToday {
  reader: string | null;
  student: string | null;
}

/** The props of a mail with the names of today in the places where it named its reader and a student; places it does not have stay away. */
export function withNames<Props extends object>(props: Props, { reader, student }: NamesOfToday): Props {
  const held = props as Record<string, unknown>;
  const named: Record<string, unknown> = { ...held };
  if (student && typeof held.studentFirstName === "string") named.studentFirstName = student;
  for (const key of OF_READER) if (reader && typeof held[key] === "string" && held[key] !== "") named[key] = reader;
  return named as Props;
}
