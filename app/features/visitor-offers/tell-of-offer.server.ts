import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { listCoordinators } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { VisitorOffer } from "~db/visitor-offers.server";

interface News {
  offer: VisitorOffer;
  /** False while somebody has to confirm where the mentor works. */
  isPosted: boolean;
  now: Date;
}

/** Mails the school's coordinators, once each, that somebody offered a placement, and where it waits. */
export async function tellOfOffer(tx: ScopeTx, wiring: Wiring, { offer, isPosted, now }: News): Promise<void> {
  const school = await getSchool(tx, offer.school_id);
  for (const coordinator of await listCoordinators(tx, { schoolId: school.id, on: civilDate(now, school.time_zone) })) {
    await enqueueMail(tx, {
      kind: "visitor-offer-news",
      props: {
        coordinatorName: coordinator.name_used,
        organisationName: offer.organisation_name,
        event: isPosted ? "in_review" : "to_confirm",
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}${isPosted ? "/coordinator/listings" : "/coordinator/tasks"}`,
      },
      to: { mail: coordinator.mail, language: coordinator.language, personId: coordinator.person_id },
      schoolId: school.id,
      dedupeKey: `visitor-offer-news:${offer.id}:${coordinator.person_id}`,
      now,
    });
  }
}
