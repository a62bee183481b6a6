import { civilDate, daysLater } from "~/clock";
import type { LinkActor } from "~/domain/actor";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { faultsOf, type OfferedPost } from "~/domain/placement/post";
import { SENT_DAYS } from "~/domain/visitor-offer/visitor-offer";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { admitToOrganisation } from "~/steps/admit-mentor.server";
import type { Wiring } from "~/wiring";
import { findKnownMentor, lockMentorAddress } from "~db/known-mentors.server";
import { ensureOrganisation, insertMentor } from "~db/organisations.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listAreas } from "~db/sites.server";
import { openTask } from "~db/staff-tasks.server";
import { lockVisitorOffer, type VisitorOffer } from "~db/visitor-offers.server";
import { tellOfOffer } from "./tell-of-offer.server";

export type SendOfferRefusal = AdvanceRefusal | "not_valid" | "unknown_area";

/**
 * Sends an offer: mentor and organisation are made, and the placement is in the school's review. A name that the district knows
 * already is no proof that somebody belongs there: then the placement waits for the coordinator who confirms it.
 */
export async function sendVisitorOffer(
  wiring: Wiring,
  actor: LinkActor,
  { post }: { post: OfferedPost },
): Promise<Outcome<{ isPosted: boolean }, SendOfferRefusal>> {
  if (actor.linkKind !== "offer") return refused("not_permitted");
  const { schoolId, districtId, subjectId: offerId } = actor;
  const [fault] = faultsOf({ ...post, leadMentorId: "", backupIds: [], schoolIds: [schoolId] });
  if (fault || "id" in post.site) return refused("not_valid");
  const { areaId } = post.site;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const offer = await lockVisitorOffer(tx, { schoolId, offerId });
    if (!offer) return refused("not_found");
    if (offer.state !== "open") return refused("wrong_state", { state: offer.state });
    if (areaId !== null && !(await listAreas(tx, districtId)).some(({ id }) => id === areaId))
      return refused("unknown_area");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    await lockMentorAddress(tx, { districtId, mail: offer.mail });
    const known = await findKnownMentor(tx, { districtId, mail: offer.mail, on });
    if (known?.isSuspended) return refused("not_permitted");
    const mentorId = known?.mentorId ?? (await writeMentor(tx, { offer, now }));
    const name = offer.organisation_name;
    const nameKey = organisationNameKey(name);
    const organisation = { name, ...(await ensureOrganisation(tx, { districtId, name, nameKey, source: "offer" })) };
    const belongs = organisation.isNew || (known?.organisations.some(({ id }) => id === organisation.id) ?? false);
    const moved = await advance(tx, {
      actor,
      noun: "visitor_offer",
      id: offer.id,
      move: "send",
      met: [],
      notices: { coordinators: () => tellOfOffer(tx, wiring, { offer, isPosted: belongs, now }) },
      set: {
        mentor_id: mentorId,
        form: "{}",
        post: belongs ? null : JSON.stringify(post),
        lapses_at: belongs ? daysLater(now, SENT_DAYS).toISOString() : null,
      },
      now,
    });
    if (!moved.ok) return moved;
    const whole = { title: "", post };
    const admission = { actor, mentorId, mail: offer.mail, organisation, offer: whole, now };
    if (belongs) await admitToOrganisation(tx, wiring, admission);
    else await askToConfirm(tx, { offer, mentorId, organisation, what: post.studentWillDo, now });
    return done({ isPosted: belongs });
  });
}

/** The link went to this address alone, so whoever bears it has proved it. */
function writeMentor(tx: ScopeTx, { offer, now }: { offer: VisitorOffer; now: Date }): Promise<string> {
  return insertMentor(tx, {
    districtId: offer.district_id,
    fullName: offer.full_name,
    nameUsed: offer.full_name,
    language: offer.language,
    mail: offer.mail,
    mailVerifiedAt: now,
    source: "offer",
  });
}

interface Claim {
  offer: VisitorOffer;
  mentorId: string;
  organisation: { id: string; name: string };
  what: string;
  now: Date;
}

async function askToConfirm(tx: ScopeTx, { offer, mentorId, organisation, what, now }: Claim): Promise<void> {
  await openTask(tx, {
    schoolId: offer.school_id,
    kind: "confirm_organisation",
    subject: { noun: "visitor_offer", id: offer.id },
    props: {
      mentor: offer.full_name,
      mentorId,
      organisation: organisation.name,
      organisationId: organisation.id,
      contact: offer.mail,
      offer: what,
    },
    dedupeKey: `confirm_organisation:${organisation.id}:${mentorId}`,
    now,
  });
}
