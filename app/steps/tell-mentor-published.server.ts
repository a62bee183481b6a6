import type { Wiring } from "~/wiring";
import type { ListingDetail } from "~db/listings.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** Tells the lead mentor that the school published the placement. Imported postings, whose mentor never asked, stay silent. */
export async function tellMentorPublished(
  tx: ScopeTx,
  wiring: Wiring,
  { listing, now }: { listing: ListingDetail; now: Date },
): Promise<void> {
  if (!listing.lead_mentor_id || listing.source !== null) return;
  const mentor = await findMentor(tx, { districtId: listing.district_id, mentorId: listing.lead_mentor_id });
  const mail = await findMailOfMentor(tx, { districtId: listing.district_id, mentorId: listing.lead_mentor_id });
  if (!mentor || !mail) return;
  const school = await getSchool(tx, listing.school_id);
  await enqueueMail(tx, {
    kind: "placement-published",
    props: {
      mentorName: mentor.name_used,
      placementTitle: listing.title,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/mentor/placements/${listing.placement_id}`,
    },
    to: { mail, language: mentor.language, mentorId: mentor.id },
    schoolId: school.id,
    dedupeKey: `placement-published:${listing.listing_id}:${now.getTime()}`,
    now,
  });
}
