import { daysLater } from "~/clock";
import { UNSENT_DAYS } from "~/domain/visitor-offer/visitor-offer";
import type { Wiring } from "~/wiring";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface OfferLink {
  schoolId: string;
  offerId: string;
  mail: string;
  language: string;
  now: Date;
}

/**
 * Mails the link of an offer to the address that was typed. Anybody can type anybody's: the mail has no word of theirs in it and
 * is the same for an address that the school knows.
 */
export async function mailOfferLink(
  tx: ScopeTx,
  wiring: Wiring,
  { schoolId, offerId, mail, language, now }: OfferLink,
): Promise<void> {
  const school = await getSchool(tx, schoolId);
  const token = await insertLink(tx, {
    kind: "offer",
    schoolId,
    districtId: school.district_id,
    subjectId: offerId,
    language,
    expiresAt: daysLater(now, UNSENT_DAYS),
  });
  await enqueueMail(tx, {
    kind: "visitor-offer-link",
    props: {
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/offering/${token}`,
    },
    to: { mail, language },
    schoolId,
    dedupeKey: `visitor-offer-link:${offerId}:${now.getTime()}`,
    now,
  });
}
