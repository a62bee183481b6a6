import type { ScopeTx } from "~db/scope.server";
import type { Theirs } from "./victim";
export type Query = (tx: ScopeTx, theirs: Theirs) => Promise<unknown>;

const modules = import.meta.glob<Record<string, unknown>>("../../../db/*.server.ts", { eager: true });
const sources = import.meta.glob<string>("../../../db/*.server.ts", { query: "?raw", import: "default", eager: true });

/** Every function that `db/*.server.ts` exports, as "file/name", with the type of its first parameter as it is written. */
export const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module)
    .filter(([, value]) => typeof value === "function")
    .map(([name, value]) => ({
      key: `${path.replace(/^.*\/(.+)\.server\.ts$/, "$1")}/${name}`,
      first:
        sources[path]?.match(new RegExp(`export (?:async )?function ${name}(?:<[^(]*>)?\\(\\s*\\w+: ([^,)]+)`))?.[1] ??
        "",
      run: value as Query,
    })),
);

/** Functions that take no transaction of a door, or nobody's data, each with what keeps it harmless. */
export const NO_QUERY: Record<string, string> = {
  "clearances/clearancesOf": "a piece of a query, which asks nothing by itself",
  "clearance-desk/lockChecksOf": "takes an advisory lock, reads and writes no row",
  "contact-keys/contactKey": "computes",
  "contact-keys/contactKeyOf": "a piece of a query, which asks nothing by itself",
  "mentors-with-students/mentorsWithStudents": "a piece of a query, which asks nothing by itself",
  "mentors-with-students/metMentors": "a piece of a query, which asks nothing by itself",
  "connection/NoConnectionFree": "a kind of fault",
  "connection/createDatabase": "opens the pool; a statement outside a door is refused (doors.test.ts)",
  "connection/createPool": "opens the pool; a statement outside a door is refused (doors.test.ts)",
  "is-taken/isTaken": "computes",
  "fund-books/lockPayout": "takes an advisory lock, reads and writes no row",
  "guardian-codes/guardianCodeMac": "computes",
  "guardian-codes/newGuardianCode": "computes",
  "health/findServingRoleFault": "asks the catalogue about the role that serves",
  "health/listMissingMigrations": "reads names of migrations through the system door",
  "imports/lockDistrictForImport": "takes an advisory lock, reads and writes no row",
  "index-rows/findIndexChange": "answers a mark of the last change of a search index, which says nothing of a row",
  "index-rows/readVersion": "answers the number of the transaction",
  "links/hashLinkToken": "computes",
  "links/newLinkToken": "computes",
  "mails/enqueueDelivery": "adds a job with a mail's id and reads no row; what it delivers was promised already",
  "mails/hashAddress": "computes",
  "matches/lockMatchRuns": "takes an advisory lock, reads and writes no row",
  "names/outsideName": "a piece of a query, which asks nothing by itself",
  "person-changes/lockPeople": "takes an advisory lock, reads and writes no row",
  "rate-limits/giveBackToLimit": "counts keyed hashes through the identity door",
  "rate-limits/takeFromLimit": "counts keyed hashes through the identity door",
  "outreach-addresses/lockOutreachTo": "takes an advisory lock, reads and writes no row",
  "scope/tryOut": "runs what it is given in the transaction of a door, and takes it back",
  "scope/withIdentity": "a door: reads no data of a school (catalogue.test.ts)",
  "scope/withKeptPlans": "the same door as withScope, which writes nothing; doors.test.ts tries it",
  "scope/withOneMoment": "the same door as withScope, which writes nothing; doors.test.ts tries it",
  "scope/withScope": "the door that the queries here go through",
  "scope/withSearchTables": "a door: the one for jobs, for the search tables",
  "scope/withSystem": "a door: reads no data of students (catalogue.test.ts)",
  "scope/withinSchool": "moves a mentor's scope to the school of a disclosure; who-sees-what.test.ts tries it",
  "scope/throughIdentity": "goes through the identity door and back; suspend-mentor.test.ts tries it",
  "scope/withinDistrictSchool":
    "moves the scope of a safeguarding verb to a school of its district; suspend-mentor.test.ts tries it",
  "suspensions/ledBySuspended": "a piece of a query, which asks nothing by itself",
  "read-together/readTogether": "asks the pieces of queries that it is given, behind the door that is open",
  "school-words/wordsInUse": "a piece of a query, which asks nothing by itself",
  "schools/overridesOf": "a piece of a query, which asks nothing by itself",
  "schools/settingsOf": "computes",
  "search-tables/tidySearchTables": "vacuums, which reads no row for anybody",
  "staff-tasks/digestOf": "computes",
  "worker-life/openWorkerLife":
    "holds an advisory lock of the worker role, which reads no table of ours (catalogue.test.ts)",
  "turns/NoTurn": "an error",
  "wishes/wishedListings": "a piece of a query, which asks nothing by itself",
  "turns/inTurn": "takes an advisory lock, reads and writes no row",
};

