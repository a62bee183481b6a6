import type { RequestRefusal } from "~/features/pursuits/request-pursuit.server";
import type { RecordWishRefusal } from "~/features/wishes/record-wish.server";
import { NOT_FOUND, type Refusals } from "~/http/refuse.server";

export const wishRefusals: Refusals<RecordWishRefusal> = {
  not_permitted: { status: 403, key: "acting:fault.not_staff" },
  not_found: NOT_FOUND,
  not_open: { status: 409, key: "acting:fault.not_open" },
  evidence_missing: { status: 422, key: "acting:fault.evidence_missing", field: "evidence" },
};

export const requestRefusals: Refusals<RequestRefusal | "evidence_missing"> = {
  ...wishRefusals,
  staff_ask_for_this: { status: 409, key: "acting:fault.staff_ask_for_this" },
  already_asked: { status: 409, key: "acting:fault.already_asked", field: "studentId" },
  suggested_already: { status: 409, key: "acting:fault.suggested_already", field: "studentId" },
  too_many_live: { status: 409, key: "acting:fault.too_many_live", field: "studentId" },
};
