import { z } from "zod";
import { FIRST_KINDS } from "~/domain/introduction/first-placement";
import type { InvitationRefusal } from "~/features/introductions/answer-invitation.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What somebody who was introduced answers, and says about themselves with a yes. */
export const InvitationAnswerForm = z.object({
  answer: z.enum(["accept", "decline", "question"]),
  organisationName: z.string().max(200).default(""),
  mentorName: z.string().max(200).default(""),
  title: z.string().max(200).default(""),
  offer: z.string().max(2000).default(""),
  firstKind: z
    .enum(FIRST_KINDS)
    .optional()
    .transform((kind) => kind ?? null),
  street: z.string().max(200).default(""),
  postcode: z.string().max(20).default(""),
  phone: z.string().max(40).default(""),
  question: z.string().max(2000).default(""),
});

export const invitationRefusals: Refusals<InvitationRefusal> = {
  not_permitted: { status: 403, key: "introductions:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "introductions:fault.answered" },
  still_needed: { status: 409, key: "introductions:fault.still_needed" },
  organisation_missing: { status: 422, key: "introductions:fault.organisation_missing", field: "organisationName" },
  name_missing: { status: 422, key: "introductions:fault.name_missing", field: "mentorName" },
  question_empty: { status: 422, key: "introductions:fault.question_empty", field: "question" },
};
