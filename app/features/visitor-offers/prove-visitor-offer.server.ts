import { civilDate, daysLater } from "~/clock";
import type { LinkActor } from "~/domain/actor";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import { formOfFirstWords, SENT_DAYS, UNSENT_DAYS } from "~/domain/visitor-offer/visitor-offer";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findDraft, upsertDraft } from "~db/drafts.server";
import { findKnownMentor, type KnownMentor } from "~db/known-mentors.server";
import { admitMentor } from "~db/organisations.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { lockVisitorOffer, type VisitorOffer } from "~db/visitor-offers.server";

interface Proof {
  actor: LinkActor;
  offer: VisitorOffer;
  on: string;
  now: Date;
}

/**
 * The button behind the link of an offer: whoever bears it reads the mail of that address. A mentor whom the district knows goes
 * on in their own form, which begins with their words; everybody else fills in the form by the link.
 */
export async function proveVisitorOffer(
  wiring: Wiring,
  actor: LinkActor,
): Promise<Outcome<{ isKnown: boolean }, AdvanceRefusal>> {
  if (actor.linkKind !== "offer") return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const offer = await lockVisitorOffer(tx, { schoolId, offerId: actor.subjectId });
    if (!offer) return refused("not_found");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const known = await findKnownMentor(tx, { districtId, mail: offer.mail, on });
    if (known?.isSuspended) return refused("not_permitted");
    const proof = { actor, offer, on, now };
    if (known && known.organisations.length > 0) return handOver(tx, proof, known);
    const moved = await advance(tx, {
      actor,
      noun: "visitor_offer",
      id: offer.id,
      move: "prove",
      met: [],
      notices: {},
      set: { lapses_at: daysLater(now, UNSENT_DAYS).toISOString() },
      now,
    });
    return moved.ok ? done({ isKnown: false }) : moved;
  });
}

async function handOver(tx: ScopeTx, { actor, offer, on, now }: Proof, mentor: KnownMentor) {
  const { districtId, schoolId } = actor;
  const { mentorId } = mentor;
  const moved = await advance(tx, {
    actor,
    noun: "visitor_offer",
    id: offer.id,
    move: "hand_over",
    met: [],
    notices: {},
    set: { mentor_id: mentorId, lapses_at: daysLater(now, SENT_DAYS).toISOString() },
    now,
  });
  if (!moved.ok) return moved;
  const nameKey = organisationNameKey(offer.organisation_name);
  const [first] = mentor.organisations;
  const own = mentor.organisations.find(({ name }) => organisationNameKey(name) === nameKey) ?? first;
  if (!own) throw new Error("a mentor who is handed over belongs to an organisation");
  const tie = { districtId, organisationId: own.id, mentorId };
  const { language } = offer;
  const accountId = await admitMentor(tx, { ...tie, mail: offer.mail, language, fromOn: on });
  const draft = { districtId, organisationId: own.id, accountId, form: NEW_PLACEMENT_FORM };
  // What they left in their form themselves is not written over.
  if (!(await findDraft(tx, draft))) {
    const content = formOfFirstWords({ what: offer.what, mentorId, language, schoolId });
    await upsertDraft(tx, { ...draft, content, now });
  }
  return done({ isKnown: true });
}
