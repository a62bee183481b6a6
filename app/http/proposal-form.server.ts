import { z } from "zod";
import type { ProposeRefusal } from "~/features/introductions/propose-introduction.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What the three fields and "say more" send, signed in or by link. */
export const ProposalForm = z.object({
  mentorName: z.string().trim().max(200),
  mentorMail: z.union([z.literal(""), z.email().max(254)]).default(""),
  mentorPhone: z.string().trim().max(40).default(""),
  mentorLanguage: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default("en"),
  doesWhat: z.string().max(1000).default(""),
  howKnown: z.string().max(1000).default(""),
  mayBeNamed: z.literal("on").optional().transform(Boolean),
  isRelative: z.literal("on").optional().transform(Boolean),
  studentId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
});

export const proposalRefusals: Refusals<ProposeRefusal> = {
  not_permitted: { status: 403, key: "introductions:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_way_to_reach: { status: 422, key: "introductions:fault.no_way_to_reach", field: "mentorMail" },
  too_many_waiting: { status: 429, key: "introductions:fault.too_many_waiting" },
  student_missing: { status: 422, key: "introductions:fault.student_missing", field: "studentId" },
  name_missing: { status: 422, key: "introductions:fault.name_missing", field: "mentorName" },
};
