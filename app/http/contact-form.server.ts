import { z } from "zod";
import { type ContactFields, ORIGINS, readTags } from "~/domain/outreach/contact";
import { CLOCKS } from "~/domain/outreach/state-clock";
import type { ContactFault } from "~/features/outreach/read-contact-form.server";
import type { Refusals } from "./refuse.server";

/** The fields of a contact, as the form for a new one and the form of changes hold them. */
export const contactFields = {
  fullName: z.string().trim().min(1, "outreach:fault.name_missing").max(200),
  title: z.string().max(200).default(""),
  organisationName: z.string().max(200).default(""),
  mail: z.string().trim().max(254).default(""),
  phone: z.string().max(60).default(""),
  language: z.string().regex(/^[a-z]{2}$/),
  tags: z.string().max(1000).default(""),
  ownerId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
  origin: z.enum(ORIGINS),
  originNote: z.string().max(300).default(""),
  timeZone: z.union([z.literal(""), z.enum(CLOCKS)]).default(""),
};

const ContactForm = z.object(contactFields);

/** What was typed, as a verb takes it. */
export function toContact(typed: z.output<typeof ContactForm>): ContactFields {
  return { ...typed, tags: readTags(typed.tags) };
}

export const CONTACT_REFUSALS: Refusals<ContactFault | "not_permitted" | "already_kept"> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  name_missing: { status: 422, key: "outreach:fault.name_missing", field: "fullName" },
  mail_unclear: { status: 422, key: "outreach:fault.mail_unclear", field: "mail" },
  unreachable: { status: 422, key: "outreach:fault.unreachable", field: "mail" },
  owner_unknown: { status: 422, key: "outreach:fault.owner_unknown", field: "ownerId" },
  already_kept: { status: 409, key: "outreach:fault.already_kept", field: "mail" },
};
