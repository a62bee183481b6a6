import { z } from "zod";
import { readContactValue } from "~/domain/people/contact";
import { PEOPLE_LANGUAGES } from "~/domain/people/languages";
import { LEGAL_BASES, LINK_RIGHTS } from "~/domain/people/link-rights";
import { isOfOurTime } from "./civil-day.server";

export const fullName = z.string().trim().min(1, "people:fault.name_missing").max(200, "people:fault.name_long");
export const nameUsed = z.string().trim().max(100, "people:fault.name_long").default("");
export const language = z.enum(PEOPLE_LANGUAGES);
export const day = z.iso.date("people:fault.day").refine(isOfOurTime, "people:fault.day");
export const tick = z.literal("on").optional().transform(Boolean);

export const grade = z.coerce
  .number("people:fault.grade")
  .int("people:fault.grade")
  .min(1, "people:fault.grade")
  .max(13, "people:fault.grade");
export const studentNumber = z
  .string()
  .trim()
  .max(40)
  .transform((typed) => typed || undefined)
  .optional();

const contact = (kind: "mail" | "phone") =>
  z
    .string()
    .refine((typed) => readContactValue(kind, typed) !== null, "people:fault.unreadable")
    .transform((typed) => readContactValue(kind, typed) ?? "");

/** One form of the union needs the address, so that an empty field reaches the others as an empty text. */
const perhaps = (kind: "mail" | "phone") =>
  z.union([z.literal("").transform(() => undefined), contact(kind)]).optional();

/** What a guardian may do, as its fields send it. */
export const linkFields = {
  relationship: z.string().trim().min(1, "people:fault.relationship").max(80),
  legalBasis: z.enum(LEGAL_BASES),
  right: z.array(z.enum(LINK_RIGHTS)).default([]),
  callOrder: z.coerce
    .number("people:fault.order")
    .int("people:fault.order")
    .min(1, "people:fault.order")
    .max(9, "people:fault.order"),
  document: z.string().trim().max(300).default(""),
};

interface LinkValues {
  relationship: string;
  legalBasis: (typeof LEGAL_BASES)[number];
  right: readonly (typeof LINK_RIGHTS)[number][];
  callOrder: number;
}

export function linkTerms({ relationship, legalBasis, right, callOrder }: LinkValues) {
  const has = (name: (typeof LINK_RIGHTS)[number]) => right.includes(name);
  const rights = {
    mayConsent: has("mayConsent"),
    maySeeRecords: has("maySeeRecords"),
    mayKnowWhereabouts: has("mayKnowWhereabouts"),
  };
  return { relationship, legalBasis, rights, callOrder };
}

/** One of the three forms by which somebody is added. */
export const NewPerson = z.discriminatedUnion("as", [
  z.object({
    as: z.literal("student"),
    fullName,
    nameUsed,
    bornOn: day.optional(),
    grade,
    studentNumber,
    language,
    directoryOptOut: tick,
    advisoryId: z.uuid().optional(),
    mail: perhaps("mail"),
    isAnother: tick,
  }),
  z.object({
    as: z.literal("guardian"),
    studentId: z.uuid(),
    fullName,
    nameUsed,
    language,
    mail: perhaps("mail"),
    phone: perhaps("phone"),
    namesake: z.union([z.literal("another"), z.uuid()]).optional(),
    ...linkFields,
  }),
  z.object({
    as: z.literal("staff"),
    role: z.enum(["advisor", "coordinator", "admin"]),
    fullName,
    mail: contact("mail"),
    language,
    advisoryName: z.string().trim().max(100).default(""),
    isAnother: tick,
  }),
]);

/** The name people use: what was written, or the first word of the full name. */
export const nameUsedOf = (person: { fullName: string; nameUsed: string }) =>
  person.nameUsed || (person.fullName.split(" ")[0] ?? person.fullName).slice(0, 100);
