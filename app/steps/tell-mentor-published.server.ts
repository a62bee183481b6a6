import type { Wiring } from "~/wiring";
import type { ListingDetail } from "~db/listings.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { mailOrAskStaff } from "./mail-or-ask.server";

/**
 * Tells the lead mentor that the school published the placement, or asks staff to where no mail reaches them. Imported postings, whose
 * mentor never asked, stay silent.
 */
export async function tellMentorPublished(
  tx: ScopeTx,
  wiring: Wiring,
  { listing, now }: { listing: ListingDetail; now: Date },
): Promise<void> {
  const { lead_mentor_id: mentorId, district_id: districtId, listing_id: listingId, title } = listing;
  if (!mentorId || listing.source !== null) return;
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor || mentor.suspended_at !== null) return;
  const school = await getSchool(tx, listing.school_id);
  await mailOrAskStaff(
    tx,
    {
      kind: "placement-published",
      props: {
        mentorName: mentor.name_used,
        placementTitle: title,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/mentor/placements/${listing.placement_id}`,
      },
      to: { mail: await findMailOfMentor(tx, { districtId, mentorId }), language: mentor.language, mentorId },
      schoolId: school.id,
      dedupeKey: `placement-published:${listingId}:${now.getTime()}`,
      now,
    },
    {
      kind: "tell_host",
      subject: { noun: "listing", id: listingId },
      props: { title, organisation: listing.organisation_name, news: "published", why: "no_mail" },
      dedupeKey: `tell_host:published:${listingId}`,
    },
  );
}
