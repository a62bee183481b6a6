import type { FamilyLink } from "~/domain/merge/guardians";
import { cast } from "~db/cast";
import * as letters from "~db/consent-letters.server";
import * as places from "~db/family-places.server";
import * as facts from "~db/guardian-facts.server";
import * as moves from "~db/guardian-moves.server";
import { listMergeCandidates } from "~db/merge-candidates.server";
import * as people from "~db/merged-people.server";
import * as apart from "~db/people-apart.server";
import type { Query } from "./queries";

type Their = Parameters<Query>[1];
const pair = ({ schoolId, twinAdultId, keptAdultId }: Their) => ({ schoolId, from: twinAdultId, to: keptAdultId });
const twin = ({ schoolId, twinAdultId, on }: Their) => ({ schoolId, guardianId: twinAdultId, on });
const whole = (before: Record<string, unknown>, key = {}) => [{ key, before }];
const since = ({ schoolId, twinAdultId, loneTieId }: Their) => ({
  ...{ schoolId, guardianId: twinAdultId, since: "2026-09-01T00:00:00Z" },
  ...{ links: [{ id: loneTieId }], consents: [] },
});
const TERMS: Omit<FamilyLink, "studentId"> = {
  ...{
    relationship: "aunt",
    legalBasis: "guardian",
    callOrder: 2,
    fromOn: "2026-08-01",
    hasBegun: true,
    toOn: null,
    isOver: false,
    isUndecided: false,
  },
  rights: { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: true },
  studentLetsSee: false,
};
const tieAgain = ({ schoolId, studentId, goneAdultId }: Their) => ({
  ...{ school_id: schoolId, id: goneAdultId, student_id: studentId, guardian_id: goneAdultId, relationship: "aunt" },
  ...{ legal_basis: "guardian", may_consent: true, may_see_records: true, may_know_whereabouts: true, call_order: 1 },
  ...{ from_on: "2026-08-01", student_lets_see: false, rights_undecided: false },
});

