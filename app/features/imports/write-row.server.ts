import type { StaffActor, SystemActor } from "~/domain/actor";
import { contentOf, type ImportedPlacement } from "~/domain/imports/imported-placement";
import type { RowNote } from "~/domain/imports/row-note";
import { interestsInText } from "~/domain/interest/interests-in-text";
import type { ImportRowResult } from "~db/import-rows.server";
import {
  insertImportedPlacement,
  insertListingInReview,
  type KnownPlacement,
  type PlacementWrite,
  updateImportedPlacement,
  updateListingSeats,
} from "~db/imported-placements.server";
import { type AreaPoint, ensureSite } from "~db/imported-sites.server";
import { enqueue } from "~db/jobs.server";
import { affiliate, findMentorByMail, insertMentor } from "~db/organisations.server";
import type { ScopeTx } from "~db/scope.server";
import { hash } from "./judge-rows.server";
import type { RowSource } from "./source-of-row.server";

/** Tags beyond these are chance words of a long text. */
const MOST_INTERESTS = 5;

export interface RowToWrite {
  rowNo: number;
  placement: ImportedPlacement;
  warnings: RowNote[];
  source: RowSource;
  sourceKey: string;
  organisationId: string;
  known: KnownPlacement | undefined;
}

export interface WriteContext {
  actor: StaffActor | SystemActor;
  areas: ReadonlyMap<string, AreaPoint>;
  now: Date;
}

/**
 * Writes one accepted row: a new placement with a listing in review; changes, if nobody has edited the placement here
 * since; or nothing. A placement that another school of the district imported first only gets this school's listing.
 */
export async function writeRow(tx: ScopeTx, context: WriteContext, row: RowToWrite): Promise<ImportRowResult> {
  const { known } = row;
  const sourceHash = hash(contentOf(row.placement));
  const result = { rowNo: row.rowNo, reasons: [], warnings: row.warnings, raw: null, personId: null, contactId: null };
  if (!known) {
    const placementId = await insertImportedPlacement(tx, await toWrite(tx, context, row, sourceHash));
    await list(tx, context, { placementId, organisationId: row.organisationId, seats: row.placement.seats });
    return { ...result, outcome: "added", placementId };
  }
  const placementId = known.id;
  const isNewHere = known.listing_id === null;
  const isEdited = known.source_hash !== sourceHash && known.revision > 1;
  const isChanged = known.source_hash !== sourceHash && !isEdited;
  if (isChanged) await rewrite(tx, context, row, { known, sourceHash });
  const seats = isChanged ? row.placement.seats : known.seats;
  if (isNewHere) await list(tx, context, { placementId, organisationId: known.organisation_id, seats });
  const outcome = isNewHere ? "added" : isChanged ? "changed" : "unchanged";
  const warnings: RowNote[] = isEdited ? [...row.warnings, { code: "edited_here" }] : row.warnings;
  return { ...result, warnings, outcome, placementId };
}

async function rewrite(
  tx: ScopeTx,
  context: WriteContext,
  row: RowToWrite,
  { known, sourceHash }: { known: KnownPlacement; sourceHash: string },
): Promise<void> {
  const { schoolId, districtId } = context.actor;
  const write = await toWrite(tx, context, row, sourceHash);
  await updateImportedPlacement(tx, known.id, { ...write, leadMentorId: write.leadMentorId ?? known.lead_mentor_id });
  const { seats } = row.placement;
  if (known.listing_id && known.listing_seats === known.seats && seats !== known.seats) {
    await updateListingSeats(tx, { schoolId, listingId: known.listing_id, seats, now: context.now });
  }
  // Other schools of the district may have published it; the job looks at what is listed where.
  await enqueue(tx, "sync-placement", { districtId, placementId: known.id });
  await enqueue(tx, "settle-clearances", { districtId, placementId: known.id });
}

async function toWrite(
  tx: ScopeTx,
  context: WriteContext,
  row: RowToWrite,
  sourceHash: string,
): Promise<PlacementWrite> {
  const { placement, organisationId } = row;
  const { districtId } = context.actor;
  const site = {
    districtId,
    organisationId,
    organisationName: placement.organisation,
    site: placement.site,
    areas: context.areas,
  };
  return {
    districtId,
    organisationId,
    siteId: await ensureSite(tx, site),
    leadMentorId: await ensureContact(tx, { districtId, organisationId, contact: placement.contact }),
    placement,
    interestIds: interestsOf(placement),
    source: row.source,
    sourceKey: row.sourceKey,
    sourceHash,
    now: context.now,
  };
}

function interestsOf({ title, aliases, description, skills, category }: ImportedPlacement): string[] {
  return interestsInText([title, ...aliases, category, description, ...skills].join("\n"))
    .slice(0, MOST_INTERESTS)
    .map(({ interestId }) => interestId);
}

/** The mentor behind a contact address. Nobody writes to them before a coordinator has approved a student for them. */
async function ensureContact(
  tx: ScopeTx,
  {
    districtId,
    organisationId,
    contact,
  }: { districtId: string; organisationId: string; contact: ImportedPlacement["contact"] },
): Promise<string | null> {
  if (!contact) return null;
  const person = { fullName: contact.name, nameUsed: contact.name, language: "en", mail: contact.mail };
  const mentorId =
    (await findMentorByMail(tx, { districtId, mail: contact.mail })) ??
    (await insertMentor(tx, { districtId, ...person, mailVerifiedAt: null, source: "import" }));
  await affiliate(tx, { districtId, organisationId, mentorId, title: "" });
  return mentorId;
}

function list(
  tx: ScopeTx,
  { actor, now }: WriteContext,
  placement: { placementId: string; organisationId: string; seats: number },
): Promise<void> {
  return insertListingInReview(tx, { schoolId: actor.schoolId, districtId: actor.districtId, ...placement, now });
}
