import { mailCatalogue } from "./catalogue";
import type { DayPart } from "./day-mail";
import { type MailKind, type MailProps, mailKinds } from "./kinds";

/** What a kind of mail also says: its example with something else in it. */
export interface MailCase {
  name: string;
  change: Record<string, unknown>;
}

interface Field {
  options?: readonly string[];
  safeParse(value: unknown): { success: boolean };
}

/**
 * The cases of a kind: each value of what may be one of several, the other answer of each yes or no, of several things the first alone, and
 * all that may be unknown left out, one after the other.
 */
export function casesOf(kind: MailKind): MailCase[] {
  const { example } = mailCatalogue[kind];
  const fields = Object.entries(mailKinds[kind].props.shape as Record<string, Field>);
  const cases = fields.flatMap(([field, { options, safeParse }]): MailCase[] => {
    const value = (example as Record<string, unknown>)[field];
    if (Array.isArray(value) && value.length > 1)
      return [{ name: `${field}-one`, change: { [field]: value.slice(0, 1) } }];
    const isFlag = safeParse(true).success && safeParse(false).success;
    const others = isFlag ? [value !== true] : (options ?? []);
    return others.map((other) => ({
      name: `${field}-${other}`,
      change: { [field]: other, ...nameOf(field, other, example) },
    }));
  });
  const unknown = fields.filter(([field, { safeParse }]) => field in example && safeParse(null).success);
  if (unknown.length === 0) return cases;
  const change = { ...Object.fromEntries(unknown.map(([field]) => [field, null])), ...guardianIn(fields, example) };
  return [...cases, { name: "unknown", change }];
}

/** Who reads what the examples tell of. */
const READERS: Readonly<Record<string, string>> = {
  ...{ student: "Ana", family: "Rosa", guardian: "Rosa", mentor: "Priya", advisor: "Tom", staff: "Tom" },
};

/** The name that goes with another reader, where a mail greets its reader by name. */
function nameOf(field: string, reader: unknown, example: object): Record<string, unknown> {
  const name = READERS[String(reader)];
  return field === "reader" && name !== undefined && "readerName" in example ? { readerName: name } : {};
}

/** Where a mail goes to several readers, it is the family of whom one may not know where the student is. */
function guardianIn(fields: readonly (readonly [string, Field])[], example: object): Record<string, unknown> {
  const isForFamilies = fields.some(([field, { options }]) => field === "reader" && options?.includes("family"));
  return isForFamilies ? { reader: "family", ...nameOf("reader", "family", example) } : {};
}

const part = <Kind extends MailKind>(
  kind: Kind,
  change: Partial<MailProps<Kind>> = {},
  stopLink: string | null = null,
): DayPart => ({ part: { kind, props: { ...mailCatalogue[kind].example, ...change } }, stopLink });

/** Examples of the mail of a day: of two children, of several things, and of more than one reads in full. */
export const dayExamples: Readonly<Record<string, readonly DayPart[]>> = {
  siblings: [
    part("family-news", { event: "accepted" }),
    part("family-news", { studentFirstName: "Hodan", event: "lead_new", placementTitle: null, organisationName: null }),
  ],
  several: [part("introduction-thanks", { familyName: "Rosa" }), part("conversation-news", { readerName: "Rosa" })],
  student: [
    part("student-status", { studentFirstName: "Ana", status: "offered" }),
    part("search-news", { studentFirstName: "Ana" }, "https://throughline.example/unsubscribe/example"),
  ],
  many: (
    ["offered", "turned_down", "question", "accepted", "offer_refused", "withdrawn", "wants_suggestion"] as const
  ).map((event) => part("pursuit-news", { event })),
};