/** What organisations own is seen by the schools of their district: these are kept from other districts and other organisations. */
export const OF_DISTRICT = new Set([
  "clearances/listPlacementMentors",
  "drafts/deleteDraft",
  "drafts/findDraft",
  "drafts/upsertDraft",
  "imported-placements/insertImportedPlacement",
  "imported-placements/listImportedPlacements",
  "imported-placements/updateImportedPlacement",
  "imported-sites/ensureSite",
  "invited-addresses/claimInvitation",
  "invited-addresses/hasBeenInvited",
  "contacts/findOrganisationByKey",
  "contact-points/listPhonesOfMentor",
  "contact-points/markMentorMailDead",
  "contact-points/preferMentorMail",
  "known-mentors/findKnownMentor",
  "listings/listPlacementDays",
  "mail-delivery/isSilentByWish",
  "mail-delivery/isSuppressed",
  "mails/isForgotten",
  "mails/liftBounce",
  "mails/suppressAddress",
  "mails/suppressMail",
  "match-evidence/listAllOfPlacements",
  "match-evidence/listPlacementInterestRows",
  "members/findMemberOfOrganisation",
  "members/listHelpOfOrganisation",
  "mentor-about/findAboutMentor",
  "mentor-about/lockAboutMentor",
  "mentor-about/writeAboutMentor",
  "mentor-capacity/findStudentsAtOnce",
  // That a mentor is suspended, since when, and which school to ask; why is in listReasons.
  "suspensions/findStandingSuspension",
  "suspensions/lockMentor",
  "mentor-capacity/setStudentsAtOnce",
  "mentor-capacity/setStudentsAtOnceFor",
  "names-of/listMentorNames",
  "organisation-mentors/findOrganisation",
  "organisation-mentors/listOrganisationMentors",
  "organisation-mentors/listOrganisations",
  "organisation-mentors/listOrganisationsWithMentors",
  "organisations/admitMentor",
  "organisations/affiliate",
  "organisations/ensureOrganisation",
  "organisations/findMentorByMail",
  "organisations/insertMentor",
  "organisations/insertMentorOffer",
  "organisations/endMentorOffers",
  "contact-points/addMentorPhone",
  "host-offers/findHostOffer",
  "known-mentors/listMentorsReachedBy",
  "outreach-addresses/insertOutreachTo",
  "outreach-addresses/listOutreachTo",
  "people/findMailOfMentor",
  "people/findMentor",
  "placements/findPlacement",
  "placements/insertPlacement",
  "placements/listPlacementBackups",
  "placements/listPlacementInterests",
  "placements/listPlacements",
  "placements/lockPlacement",
  "placements/setPlacementSite",
  "placements/updatePlacement",
  "retention/deleteOutlivedOfDistrict",
  "sites/insertSite",
  "sites/listSites",
]);

/** Names and places of the district itself, for everybody in it: kept from other districts. */
export const FOR_DISTRICT = new Set([
  "imported-sites/listAreasByPostcode",
  "index-rows/listPlacementIds",
  "index-rows/listPlacementsToIndex",
  "offered-listings/listDistrictSchools",
  // Its clock; the hours are the usual ones for whoever may not read the school's own.
  "schools/findQuietEnd",
  "schools/getSchool",
  "search-rows/listAreas",
  "search-rows/getSearchedSchool",
  "sites/listAreas",
]);
