import { sql } from "kysely";
import { cast } from "~db/cast";
import * as contactsApart from "~db/contacts-apart.server";
import { lockOfOrganisation } from "~db/led-by-mentor.server";
import * as moves from "~db/merge-moves.server";
import * as rows from "~db/merged-organisations.server";
import * as merges from "~db/merges.server";
import * as moved from "~db/moved-rows.server";
import { listComparedOrganisations } from "~db/organisation-facts.server";
import * as organisations from "~db/organisation-moves.server";
import * as names from "~db/organisation-names.server";
import { listPlacementIds } from "~db/placements.server";
import * as searches from "~db/saved-searches.server";
import * as apart from "~db/twins-apart.server";
import type { Query } from "./queries";

const NOTES: moved.Reference = { table: "contact_notes", column: "contact_id", key: ["id"], owner: "school_id" };
const FACTS = { name: "x", sector: "public", about: "x", website: "x" };
const twins = ({ districtId, twinId, otherTwinId }: Parameters<Query>[1]) => ({
  ...{ districtId, from: twinId, to: otherTwinId },
});
/** A search of the victim's that asks for an organisation. */
const search = (their: Parameters<Query>[1], organisationId: string) => ({
  ...{ schoolId: their.schoolId, studentId: their.studentId, name: "x", mailsNews: false, now: their.now },
  wish: { organisations: [organisationId] },
});

