import type { StaffActor } from "~/domain/actor";
import { addContact } from "~/features/people/add-contact.server";
import { changeLanguages } from "~/features/people/change-languages.server";
import { changeLink } from "~/features/people/change-link.server";
import { changeNames } from "~/features/people/change-names.server";
import { endLink } from "~/features/people/end-link.server";
import { endMembership } from "~/features/people/end-membership.server";
import { letStudentLeave } from "~/features/people/let-student-leave.server";
import { handOnAdvisory, setAdvisory } from "~/features/people/set-advisory.server";
import { preferContact, removeContact } from "~/features/people/settle-contact.server";
import { takeStudentBack } from "~/features/people/take-student-back.server";
import { linkTerms, nameUsedOf } from "~/http/person-form.server";
import type { Wiring } from "~/wiring";
import type { PersonChange } from "./forms.server";

/** Hands a form of a person's page to its verb. */
export function makeChange(
  wiring: Wiring,
  actor: StaffActor,
  { personId, asked }: { personId: string; asked: PersonChange },
) {
  switch (asked.intent) {
    case "names":
      return changeNames(wiring, actor, { ...asked, personId, nameUsed: nameUsedOf(asked) });
    case "languages":
      return changeLanguages(wiring, actor, { ...asked, personId });
    case "add_contact":
      return addContact(wiring, actor, { ...asked, personId });
    case "prefer_contact":
      return preferContact(wiring, actor, asked);
    case "remove_contact":
      return removeContact(wiring, actor, asked);
    case "change_link":
      return changeLink(wiring, actor, { ...asked, terms: linkTerms(asked) });
    case "end_link":
      return endLink(wiring, actor, asked);
    case "end_membership":
      return endMembership(wiring, actor, asked);
    case "set_advisory":
      return setAdvisory(wiring, actor, { studentId: personId, advisoryId: asked.advisoryId ?? null });
    case "hand_on":
      return handOnAdvisory(wiring, actor, asked);
    case "leave":
      return letStudentLeave(wiring, actor, { ...asked, studentId: personId });
    case "take_back":
      return takeStudentBack(wiring, actor, { studentId: personId });
  }
}
