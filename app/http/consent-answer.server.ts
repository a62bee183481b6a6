import { z } from "zod";
import type { ConsentRefusal } from "~/features/consents/answer-consent.server";
import type { ToastKey } from "./redirect-with-toast.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What a holder's buttons send, from a mailed link or signed in. */
export const ConsentForm = z.object({
  answer: z.enum(["give", "refuse", "revoke", "question"]),
  typedName: z.string().max(200).default(""),
  relationship: z.string().max(100).default(""),
  code: z.string().max(20).default(""),
  question: z.string().max(2000).default(""),
});

export const consentToasts: Record<z.infer<typeof ConsentForm>["answer"], ToastKey> = {
  give: "consent:toast.given",
  refuse: "consent:toast.refused",
  revoke: "consent:toast.revoked",
  question: "consent:toast.question",
};

export const consentRefusals: Refusals<ConsentRefusal | "question_empty"> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_rights: { status: 403, key: "consent:fault.no_rights" },
  wrong_state: { status: 409, key: "consent:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  student_browser: { status: 403, key: "consent:fault.student_browser" },
  no_released_text: { status: 409, key: "consent:fault.no_released_text" },
  code_missing: { status: 422, key: "consent:fault.code_missing", field: "code" },
  code_wrong: { status: 422, key: "consent:fault.code_wrong", field: "code" },
  code_dead: { status: 429, key: "consent:fault.code_dead", field: "code" },
  code_never_given: { status: 422, key: "consent:fault.code_never_given", field: "code" },
  name_missing: { status: 422, key: "consent:fault.name_missing", field: "typedName" },
  question_empty: { status: 422, key: "consent:fault.question_empty", field: "question" },
};
