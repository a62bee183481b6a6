import type { CodeRefusal } from "~/features/consents/issue-guardian-code.server";
import type { RecordRefusal } from "~/features/consents/record-consent.server";
import type { QuestionRefusal } from "~/features/consents/record-question.server";
import { scanRefusals } from "~/http/how-it-was-said.server";
import { NOT_FOUND, type Refusals } from "~/http/refuse.server";

const common = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_rights: { status: 403, key: "consent:record.noRights" },
} as const;

export const recordRefusals: Refusals<RecordRefusal> = {
  ...common,
  ...scanRefusals,
  wrong_state: { status: 409, key: "consent:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  spoken_yes: { status: 422, key: "consent:fault.spoken_yes", field: "channel" },
  evidence_missing: { status: 422, key: "consent:fault.evidence_missing", field: "evidence" },
  interpreter_missing: { status: 422, key: "consent:fault.interpreter_missing", field: "interpreter" },
  date_in_future: { status: 422, key: "pursuits:fault.date_in_future", field: "on" },
  date_before_request: { status: 422, key: "consent:fault.date_before_request", field: "on" },
};

export const codeRefusals: Refusals<CodeRefusal> = {
  ...common,
  needs_no_code: { status: 409, key: "consent:record.noCode" },
};

export const questionRefusals: Refusals<QuestionRefusal> = {
  ...common,
  ...scanRefusals,
  question_empty: { status: 422, key: "consent:fault.question_empty", field: "question" },
};
