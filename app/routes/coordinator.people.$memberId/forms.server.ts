import { z } from "zod";
import { CONTACT_KINDS } from "~/domain/people/contact";
import { PEOPLE_LANGUAGES } from "~/domain/people/languages";
import { day, fullName, language, linkFields, nameUsed, tick } from "~/http/person-form.server";
import { NOT_FOUND } from "~/http/refuse.server";

/** Everything that is changed on a person's page, each with its button. */
export const Change = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("names"),
    fullName,
    nameUsed,
    nameUsedFor: z.enum(["everyone", "staff"]),
    pronunciation: z.string().trim().max(200).default(""),
    pronouns: z.string().trim().max(60).default(""),
  }),
  z.object({ intent: z.literal("languages"), language, spoken: z.array(z.enum(PEOPLE_LANGUAGES)).default([]) }),
  z.object({
    intent: z.literal("add_contact"),
    kind: z.enum(CONTACT_KINDS),
    value: z.string().trim().min(1).max(300),
    isShared: tick,
    letsIn: tick,
  }),
  z.object({ intent: z.enum(["prefer_contact", "remove_contact"]), contactPointId: z.uuid() }),
  z.object({ intent: z.literal("change_link"), linkId: z.uuid(), ...linkFields }),
  z.object({
    intent: z.literal("end_link"),
    linkId: z.uuid(),
    lastDay: day,
    document: z.string().trim().max(300).default(""),
  }),
  z.object({ intent: z.literal("end_membership"), membershipId: z.uuid(), lastDay: day }),
  z.object({ intent: z.literal("set_advisory"), advisoryId: z.uuid().optional() }),
  z.object({ intent: z.literal("hand_on"), advisoryId: z.uuid(), advisorId: z.uuid() }),
  z.object({ intent: z.literal("leave"), lastDay: day }),
  z.object({ intent: z.literal("take_back") }),
]);

export type PersonChange = z.output<typeof Change>;

export const REFUSALS = {
  not_permitted: { status: 403, key: "people:fault.admin_only" },
  not_found: NOT_FOUND,
  unknown_language: { status: 422, key: "people:fault.unknown_language", field: "language" },
  unreadable: { status: 422, key: "people:fault.unreadable", field: "value" },
  there_already: { status: 409, key: "people:fault.there_already", field: "value" },
  address_complained: { status: 409, key: "people:fault.address_complained" },
  own_address: { status: 409, key: "people:fault.own_address" },
  document_needed: { status: 422, key: "people:fault.document_needed", field: "document" },
  before_start: { status: 422, key: "people:fault.before_start", field: "lastDay" },
  is_over: { status: 409, key: "people:fault.is_over" },
  own_place: { status: 409, key: "people:fault.own_place" },
  is_student: { status: 409, key: "people:fault.is_student" },
  is_lead: { status: 409, key: "people:fault.is_lead" },
  covers: { status: 409, key: "people:fault.covers" },
  has_advisory: { status: 409, key: "people:fault.has_advisory" },
  last_admin: { status: 409, key: "people:fault.last_admin" },
  no_advisory: { status: 409, key: "people:fault.no_advisory", field: "advisoryId" },
  day_ahead: { status: 422, key: "people:fault.day_ahead", field: "lastDay" },
  went_into: { status: 409, key: "people:toast.went_into" },
  has_left: { status: 409, key: "people:fault.has_left" },
  has_not_left: { status: 409, key: "people:fault.has_not_left" },
  has_internship: { status: 409, key: "people:fault.has_internship" },
} as const;

export const DONE = {
  names: "people:toast.names",
  languages: "people:toast.languages",
  add_contact: "people:toast.contact_added",
  prefer_contact: "people:toast.contact_preferred",
  remove_contact: "people:toast.contact_removed",
  change_link: "people:toast.link_changed",
  end_link: "people:toast.link_ended",
  end_membership: "people:toast.ended",
  set_advisory: "people:toast.advisory",
  hand_on: "people:toast.handed_on",
  leave: "people:toast.left",
  take_back: "people:toast.back",
} as const satisfies Record<PersonChange["intent"], string>;