/** The queries of a merge of people. */
export const PERSON_MERGE_CALLS: Record<string, Query> = {
  "merged-people/findPersonRows": (tx, { schoolId, twinAdultId }) =>
    people.findPersonRows(tx, { schoolId, ids: [twinAdultId] }),
  "merged-people/lockPersonRows": (tx, { schoolId, twinAdultId }) =>
    people.lockPersonRows(tx, { schoolId, ids: [twinAdultId] }),
  "merged-people/writePersonMergedInto": (tx, { schoolId, twinAdultId, keptAdultId }) =>
    people.writePersonMergedInto(tx, { schoolId, personId: twinAdultId, into: keptAdultId }),
  "guardian-facts/listFamilyTies": (tx, their) => facts.listFamilyTies(tx, twin(their)),
  "guardian-facts/listFamilyStudentIds": (tx, { schoolId, twinAdultId }) =>
    facts.listFamilyStudentIds(tx, { schoolId, guardianIds: [twinAdultId] }),
  "guardian-facts/listFamilyAnswers": (tx, their) => facts.listFamilyAnswers(tx, twin(their)),
  "guardian-facts/findFamilyPlaces": async (tx, their) => (await facts.findFamilyPlaces(tx, twin(their))).accounts,
  "guardian-facts/countOfGuardian": async (tx, their) => (await facts.countOfGuardian(tx, twin(their))).children,
  "guardian-facts/listComparedGuardians": (tx, { schoolId, on }) => facts.listComparedGuardians(tx, { schoolId, on }),
  "family-places/isLetIn": (tx, { schoolId, twinAdultId, on }) =>
    places.isLetIn(tx, { schoolId, personId: twinAdultId, on }),
  "family-places/closePlaces": (tx, { schoolId, twinAdultId, on }) =>
    places.closePlaces(tx, { schoolId, personId: twinAdultId, on }),
  "family-places/reopenPlaces": (tx, { schoolId, twinAdultId, twinPlaceId }) =>
    places.reopenPlaces(tx, {
      ...{ schoolId, personId: twinAdultId },
      moves: whole({ to_on: null }, { id: twinPlaceId, listed: "false" }),
    }),
  "family-places/closeInvitations": (tx, { schoolId, twinAdultId, now }) =>
    places.closeInvitations(tx, { schoolId, personId: twinAdultId, now }),
  "family-places/reopenInvitations": (tx, { schoolId, twinInvitationId }) =>
    places.reopenInvitations(tx, { schoolId, moves: whole({ school_id: schoolId, id: twinInvitationId }) }),
  "guardian-moves/lockLinksOf": (tx, { schoolId, twinAdultId }) =>
    moves.lockLinksOf(tx, { schoolId, personIds: [twinAdultId] }),
  "guardian-moves/takeDoubledLinks": (tx, their) => moves.takeDoubledLinks(tx, pair(their)),
  "guardian-moves/writeMergedLink": (tx, { schoolId, keptAdultId, studentId }) =>
    moves.writeMergedLink(tx, { schoolId, guardianId: keptAdultId, link: { ...TERMS, studentId } }),
  "guardian-moves/listLinksAsWritten": async (tx, { schoolId, keptAdultId, studentId }) => {
    const link = { ...TERMS, studentId };
    const written = await moves.writeMergedLink(tx, { schoolId, guardianId: keptAdultId, link });
    return moves.listLinksAsWritten(tx, { schoolId, moves: written });
  },
  "guardian-moves/restoreLinks": (tx, their) =>
    moves.restoreLinks(tx, { moves: whole({ ...tieAgain(their), id: their.keptTieId }) }),
  "guardian-moves/putBackLinks": (tx, their) => moves.putBackLinks(tx, { moves: whole(tieAgain(their)) }),
  "guardian-moves/takeDoubledRequests": async (tx, their) => (await moves.takeDoubledRequests(tx, pair(their))).taken,
  "guardian-moves/putBackRequests": (tx, { schoolId, studentId, goneAdultId, now }) =>
    moves.putBackRequests(tx, {
      moves: whole({
        ...{ school_id: schoolId, id: goneAdultId, student_id: studentId, guardian_id: goneAdultId, purpose: "photo" },
        ...{ state: "requested", letter_code: "WALLBACK23", language: "en", requested_at: now.toISOString() },
        ...{ evidence: "", interpreter: "", signed_name: "", signed_relationship: "", same_address_as_student: false },
      }),
    }),
  "consent-letters/leadLettersOn": (tx, { schoolId, keptRequestId }) =>
    letters.leadLettersOn(tx, { schoolId, consentId: keptRequestId, letterCodes: ["WALLBACK23"] }),
  "consent-letters/leadLettersBack": async (tx, { schoolId, keptRequestId }) => {
    await letters.leadLettersOn(tx, { schoolId, consentId: keptRequestId, letterCodes: ["WALLBACK24"] });
    await letters.leadLettersBack(tx, { schoolId, letterCodes: ["WALLBACK24"] });
  },
  "guardian-moves/pointTasksOfRequest": (tx, { schoolId, twinRequestId, keptRequestId }) =>
    moves.pointTasksOfRequest(tx, { schoolId, from: twinRequestId, to: keptRequestId }),
  "guardian-moves/pointScansOfRequest": (tx, { schoolId, twinRequestId, keptRequestId }) =>
    moves.pointScansOfRequest(tx, { schoolId, from: twinRequestId, to: keptRequestId }),
  "guardian-moves/pointToldPerson": (tx, their) => moves.pointToldPerson(tx, pair(their)),
  "guardian-moves/takeDoubledPersonPoints": (tx, their) => moves.takeDoubledPersonPoints(tx, pair(their)),
  "guardian-moves/preferOwnPersonPoints": (tx, { schoolId, keptAdultId, twinPointId }) =>
    moves.preferOwnPersonPoints(tx, { schoolId, personId: keptAdultId, came: [{ id: twinPointId }] }),
  "guardian-moves/preferPersonPointsAgain": (tx, { schoolId, twinAdultId, twinPointId }) =>
    moves.preferPersonPointsAgain(tx, { schoolId, personId: twinAdultId, keys: [{ id: twinPointId }] }),
  "guardian-moves/putBackPersonPoints": async (tx, { schoolId, keptAdultId, goneAdultId }) => {
    const [had] = (await people.findPersonRows(tx, { schoolId, ids: [keptAdultId] })).get(keptAdultId)?.points ?? [];
    await moves.putBackPersonPoints(tx, {
      ...{ schoolId, standsWith: keptAdultId },
      moves: whole({
        ...{ school_id: schoolId, id: goneAdultId, person_id: goneAdultId, kind: "phone", value: had?.value ?? "" },
        ...{ preferred: false, shared: false },
      }),
    });
  },
  "guardian-moves/hasAnsweredSince": (tx, their) => moves.hasAnsweredSince(tx, since(their)),
  "guardian-moves/hasSatDownSince": (tx, their) =>
    moves.hasSatDownSince(tx, {
      ...since(their),
      ...{ guardianId: cast.monique.personId, links: [{ id: their.twinTieId }] },
    }),
  "guardian-moves/passOnRequests": (tx, their) =>
    moves.passOnRequests(tx, { ...pair(their), to: their.goneAdultId, links: [{ id: their.keptTieId }], consents: [] }),
  "people-apart/insertPeopleApart": (tx, { schoolId, keptAdultId, goneAdultId, now }) =>
    apart.insertPeopleApart(tx, { schoolId, oneId: keptAdultId, otherId: goneAdultId, now }),
  "people-apart/deletePeopleApart": (tx, { schoolId, keptAdultId, twinAdultId }) =>
    apart.deletePeopleApart(tx, { schoolId, oneId: twinAdultId, otherId: keptAdultId }),
  "people-apart/deletePersonApart": (tx, { schoolId, twinAdultId }) =>
    apart.deletePersonApart(tx, { schoolId, personId: twinAdultId }),
  "merge-candidates/listMergeCandidates": (tx, { districtId, schoolId }) =>
    listMergeCandidates(tx, { noun: "people", districtId, schoolId, words: [], limit: 5 }),
};
