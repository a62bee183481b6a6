import { randomUUID } from "node:crypto";
import type { SchoolActor } from "~/domain/actor";
import { type FirstOffer, placementOf, type WholeOffer } from "~/domain/introduction/first-placement";
import { NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import { recordAct } from "~db/audit.server";
import { findDraft, upsertDraft } from "~db/drafts.server";
import { insertOffers } from "~db/offered-listings.server";
import { insertMentorOffer } from "~db/organisations.server";
import { insertPlacement, setPlacementSite } from "~db/placements.server";
import type { ScopeTx } from "~db/scope.server";
import { type Area, insertSite, listAreas } from "~db/sites.server";

interface FirstPlacement {
  actor: SchoolActor;
  /** Without an account, a form that waits would wait for nobody. */
  mentor: { id: string; language: string; accountId: string | null };
  organisation: { id: string; name: string };
  offer: FirstOffer | WholeOffer;
  now: Date;
}

/**
 * Turns what somebody offered with their yes into a placement that the school reviews, so that nobody needs a second visit. Where
 * more is to be asked, it is an open offer of time and a form that is filled in as far as it goes. Answers whether it was posted.
 */
export async function startFirstPlacement(tx: ScopeTx, first: FirstPlacement): Promise<boolean> {
  const { actor, mentor, organisation, offer, now } = first;
  const { districtId, schoolId } = actor;
  const post = placementOf(offer, {
    mentorId: mentor.id,
    organisationName: organisation.name,
    language: mentor.language,
    schoolId,
  });
  if (post === null || "id" in post.site) {
    if ("post" in offer) throw new Error("a whole offer names a place that is new");
    await keepOffer(tx, { ...first, offer });
    return false;
  }
  const { postcode, areaId } = post.site;
  const areas = postcode === "" && areaId === null ? [] : await listAreas(tx, districtId);
  const isThere = areaId === null ? isAt(postcode) : ({ id }: Area) => id === areaId;
  const area = areas.find(isThere) ?? null;
  const owner = { districtId, organisationId: organisation.id };
  const key = { ...owner, placementId: randomUUID() };
  await insertPlacement(tx, { ...key, post, siteId: null, postedBy: mentor.id, now });
  const name = post.site.name || post.site.street || area?.name || organisation.name;
  await setPlacementSite(tx, {
    ...key,
    siteId: await insertSite(tx, { ...owner, site: { ...post.site, name }, area }),
  });
  await insertOffers(tx, { ...key, schoolIds: post.schoolIds, seats: post.seats, now });
  const reason = "post" in offer ? "offered without an account" : "offered with the yes to an invitation";
  await recordAct(tx, { actor, noun: "placement", nounId: key.placementId, transition: "post", reason, now });
  return true;
}

const isAt =
  (postcode: string) =>
  ({ postcodes }: Area) =>
    postcodes.includes(postcode.slice(0, 5));

type Unfinished = Omit<FirstPlacement, "offer"> & { offer: FirstOffer };

async function keepOffer(tx: ScopeTx, { actor, mentor, organisation, offer, now }: Unfinished): Promise<void> {
  const { districtId, schoolId } = actor;
  const tie = { districtId, organisationId: organisation.id, mentorId: mentor.id };
  if (offer.offer === "" && offer.firstKind === null) return;
  if (offer.offer !== "") await insertMentorOffer(tx, { ...tie, what: offer.offer });
  if (mentor.accountId === null) return;
  const draft = { districtId, organisationId: organisation.id, accountId: mentor.accountId, form: NEW_PLACEMENT_FORM };
  if (await findDraft(tx, draft)) return;
  const content = {
    kind: offer.firstKind ?? "shadow_day",
    title: offer.title || organisation.name,
    studentWillDo: offer.offer,
    seats: "1",
    lengthUnit: offer.firstKind === "internship" ? "weeks" : "days",
    lengthCount: "1",
    languages: [mentor.language],
    minimumGrade: "9",
    maximumGrade: "12",
    leadMentorId: mentor.id,
    siteId: "new",
    siteMode: "on_site",
    siteName: organisation.name,
    street: offer.street,
    postcode: offer.postcode,
    schoolIds: [schoolId],
  };
  await upsertDraft(tx, { ...draft, content, now });
}
