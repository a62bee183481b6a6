import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { DEFAULT_SETTINGS, type SchoolSettings } from "~/domain/settings";
import { hasActSince, listRecordedFor, recordActs } from "~db/audit.server";
import { listMatchActs, listPauseActs, listRequestActs } from "~db/board-news.server";
import { cast } from "~db/cast";
import { insertClearance } from "~db/clearance-desk.server";
import { findConsentRights } from "~db/consent-holders.server";
import { listConsentAnswers, listConsents } from "~db/consents.server";
import { countEvidenceActs } from "~db/evidence-acts.server";
import { insertFirstCall } from "~db/first-calls.server";
import { forbidPair } from "~db/forbidden-pairs.server";
import { closeGate, insertGates, reopenGate } from "~db/gates.server";
import { checkGuardianCode } from "~db/guardian-codes.server";
import { findDecider, listOverdueMatchIds } from "~db/held-matches.server";
import { insertImportRows } from "~db/import-rows.server";
import {
  insertImportedPlacement,
  insertListingInReview,
  updateImportedPlacement,
} from "~db/imported-placements.server";
import { listAreasByPostcode } from "~db/imported-sites.server";
import { insertImport } from "~db/imports.server";
import * as indexRows from "~db/index-rows.server";
import * as sittings from "~db/interest-sittings.server";
import { hasBeenInvited } from "~db/invited-addresses.server";
import { enqueue } from "~db/jobs.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { hasLinkBeyond } from "~db/links.server";
import { addReviewedMentors, listListings } from "~db/listing-desk.server";
import { countListingInterests } from "~db/listing-interests.server";
import { insertPursuitPlace, insertSeatHolds } from "~db/listings.server";
import * as evidence from "~db/match-evidence.server";
import { listFinishedRuns } from "~db/match-runs.server";
import { getCurrentWeights, getWeights, insertWeights } from "~db/match-weights.server";
import {
  findNewestRun,
  listListingTitles,
  listPairNames,
  listStudentNames,
  listSupersededMatches,
} from "~db/matches.server";
import { findAboutMentor, lockAboutMentor, writeAboutMentor } from "~db/mentor-about.server";
import { findStudentsAtOnce, setStudentsAtOnce, setStudentsAtOnceFor } from "~db/mentor-capacity.server";
import { countMentorSeats } from "~db/mentor-seats.server";
import { listMentorNames, listPersonNames } from "~db/names-of.server";
import { findEmptySchool } from "~db/new-schools.server";
import { insertOffers, listDistrictSchools, listGivenBack, listOwnListings } from "~db/offered-listings.server";
import { listOwnJobs, settleOwnJob } from "~db/operations.server";
import { ensureOrganisation, findMentorByMail } from "~db/organisations.server";
import { findPairLanguages } from "~db/pair-languages.server";
import { listRulingsSince, putRuling } from "~db/pair-rulings.server";
import { listTakenBack } from "~db/picked-matches.server";
import { insertPlacement, updatePlacement } from "~db/placements.server";
import { insertPlanPause } from "~db/plan-pauses.server";
import { listOverduePursuits, listPursuits } from "~db/pursuits.server";
import { deleteOutlivedOfDistrict, deleteOutlivedOfSchool } from "~db/retention.server";
import * as savedSearches from "~db/saved-searches.server";
import {
  insertSchoolWord,
  listSchoolWords,
  listWordKeys,
  listWordsInUse,
  lockWordsInUse,
  mergeWordsInto,
  setWordTakenBack,
  splitMergedWords,
} from "~db/school-words.server";
import { findQuietEnd, getSchool, getSettings, lockSettings } from "~db/schools.server";
import * as searchRows from "~db/search-rows.server";
import { insertSite, listAreas } from "~db/sites.server";
import { findTaskStates, forgetTasksAbout, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";
import { lockStates, writeStates } from "~db/states.server";
import { insertStripeEvent } from "~db/stripe-events.server";
import * as studentIndex from "~db/student-index.server";
import { replaceStudentInterests } from "~db/student-interests.server";
import { deleteTravelLines, listListedSites, listTravelRows, upsertTravelLines } from "~db/travel-times.server";
import { insertVisit, isStudentBusy, listComingVisits, putVisitHost, putVisitTime } from "~db/visits.server";
import { countWanting, insertWish, putWishOrder } from "~db/wishes.server";
import { CONCERN_CALLS } from "./concern-calls";
import { CONVERSATION_CALLS } from "./conversation-calls";
import { DEPARTURE_CALLS } from "./departure-calls";
import { FUND_CALLS } from "./fund-calls";
import { INTRODUCTION_CALLS } from "./introduction-calls";
import { INVITATION_CALLS } from "./invitations";
import { MAIL_CALLS } from "./mail-calls";
import { MENTOR_MERGE_CALLS } from "./mentor-merge-calls";
import { MERGE_CALLS } from "./merge-calls";
import { OFFER_CALLS } from "./offer-calls";
import { OUTREACH_CALLS } from "./outreach-calls";
import { PEOPLE_CALLS } from "./people-calls";
import { PERSON_MERGE_CALLS } from "./person-merge-calls";
import type { Query } from "./queries";
import { SCAN_CALLS } from "./scan-calls";
import { STAFF_MERGE_CALLS } from "./staff-merge-calls";
import { STILL_OPEN_CALLS } from "./still-open-calls";
import { STUDENT_MERGE_CALLS } from "./student-merge-calls";
import { TRANSFER_CALLS } from "./transfer-calls";

const IN_A_LIFETIME = new Date("2099-01-01");

const THEN = { startsAt: "2026-10-22T16:00:00Z", endsAt: "2026-10-22T22:00:00Z" };
/** What a school has set; null where it reads the usual settings. */
const ownSettings = (settings: SchoolSettings) =>
  JSON.stringify(settings) === JSON.stringify(DEFAULT_SETTINGS) ? null : settings;

/** Queries whose parameters are not simply the fields of `Theirs`, by "file/name". A new one of that sort belongs here. */
export const CALLS: Record<string, Query> = {
  ...CONCERN_CALLS,
  ...MERGE_CALLS,
  ...MENTOR_MERGE_CALLS,
  ...PERSON_MERGE_CALLS,
  ...STUDENT_MERGE_CALLS,
  ...STAFF_MERGE_CALLS,
  ...DEPARTURE_CALLS,
  ...TRANSFER_CALLS,
  ...OUTREACH_CALLS,
  ...OFFER_CALLS,
  ...STILL_OPEN_CALLS,
  ...INVITATION_CALLS,
  "consent-holders/findConsentRights": (tx, their) => findConsentRights(tx, { ...their, personId: their.guardianId }),
  "consents/listConsentAnswers": (tx, their) => listConsentAnswers(tx, { ...their, pursuitId: null }),
  "consents/listConsents": (tx, { schoolId, studentId }) => listConsents(tx, { schoolId, studentId }),
  "forbidden-pairs/forbidPair": (tx, their) => forbidPair(tx, { ...their, mentorId: their.otherMentorId }),
  ...FUND_CALLS,
  ...SCAN_CALLS,
  ...INTRODUCTION_CALLS,
  "first-calls/insertFirstCall": (tx, their) =>
    insertFirstCall(tx, { ...their, callId: crypto.randomUUID(), outcome: "reached", callBackOn: null }),
  "gates/closeGate": (tx, their) => closeGate(tx, { ...their, kind: "travel_plan", as: "met" }),
  "gates/insertGates": (tx, their) => insertGates(tx, { ...their, pursuitId: their.barePursuitId }),
  "gates/reopenGate": (tx, their) => reopenGate(tx, { ...their, kind: "looking_consent" }),
  "guardian-codes/checkGuardianCode": async (tx, their) => {
    const answer = await checkGuardianCode(tx, their);
    return answer.is === "none" ? null : answer;
  },
  "import-rows/insertImportRows": (tx, their) =>
    insertImportRows(tx, {
      ...their,
      rows: [
        {
          rowNo: 9,
          outcome: "rejected",
          reasons: [],
          warnings: [],
          raw: [],
          placementId: null,
          personId: null,
          contactId: null,
        },
      ],
    }),
  "imports/insertImport": (tx, their) => insertImport(tx, { ...their, kind: "placements", mappingRemembered: false }),
  "evidence-acts/countEvidenceActs": (tx, { schoolId }) =>
    countEvidenceActs(tx, { schoolId, since: new Date(0).toISOString() }),
  "board-news/listPauseActs": (tx, { schoolId }) => listPauseActs(tx, { schoolId, since: new Date(0) }),
  "board-news/listRequestActs": (tx, { schoolId }) => listRequestActs(tx, { schoolId, since: new Date(0) }),
  "board-news/listMatchActs": (tx, { schoolId }) => listMatchActs(tx, { schoolId, since: new Date(0) }),
  "held-matches/listOverdueMatchIds": (tx, { schoolId }) =>
    listOverdueMatchIds(tx, { schoolId, before: new Date("2126-01-01T00:00:00Z") }),
  "held-matches/findDecider": (tx, { schoolId }) =>
    findDecider(tx, { schoolId, personId: cast.ines.personId, on: "2026-10-14" }),
  "imported-placements/insertImportedPlacement": (tx, their) =>
    insertImportedPlacement(tx, { ...their, ...their.importedPlacement, sourceKey: "another" }),
  "imported-placements/insertListingInReview": (tx, their) =>
    insertListingInReview(tx, {
      ...their,
      placementId: their.freePlacementId,
      organisationId: their.freeOrganisationId,
    }),
  "imported-placements/updateImportedPlacement": (tx, their) =>
    updateImportedPlacement(tx, their.placementId, { ...their, ...their.importedPlacement }),
  "imported-sites/listAreasByPostcode": (tx, { districtId }) => listAreasByPostcode(tx, districtId),
  "index-rows/listPlacementsOverSince": (tx, { schoolId }) =>
    indexRows.listPlacementsOverSince(tx, { schoolId, on: "2027-01-15" }),
  "index-rows/listPlacementIds": (tx, { districtId }) =>
    indexRows.listPlacementIds(tx, { districtId, after: null, limit: 10 }),
  "index-rows/findSomeListedPlacement": (tx, { schoolId }) => indexRows.findSomeListedPlacement(tx, { schoolId }),
  "invited-addresses/hasBeenInvited": (tx, their) => hasBeenInvited(tx, { ...their, mail: "invited@example.org" }),
  "jobs/enqueue": (tx, { schoolId, runId }) => enqueue(tx, "propose-matches", { schoolId, runId }),
  "known-mentors/findKnownMentor": (tx, their) => findKnownMentor(tx, { ...their, mail: their.mentorMail }),
  "links/hasLinkBeyond": (tx, their) => hasLinkBeyond(tx, { ...their, personId: their.guardianId, moment: their.now }),
  "listing-desk/addReviewedMentors": (tx, their) => addReviewedMentors(tx, { ...their, mentorIds: [their.mentorId] }),
  "listing-desk/listListings": (tx, their) => listListings(tx, { ...their, state: "published" }),
  "listing-interests/countListingInterests": (tx, { schoolId }) => countListingInterests(tx, schoolId),
  "listings/insertPursuitPlace": (tx, their) => insertPursuitPlace(tx, { ...their, pursuitId: their.barePursuitId }),
  "listings/insertSeatHolds": (tx, their) => insertSeatHolds(tx, { ...their, pursuitId: their.barePursuitId }),
  ...MAIL_CALLS,
  ...PEOPLE_CALLS,
  "match-evidence/listAllOfPlacements": (tx, their) =>
    evidence.listAllOfPlacements(tx, { ...their, unsureIds: [their.mentorId] }),
  "match-evidence/listAllOfStudents": (tx, { schoolId }) => evidence.listAllOfStudents(tx, { schoolId }),
  "match-evidence/listLookingIds": (tx, { schoolId }) => evidence.listLookingIds(tx, { schoolId }),
  "clearance-desk/insertClearance": (tx, their) =>
    insertClearance(tx, {
      ...{ ...their, type: "state", result: "clear", checkedOn: "2026-10-01", expiresOn: null },
      ...{ reference: "x", replaces: null, recordedBy: their.staffId, now: their.now },
    }),
  "match-evidence/listPursuitRows": (tx, { schoolId }) => evidence.listPursuitRows(tx, { schoolId }),
  "pair-languages/findPairLanguages": (tx, their) => findPairLanguages(tx, their),
  "match-weights/getCurrentWeights": async (tx, { schoolId }) => {
    const { weights, setBy } = await getCurrentWeights(tx, schoolId);
    return weights === DEFAULT_WEIGHTS ? null : { weights, setBy };
  },
  "match-weights/getWeights": (tx, { schoolId }) => getWeights(tx, { schoolId, version: 3 }),
  "match-weights/insertWeights": (tx, their) =>
    insertWeights(tx, { ...their, weights: { ...DEFAULT_WEIGHTS, version: 4 }, setBy: their.staffId }),
  "match-runs/listFinishedRuns": (tx, { schoolId }) => listFinishedRuns(tx, { schoolId, limit: 10 }),
  "matches/findNewestRun": (tx, { schoolId }) => findNewestRun(tx, { schoolId }),
  "matches/listListingTitles": (tx, { schoolId }) => listListingTitles(tx, schoolId),
  "audit/listRecordedFor": (tx, { schoolId, pursuitId, studentId }) =>
    listRecordedFor(tx, { schoolId, noun: "pursuit", nounId: pursuitId, onBehalfOf: studentId }),
  "audit/hasActSince": (tx, { schoolId, pursuitId }) =>
    hasActSince(tx, {
      ...{ schoolId, noun: "pursuit", nounIds: [pursuitId] },
      ...{ transitions: ["decline"], since: "2026-10-01T00:00:00Z" },
    }),
  "audit/recordActs": (tx, their) =>
    recordActs(tx, [
      {
        actor: { ...their, kind: "system", job: "test" },
        noun: "match",
        nounId: their.matchId,
        transition: "hold",
        now: their.now,
      },
    ]),
  "matches/listSupersededMatches": (tx, { schoolId, studentId }) =>
    // an id that no run has
    listSupersededMatches(tx, { schoolId, runId: studentId }),
  "picked-matches/listTakenBack": (tx, { schoolId }) => listTakenBack(tx, { schoolId, runId: null }),
  "states/lockStates": (tx, { schoolId, matchId }) => lockStates(tx, { table: "matches", schoolId, ids: [matchId] }),
  "states/writeStates": (tx, { schoolId, matchId }) =>
    writeStates(tx, { table: "matches", schoolId, ids: [matchId], state: "stale" }),
  "matches/listPairNames": (tx, { schoolId, matchId }) => listPairNames(tx, { schoolId, matchIds: [matchId] }),
  "matches/listStudentNames": (tx, { schoolId }) => listStudentNames(tx, schoolId),
  "mentor-about/findAboutMentor": (tx, their) => findAboutMentor(tx, their),
  "mentor-about/lockAboutMentor": (tx, their) => lockAboutMentor(tx, their),
  "mentor-about/writeAboutMentor": async (tx, their) =>
    (await writeAboutMentor(tx, {
      ...their,
      about: { interests: [], languages: ["en"], yearsWithStudents: 0 },
      revision: 1,
      bySchoolId: null,
      reason: "",
    })) || null,
  // Most have not said a number: what counts is that there is such a mentor.
  "mentor-capacity/findStudentsAtOnce": async (tx, their) => ((await findStudentsAtOnce(tx, their)) ? "found" : null),
  "mentor-capacity/setStudentsAtOnce": async (tx, their) =>
    (await setStudentsAtOnce(tx, { ...their, atOnce: 3 })) || null,
  "mentor-capacity/setStudentsAtOnceFor": async (tx, their) =>
    (await setStudentsAtOnceFor(tx, { ...their, atOnce: 3, seen: null, reason: "x" })) || null,
  "mentor-seats/countMentorSeats": async (tx, { schoolId, mentorId }) => {
    const count = await countMentorSeats(tx, { schoolId, mentorId, on: "2026-10-14" });
    return count.seats === 0 ? null : count;
  },
  "names-of/listMentorNames": (tx, their) => listMentorNames(tx, { ...their, mentorIds: [their.mentorId] }),
  "names-of/listPersonNames": (tx, their) => listPersonNames(tx, { ...their, personIds: [their.guardianId] }),
  "new-schools/findEmptySchool": async (tx, their) => ((await findEmptySchool(tx, their)) ? null : "members"),
  // Everybody has jobs of their own school: what counts is the one about the victim.
  "operations/listOwnJobs": async (tx, { searchKey }) =>
    (await listOwnJobs(tx, ["sync-placement", "sync-students"])).filter(({ subject }) => subject === searchKey),
  "operations/settleOwnJob": async (tx, { jobId }) =>
    (await settleOwnJob(tx, { jobId: Number(jobId), decision: "discard" })) || null,
  "offered-listings/insertOffers": (tx, their) =>
    insertOffers(tx, { ...their, placementId: their.freePlacementId, organisationId: their.freeOrganisationId }),
  "offered-listings/listDistrictSchools": (tx, { districtId }) => listDistrictSchools(tx, districtId),
  "organisations/ensureOrganisation": (tx, their) => ensureOrganisation(tx, { ...their, nameKey: "another" }),
  "organisations/findMentorByMail": (tx, their) => findMentorByMail(tx, { ...their, mail: their.mentorMail }),
  // an organisation offers to several schools: each sees its own listing
  "offered-listings/listOwnListings": async (tx, their) =>
    (await listOwnListings(tx, their)).filter((listing) => listing.school_id === their.schoolId),
  "offered-listings/listGivenBack": async (tx, { schoolId, districtId }) => {
    const noted = await tx
      .selectFrom("listings")
      .select("organisation_id")
      .where("school_id", "=", schoolId)
      .where("review_note", "=", "Say more.")
      .executeTakeFirst();
    const given = noted && (await listGivenBack(tx, { districtId, organisationId: noted.organisation_id }));
    return (given ?? []).filter((listing) => listing.school_id === schoolId);
  },
  "pair-rulings/listRulingsSince": (tx, { schoolId }) => listRulingsSince(tx, { schoolId, since: new Date(0) }),
  "pair-rulings/putRuling": (tx, their) =>
    putRuling(tx, { ...their, ruling: "forbidden", overrides: false, reason: "x", by: their.staffId }),
  "plan-pauses/insertPlanPause": (tx, their) =>
    insertPlanPause(tx, { ...their, listingId: their.freeListingId, reason: "x", by: their.staffId }),
  "placements/insertPlacement": (tx, their) =>
    insertPlacement(tx, { ...their, ...their.posted, placementId: their.pursuitId }),
  "placements/updatePlacement": (tx, their) => updatePlacement(tx, { ...their, ...their.posted, revision: 2 }),
  "pursuits/listOverduePursuits": (tx, their) => listOverduePursuits(tx, { ...their, now: their.before }),
  "pursuits/listPursuits": (tx, { schoolId }) => listPursuits(tx, { schoolId, states: ["contacted"] }),
  "retention/deleteOutlivedOfDistrict": (tx, their) => deleteOutlivedOfDistrict(tx, { ...their, now: IN_A_LIFETIME }),
  "retention/deleteOutlivedOfSchool": (tx, their) => deleteOutlivedOfSchool(tx, { ...their, now: IN_A_LIFETIME }),
  "saved-searches/findSameSearch": (tx, their) =>
    savedSearches.findSameSearch(tx, { ...their, wish: { text: "bikes" } }),
  "saved-searches/insertSavedSearch": (tx, their) =>
    savedSearches.insertSavedSearch(tx, { ...their, name: "x", wish: {}, mailsNews: true }),
  "saved-searches/updateLookedUntil": (tx, their) =>
    savedSearches.updateLookedUntil(tx, { ...their, until: IN_A_LIFETIME }),
  "saved-searches/updateSearchMail": (tx, their) => savedSearches.updateSearchMail(tx, { ...their, mailsNews: false }),
  "saved-searches/updateSearchName": (tx, their) => savedSearches.updateSearchName(tx, { ...their, name: "x" }),
  "schools/findQuietEnd": async (tx, { schoolId }) =>
    (await findQuietEnd(tx, { schoolId, now: new Date("2026-10-15T07:00:00Z") }))?.toISOString(),
  "schools/getSchool": (tx, { schoolId }) => getSchool(tx, schoolId),
  "schools/getSettings": async (tx, { schoolId }) => ownSettings(await getSettings(tx, schoolId)),
  "schools/lockSettings": async (tx, { schoolId }) => ownSettings(await lockSettings(tx, schoolId)),
  "school-words/insertSchoolWord": (tx, their) =>
    insertSchoolWord(tx, {
      ...their,
      interestId: "animals",
      word: "zoomies",
      addedBy: their.staffId,
      source: "school",
    }),
  "school-words/listSchoolWords": (tx, { schoolId }) => listSchoolWords(tx, schoolId),
  "school-words/listWordKeys": (tx, { schoolId }) => listWordKeys(tx, schoolId),
  "school-words/listWordsInUse": (tx, { schoolId }) => listWordsInUse(tx, schoolId),
  "school-words/lockWordsInUse": (tx, { schoolId }) => lockWordsInUse(tx, schoolId),
  "school-words/mergeWordsInto": (tx, { schoolId, wordId, now }) =>
    mergeWordsInto(tx, { schoolId, wordId, others: [wordId], now }),
  "school-words/splitMergedWords": async (tx, { schoolId, keptWordId }) =>
    (await splitMergedWords(tx, { schoolId, wordId: keptWordId })) || null,
  "school-words/setWordTakenBack": async (tx, { schoolId, wordId, now }) =>
    (await setWordTakenBack(tx, { schoolId, wordId, takenBackAt: now })) || null,
  "search-rows/listAreas": (tx, { districtId }) => searchRows.listAreas(tx, districtId),
  "search-rows/listListedOrganisations": (tx, their) =>
    searchRows.listListedOrganisations(tx, { ...their, organisationIds: [their.organisationId] }),
  "sites/insertSite": (tx, their) =>
    insertSite(tx, {
      ...their,
      site: { ...their.site, name: "x", mode: "on_site", areaId: null, latitude: null, longitude: null },
      area: null,
    }),
  "sites/listAreas": (tx, { districtId }) => listAreas(tx, districtId),
  "stripe-events/insertStripeEvent": (tx, their) =>
    insertStripeEvent(tx, { ...their, book: "test", eventId: "evt_another", type: "x" }),
  "staff-tasks/forgetTasksAbout": (tx, their) =>
    forgetTasksAbout(tx, { ...their, noun: "introduction", id: their.introductionId }),
  "staff-tasks/findTaskStates": async (tx, { schoolId, introductionId }) =>
    (await findTaskStates(tx, { schoolId, dedupeKeys: [`claim:${introductionId}`] })).get(`claim:${introductionId}`),
  "staff-tasks/listOpenTaskKeys": (tx, their) =>
    listOpenTaskKeys(tx, {
      ...their,
      kind: "confirm_organisation",
      subject: { noun: "introduction", id: their.introductionId },
    }),
  "student-index/listStudentTraits": (tx, { schoolId }) => studentIndex.listStudentTraits(tx, schoolId),
  "student-index/listStudentsByKeys": (tx, { schoolId, searchKey }) =>
    studentIndex.listStudentsByKeys(tx, { schoolId, keys: [searchKey] }),
  "student-index/listStudentsToIndex": (tx, { schoolId }) =>
    studentIndex.listStudentsToIndex(tx, { schoolId, keys: null }),
  "staff-tasks/openTask": (tx, their) =>
    openTask(tx, {
      ...their,
      kind: "accommodation",
      subject: { noun: "student", id: their.studentId },
      dedupeKey: "another",
    }),
  "travel-times/deleteTravelLines": (tx, { schoolId }) => deleteTravelLines(tx, schoolId),
  "travel-times/listListedSites": (tx, { schoolId }) => listListedSites(tx, schoolId),
  "travel-times/listTravelRows": (tx, { schoolId, siteId }) => listTravelRows(tx, { schoolId, siteIds: [siteId] }),
  "travel-times/upsertTravelLines": (tx, their) =>
    upsertTravelLines(tx, {
      ...their,
      lines: [{ ...their, mode: "walk", minutes: 5, arriveFrom: "08:00", arriveTo: "09:00" }],
    }),
  "interest-sittings/deleteCardAnswer": (tx, their) => sittings.deleteCardAnswer(tx, { ...their, step: 0 }),
  "interest-sittings/insertCardAnswer": (tx, their) =>
    sittings.insertCardAnswer(tx, {
      ...their,
      step: 50,
      answered: { left: "animals", right: "office", answer: "left" },
      now: IN_A_LIFETIME,
    }),
  "interest-sittings/insertSitting": (tx, their) =>
    sittings.insertSitting(tx, {
      ...their,
      version: 99,
      deckVersion: 1,
      forAdvisor: true,
      forFamily: true,
      now: IN_A_LIFETIME,
    }),
  "interest-sittings/listProfiled": (tx, { schoolId, studentId }) =>
    sittings.listProfiled(tx, { schoolId, studentIds: [studentId] }),
  "interest-sittings/settleSuggestions": (tx, their) =>
    sittings.settleSuggestions(tx, { ...their, version: 99, now: IN_A_LIFETIME }),
  "interest-sittings/shareSittings": (tx, their) =>
    sittings.shareSittings(tx, { ...their, forAdvisor: false, forFamily: false }),
  "student-interests/replaceStudentInterests": (tx, their) =>
    replaceStudentInterests(tx, { ...their, interests: [], now: IN_A_LIFETIME }),
  "wishes/countWanting": (tx, { schoolId, studentId }) => countWanting(tx, { schoolId, exceptStudentId: studentId }),
  ...CONVERSATION_CALLS,
  "visits/insertVisit": (tx, their) =>
    insertVisit(tx, { ...their, ...THEN, kind: "shadow_day", place: "x", entryHost: "x" }),
  "visits/isStudentBusy": (tx, their) => isStudentBusy(tx, { ...their, ...THEN, exceptVisit: null }),
  "visits/listComingVisits": (tx, their) => listComingVisits(tx, { ...their, states: ["dated"] }),
  "visits/putVisitHost": (tx, their) =>
    putVisitHost(tx, { ...their, toldMentorId: null, hostChanges: 1, entryHost: "x" }),
  "visits/putVisitTime": (tx, their) => putVisitTime(tx, { ...their, ...THEN, place: "x", sequence: 1 }),
  "wishes/putWishOrder": (tx, their) => putWishOrder(tx, { ...their, listingIds: [their.listingId] }),
  "wishes/insertWish": (tx, their) => insertWish(tx, { ...their, listingId: their.freeListingId }),
};
