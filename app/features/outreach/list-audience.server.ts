import type { Actor } from "~/domain/actor";
import { isInterestId, labelOf } from "~/domain/interest/taxonomy";
import { haversineKm } from "~/domain/matching/travel";
import { done, refused } from "~/domain/outcome";
import { unfitOf } from "~/domain/outreach/audience";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import * as audience from "~db/audience.server";
import { listContactTags } from "~db/contact-desk.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findSequence } from "~db/sequences.server";
import { listAreas } from "~db/sites.server";
import { candidateOf } from "./enrol-contacts.server";

/** More than a form can be looked through; words, a tag or a place narrow it. */
const MOST_SHOWN = 100;

export interface AudienceView {
  sequenceId: string;
  words: string;
  tag: string;
  /** An interest that students of the school lack places for; "" asks for all. */
  interestId: string;
  /** Around its middle; "" asks for everywhere. */
  areaId: string;
  withinKm: number;
}

/**
 * Contacts of the school who could come into a sequence, narrowed by words, tag, an interest, and how near a place their organisation
 * works. Whoever offers work of the interest, or is tagged with its name, fits it. Says of each what keeps them out.
 */
export async function listAudience(wiring: Wiring, actor: Actor, view: AudienceView) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const sequence = await findSequence(tx, { schoolId, sequenceId: view.sequenceId });
    if (!sequence) return refused("not_found");
    const areas = await listAreas(tx, districtId);
    const area = areas.find(({ id }) => id === view.areaId);
    const near = area ? await listNear(tx, { districtId, middle: area, withinKm: view.withinKm }) : null;
    const fit = isInterestId(view.interestId) ? await findFit(tx, { districtId, interestId: view.interestId }) : null;
    const { words, tag } = view;
    const query = { schoolId, sequenceId: sequence.id, words, tag, near, fit };
    const rows = await audience.listAudience(tx, { ...query, limit: MOST_SHOWN });
    return done({
      sequence,
      count: await audience.countAudience(tx, query),
      rows: rows.map((row) => ({ ...row, unfit: unfitOf(candidateOf(row), sequence.language) })),
      tags: await listContactTags(tx, { schoolId }),
      areas: areas.map(({ id, name }) => ({ id, name })),
    });
  });
}

async function listNear(
  tx: ScopeTx,
  {
    districtId,
    middle,
    withinKm,
  }: {
    districtId: string;
    middle: { latitude: number; longitude: number };
    withinKm: number;
  },
): Promise<string[]> {
  const points = await audience.listOrganisationPoints(tx, { districtId });
  const pointOf = ({ latitude: lat, longitude: lon }: typeof middle) => ({ lat, lon });
  const near = points.filter((point) => haversineKm(pointOf(middle), pointOf(point)) <= withinKm);
  return [...new Set(near.map(({ organisationId }) => organisationId))];
}

/** Names of the interest in every language of ours count as tags. */
async function findFit(tx: ScopeTx, of: { districtId: string; interestId: string }) {
  const tags = ["en", "es"].map((language) => labelOf(of.interestId, language).toLowerCase());
  return { organisationIds: await audience.listOrganisationsOffering(tx, of), tags };
}
