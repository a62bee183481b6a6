import { civilDate } from "~/clock";
import type { LinkActor, StaffActor } from "~/domain/actor";
import type { FirstOffer, HostProfile } from "~/domain/introduction/first-placement";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance, type HowItCame } from "~/lifecycle.server";
import { admitToOrganisation } from "~/steps/admit-mentor.server";
import { thankFamily } from "~/steps/thank-family.server";
import type { Wiring } from "~/wiring";
import { addMentorPhone } from "~db/contact-points.server";
import { findIntroduction, type IntroductionFacts } from "~db/introductions.server";
import { findKnownMentor, type KnownMentor, lockMentorAddress } from "~db/known-mentors.server";
import { ensureOrganisation, insertMentor } from "~db/organisations.server";
import { listJoinedTo } from "~db/same-person.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { keepFamilyApart } from "./keep-relatives-apart.server";
import { tellCoordinators } from "./tell-coordinators.server";

interface Acceptance {
  introduction: IntroductionFacts;
  profile: HostProfile;
  /** How a yes came that staff took down; null where the mentor gave it by the link of their mail. */
  came: HowItCame | null;
}

/**
 * A yes makes organisation and mentor, with attribution. A name that the district knows already is no proof that somebody
 * belongs there: then a coordinator confirms it first, and the mentor may sign in from then on. A yes that staff took down proves
 * no address, and may come from somebody who has none.
 */
export async function acceptInvitation(
  tx: ScopeTx,
  wiring: Wiring,
  actor: LinkActor | StaffActor,
  { introduction, profile, came }: Acceptance,
): Promise<Outcome<{ state: string }, AdvanceRefusal>> {
  const now = wiring.clock.now();
  const { districtId, schoolId } = actor;
  const mail = introduction.mentor_mail || null;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const known = mail === null ? undefined : await takeKnown(tx, { districtId, mail, on });
  if (known?.isSuspended) return refused("not_permitted");
  const mentorId = known?.mentorId ?? (await writeMentor(tx, { introduction, profile, came, now }));
  const name = profile.organisationName.trim();
  const organisation = {
    name,
    ...(await ensureOrganisation(tx, { districtId, name, nameKey: organisationNameKey(name), source: "introduction" })),
  };
  const belongs = organisation.isNew || belongsTo(known, organisation.id);
  const mentorName = known?.fullName ?? profile.mentorName.trim();
  // Of what the family gave nothing is proved by a link; whoever was called was called at it.
  const phone = profile.phone.trim() || (came ? introduction.mentor_phone : "");
  const proposals = [introduction, ...(await listJoined(tx, introduction))];
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id: introduction.id,
    move: came ? "take_down_yes" : "accept",
    met: [],
    notices: {
      family: async () => {
        for (const each of proposals) await thankFamily(tx, wiring, { introduction: each, mentorName, now });
      },
      coordinators: () => tellCoordinators(tx, wiring, { introduction, event: "accepted", now }),
    },
    set: {
      answered_at: now.toISOString(),
      mentor_id: mentorId,
      mentor_phone: phone || introduction.mentor_phone,
      organisation_id: belongs ? organisation.id : null,
    },
    act: came ?? undefined,
    now,
  });
  if (!moved.ok) return moved;
  if (phone !== "") await addMentorPhone(tx, { districtId, mentorId, phone });
  const offer = offerOf(profile);
  if (belongs) await admitToOrganisation(tx, wiring, { actor, mentorId, mail, organisation, offer, now });
  else
    await openTask(tx, {
      schoolId,
      kind: "confirm_organisation",
      subject: { noun: "introduction", id: introduction.id },
      props: { mentor: mentorName, mentorId, organisation: name, organisationId: organisation.id, ...toProps(offer) },
      dedupeKey: `confirm_organisation:${organisation.id}:${mentorId}`,
      now,
    });
  const mentor = { id: mentorId, name: mentorName };
  for (const each of proposals) await keepFamilyApart(tx, { introduction: each, mentor, now });
  return done({ state: moved.value.to });
}

/** Whoever has the address already; nobody else makes a mentor of it until this transaction ends. */
async function takeKnown(tx: ScopeTx, key: { districtId: string; mail: string; on: string }) {
  await lockMentorAddress(tx, key);
  return findKnownMentor(tx, key);
}

/** What other families told of the same person. */
async function listJoined(tx: ScopeTx, { school_id: schoolId, id }: IntroductionFacts): Promise<IntroductionFacts[]> {
  const found: IntroductionFacts[] = [];
  for (const { id: introductionId } of await listJoinedTo(tx, { schoolId, introductionId: id })) {
    const joined = await findIntroduction(tx, { schoolId, introductionId });
    if (joined) found.push(joined);
  }
  return found;
}

function offerOf({ title, offer, firstKind, street, postcode }: HostProfile): FirstOffer {
  return { title: title.trim(), offer: offer.trim(), firstKind, street: street.trim(), postcode: postcode.trim() };
}

/** A task's props are plain words. */
function toProps({ firstKind, ...words }: FirstOffer) {
  return { ...words, firstKind: firstKind ?? "" };
}

function belongsTo(known: KnownMentor | undefined, organisationId: string): boolean {
  return known?.organisations.some(({ id }) => id === organisationId) ?? false;
}

/** The link went to this address alone, so whoever answers by it has proved it. */
function writeMentor(tx: ScopeTx, { introduction, profile, came, now }: Acceptance & { now: Date }): Promise<string> {
  return insertMentor(tx, {
    districtId: introduction.district_id,
    fullName: profile.mentorName.trim(),
    nameUsed: profile.mentorName.trim(),
    language: introduction.mentor_language,
    mail: introduction.mentor_mail || null,
    mailVerifiedAt: came ? null : now,
    source: "introduction",
  });
}
