import type { InviteRefusal } from "~/features/people/invite-person.server";
import { NOT_FOUND, type Refusals } from "~/http/refuse.server";

export const refusals: Refusals<InviteRefusal> = {
  not_permitted: { status: 403, key: "people:fault.not_permitted" },
  not_found: NOT_FOUND,
  went_into: { status: 409, key: "people:toast.went_into" },
  has_left: { status: 409, key: "people:fault.has_left" },
  has_no_place: { status: 409, key: "invitations:fault.has_no_place" },
  no_address: { status: 409, key: "invitations:fault.no_address" },
  unwritten: { status: 409, key: "invitations:fault.unwritten" },
  invited_already: { status: 409, key: "invitations:fault.invited_already" },
  staff_by_mail: { status: 409, key: "invitations:fault.staff_by_mail" },
  has_address: { status: 409, key: "invitations:fault.has_address" },
  note_missing: { status: 422, key: "invitations:fault.note_missing", field: "note" },
};