/** The queries of a merge. */
export const MERGE_CALLS: Record<string, Query> = {
  "twins-apart/insertTwinsApart": (tx, { districtId, schoolId, now, twinId, loneId }) =>
    apart.insertTwinsApart(tx, { districtId, schoolId, now, noun: "organisation", oneId: twinId, otherId: loneId }),
  "twins-apart/deleteTwinsApart": (tx, { districtId, twinId, otherTwinId }) =>
    apart.deleteTwinsApart(tx, { districtId, noun: "organisation", oneId: otherTwinId, otherId: twinId }),
  "twins-apart/listTwinsApart": (tx, { districtId }) => apart.listTwinsApart(tx, { districtId, noun: "organisation" }),
  "twins-apart/deleteMentorApart": (tx, { districtId, twinMentorId }) =>
    apart.deleteMentorApart(tx, { districtId, mentorId: twinMentorId }),
  "contacts-apart/insertContactsApart": (tx, { schoolId, contactId, otherId, now }) =>
    contactsApart.insertContactsApart(tx, { schoolId, contactId, otherId, now }),
  "contacts-apart/deleteContactsApart": (tx, { schoolId, contactId, forgottenId }) =>
    contactsApart.deleteContactsApart(tx, { schoolId, contactId: forgottenId, otherId: contactId }),
  "contacts-apart/listContactsApart": (tx, { schoolId, contactId }) =>
    contactsApart.listContactsApart(tx, { schoolId, contactId }),
  "led-by-mentor/lockOfOrganisation": (tx, { schoolId, organisationId }) =>
    lockOfOrganisation(tx, { schoolId, organisationId }),
  "merge-moves/insertMoves": (tx, { districtId, mergeId, schoolId }) =>
    moves.insertMoves(tx, {
      ...{ districtId, mergeId, schoolId, table: "contacts" },
      moves: [{ key: { id: "x" }, before: null }],
    }),
  "merge-moves/listMoves": (tx, { districtId, mergeId, schoolId }) =>
    moves.listMoves(tx, { districtId, mergeId, schoolId, table: "contacts" }),
  "merges/insertMerge": (tx, their) =>
    merges.insertMerge(tx, { ...their, noun: "organisation", keptId: their.loneId, goneId: their.twinId }),
  "merges/findStandingMerge": (tx, { districtId, twinId, goneId }) =>
    merges.findStandingMerge(tx, { districtId, keptId: twinId, goneId }),
  "merges/listStandingMerges": (tx, { districtId }) =>
    merges.listStandingMerges(tx, { districtId, noun: "organisation", since: new Date(0) }),
  "merges/hasLaterMerge": (tx, { districtId, undoneId, twinId }) =>
    merges.hasLaterMerge(tx, { districtId, mergeId: undoneId, keptId: twinId, mergedAt: "2026-10-01T00:00:00Z" }),
  "merges/hasLaterMergeOfTies": (tx, { districtId, schoolId, tieMergeId }) =>
    merges.hasLaterMergeOfTies(tx, { districtId, schoolId, mergeId: tieMergeId, mergedAt: "2026-10-11T00:00:00Z" }),
  "moved-rows/lockRows": (tx, { schoolId, contactId }) =>
    moved.lockRows(tx, { reference: NOTES, ownerId: schoolId, from: contactId }),
  "moved-rows/pointRows": (tx, { schoolId, contactId, otherId }) =>
    moved.pointRows(tx, { reference: NOTES, ownerId: schoolId, from: contactId, to: otherId }),
  "moved-rows/takeRows": (tx, { schoolId, contactId }) =>
    moved.takeRows(tx, { reference: NOTES, ownerId: schoolId, from: contactId, where: sql`true` }),
  "merged-organisations/findOrganisationRows": (tx, { districtId, twinId }) =>
    rows.findOrganisationRows(tx, { districtId, ids: [twinId] }),
  "merged-organisations/lockOrganisationRows": (tx, { districtId, twinId }) =>
    rows.lockOrganisationRows(tx, { districtId, ids: [twinId] }),
  "merged-organisations/updateOrganisationFacts": (tx, { districtId, twinId }) =>
    rows.updateOrganisationFacts(tx, { districtId, organisationId: twinId, facts: FACTS, nameKey: "x" }),
  "merged-organisations/deleteOrganisation": (tx, { districtId, loneId }) =>
    rows.deleteOrganisation(tx, { districtId, organisationId: loneId }),
  "merged-organisations/insertOrganisationAgain": (tx, { districtId, goneId, now }) =>
    rows.insertOrganisationAgain(tx, {
      ...{ district_id: districtId, id: goneId, name_key: "gone", source: "staff", created_at: now.toISOString() },
      ...FACTS,
    }),
  // A mentor reads the own organisation: whether the victim's is among them is asked.
  "organisation-facts/listComparedOrganisations": async (tx, { districtId, twinId }) =>
    (await listComparedOrganisations(tx, { districtId })).filter(({ id }) => id === twinId),
  "organisation-names/findOrganisationByKey": (tx, { districtId }) =>
    names.findOrganisationByKey(tx, { districtId, nameKey: "wall other name" }),
  "organisation-names/insertOrganisationName": (tx, { districtId, twinId }) =>
    names.insertOrganisationName(tx, { districtId, organisationId: twinId, nameKey: "x", knownSince: "2026-01-01" }),
  "organisation-names/deleteOrganisationNames": (tx, { districtId, otherTwinId }) =>
    names.deleteOrganisationNames(tx, { districtId, organisationId: otherTwinId, nameKeys: ["wall other name"] }),
  "organisation-moves/takeDoubledAffiliations": (tx, their) => organisations.takeDoubledAffiliations(tx, twins(their)),
  "organisation-moves/takeDoubledDrafts": (tx, their) => organisations.takeDoubledDrafts(tx, twins(their)),
  "organisation-moves/putBackAffiliations": (tx, { districtId, twinId, loneId, twinMentorId }) =>
    organisations.putBackAffiliations(tx, {
      ...{ districtId, keptId: twinId },
      moves: [
        {
          key: {},
          before: {
            ...{ district_id: districtId, organisation_id: loneId, mentor_id: twinMentorId },
            ...{ title: "", from_on: "2026-01-01" },
          },
        },
      ],
    }),
  "organisation-moves/putBackDrafts": (tx, { districtId, loneId, now }) =>
    organisations.putBackDrafts(tx, {
      moves: [
        {
          key: {},
          before: {
            ...{ district_id: districtId, organisation_id: loneId, account_id: cast.maya.accountId },
            ...{ form: "x", content: {}, updated_at: now.toISOString() },
          },
        },
      ],
    }),
  "organisation-moves/returnDepartures": (tx, { districtId, twinId, loneId, twinMentorId }) =>
    organisations.returnDepartures(tx, { districtId, from: twinId, to: loneId, mentorIds: [twinMentorId] }),
  "organisation-moves/returnPlaces": (tx, { districtId, twinId, loneId, twinPlacementId }) =>
    organisations.returnPlaces(tx, {
      ...{ districtId, from: twinId, to: loneId },
      ...{ sites: [], placements: [{ id: twinPlacementId }] },
    }),
  "organisation-moves/listMentorsOfOneAlone": (tx, { districtId, twinId, loneId }) =>
    organisations.listMentorsOfOneAlone(tx, { districtId, organisationId: twinId, otherId: loneId }),
  "organisation-moves/listStayingMentors": (tx, { districtId, twinId }) =>
    organisations.listStayingMentors(tx, { districtId, keptId: twinId, since: "2000-01-01", came: [] }),
  "organisation-moves/listStayingPlacements": (tx, { districtId, twinId }) =>
    organisations.listStayingPlacements(tx, {
      ...{ districtId, keptId: twinId, since: "2000-01-01" },
      ...{ sites: [], placements: [] },
    }),
  "placements/listPlacementIds": (tx, { districtId, twinId }) =>
    listPlacementIds(tx, { districtId, organisationId: twinId }),
  "saved-searches/pointSearches": async (tx, their) => {
    await searches.insertSavedSearch(tx, search(their, their.twinId));
    await searches.pointSearches(tx, { schoolId: their.schoolId, from: their.twinId, to: their.loneId });
  },
  "saved-searches/returnSearches": async (tx, their) => {
    await searches.insertSavedSearch(tx, search(their, their.loneId));
    await searches.returnSearches(tx, {
      ...{ schoolId: their.schoolId, from: their.twinId, to: their.loneId },
      moves: [{ key: { id: their.searchId }, before: { wish: { organisations: [their.twinId] } } }],
    });
  },
};
