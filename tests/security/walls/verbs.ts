import type { Actor } from "~/domain/actor";
import type { Wiring } from "~/wiring";

export type Verb = (wiring: Wiring, actor: Actor, input: unknown) => Promise<unknown>;

const modules = import.meta.glob<Record<string, unknown>>("../../../app/features/**/*.ts", { eager: true });
const sources = import.meta.glob<string>("../../../app/features/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every function that `app/features` exports, as "folder/name", with its parameters as they are written. */
export const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module)
    .filter(([, value]) => typeof value === "function")
    .map(([name, value]) => ({
      key: `${path.split("/").at(-2)}/${name}`,
      parameters:
        sources[path]?.match(new RegExp(`export (?:async )?function ${name}(?:<[^(]*>)?\\(([^)]*)`))?.[1] ?? "",
      run: value as Verb,
    })),
);

/** Names that features give to several kinds of actor, such as `HolderActor`. */
const aliases = new Map(
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(/export type (\w+) = (\w+Actor(?:\s*\|\s*\w+Actor)*);/g)].map(
      ([, name, kinds]) => [name, kinds] as const,
    ),
  ),
);
const ALL: readonly Actor["kind"][] = ["staff", "student", "guardian", "mentor", "link", "system"];

/** Verbs are `(wiring, actor, input?)`; the kinds are those that the type of `actor` admits. */
export const verbs = exported.flatMap(({ key, parameters, run }) => {
  const written = parameters.match(/^\s*wiring: \w+,\s*actor: ([\w| ]+)/)?.[1]?.trim();
  if (!written) return [];
  const type = aliases.get(written) ?? written;
  const kinds = /\bActor\b/.test(type) ? ALL : ALL.filter((kind) => new RegExp(`\\b${kind}Actor\\b`, "i").test(type));
  if (kinds.length === 0) throw new Error(`${key}: nobody is a ${written}`);
  return [{ key, kinds, run, takesInput: run.length > 2 }];
});

/** Pieces of verbs work in the transaction of a verb that has asked already; routes cannot open one. */
export const isPiece = (parameters: string) => /^\s*tx: (Scope|Identity)Tx/.test(parameters);

/** What else features export, and why no stranger can ask it about somebody. */
export const NO_VERB: Record<string, string> = {
  "accounts/actorOf": "computes",
  "concerns/callForOrphans": "a sweep of the worker; answers a count",
  "concerns/openExpiredReport": "answers a school's phone numbers for a link that has run out, as findSchoolHelp does",
  "concerns/reporterOf": "computes",
  "questions/askerOf": "computes",
  "questions/askAsVisitor": "anybody may ask a school; writes a task and answers nothing (ask-school.test.ts)",
  "questions/openVisitorAsking": "names of the schools, for everybody",
  "accounts/askForSignIn": "answers the same for every address (sign-in.test.ts)",
  "accounts/endOtherSessions": "of the account of the session; strangers are tried in accounts-sessions.test.ts",
  "accounts/endSession": "of the account of the session; strangers are tried in accounts-sessions.test.ts",
  "accounts/findSession": "answers to 256 random bits in a cookie (sign-in.test.ts)",
  "accounts/forgetOldSignIns": "a sweep of the worker; answers a count",
  "accounts/hashToken": "computes",
  "accounts/hasStudentMembership": "answers whether, about the account of a session",
  "accounts/isToken": "computes",
  "accounts/listCast": "names of the fictional cast, in local mode on loopback only (accounts.test.ts)",
  "accounts/listOwnMemberships": "of the account of the session",
  "accounts/listSessions": "of the account of the session",
  "accounts/macOfCode": "computes",
  "accounts/newCode": "computes",
  "accounts/newToken": "computes",
  "accounts/languageOfLink": "answers a language for a token that only its bearer has",
  "accounts/findHelpByLink": "name and phone of the school's office, for the bearer of a mailed link",
  "accounts/openLink": "answers to 256 random bits in a link",
  "accounts/redeemSignIn": "answers to a code in the browser that asked (sign-in.test.ts)",
  "accounts/sessionEnd": "computes",
  "accounts/signInAsCast": "signs in as fictional people, in local mode on loopback only (accounts.test.ts)",
  "accounts/switchMembership":
    "to a membership of the account of the session; strangers are tried in accounts-sessions.test.ts",
  "accounts/viewSignInLink": "answers to 256 random bits in a link (sign-in.test.ts)",
  "consents/knownName": "computes",
  "consents/remindConsents": "a sweep of the worker; answers a count",
  "consents/sendFreshLink": "sends to the person whom the expired link was for, whoever asks; answers no data",
  "fund/NotAnswered": "an error",
  "search/NotErased": "an error",
  "fund/accountsOnPage": "a piece of openFundSettings",
  "fund/checkFunds": "a job of the worker; answers a count",
  "fund/answered": "a piece of checkBook",
  "fund/checkGift": "a piece of checkBook",
  "fund/noteWhole": "a piece of checkBook",
  "fund/weighWhole": "a piece of checkBook",
  "fund/checkPayout": "a piece of checkBook",
  "fund/compareAccounts": "a piece of checkBook",
  "fund/ownerOf": "a piece of checkBook",
  "fund/openThanks": "a page for everybody (tests/features/fund/thanks.test.ts)",
  "fund/receiveEvent": "answers to a signature over the bytes (tests/features/fund/events.test.ts)",
  "imports/decodeFile": "computes",
  "imports/enterSchoolToImport": "a command of whoever runs the server",
  "imports/forgetOldImports": "a sweep of the worker; answers a count",
  "imports/hash": "computes",
  "imports/judgeRows": "computes",
  "imports/readTable": "computes",
  "imports/sourceOfRow": "computes",
  "introductions/expireIntroductions": "a sweep of the worker; answers a count",
  "pursuits/resumeHeld": "a sweep of the worker; answers a count",
  "search/refreshEnded": "a sweep of the worker; answers a count",
  "introductions/remindInvitees": "a sweep of the worker; answers a count",
  "mail/askToBeDeleted": "answers to a signed token",
  "mail/askPersonForMail": "a piece of the worker's delivery",
  "mail/claimMail": "a piece of the worker's delivery",
  "mail/deliverMail": "a job of the worker; answers how it went",
  "mail/openMail": "the local mailbox, in local mode on loopback only (mailbox.test.ts)",
  "mail/openMailbox": "the local mailbox, in local mode on loopback only (mailbox.test.ts)",
  "mail/openUnsubscribe": "answers to a signed token",
  "mail/readUnsubscribeToken": "computes",
  "mail/receiveMailReport": "answers to a signature over the bytes (tests/features/mail-reports.test.ts)",
  "mail/renderAndFreeze": "a piece of the worker's delivery",
  "matching/snapshotOf": "computes",
  "matching/textDigest": "computes",
  "matching/weightsSeal": "computes",
  "matching/isSealOf": "computes",
  "matching/numbersOf": "computes",
  "matching/namedChange": "computes",
  "matching/namedMove": "computes",
  "matching/namedPrice": "computes",
  "matching/toLock": "computes",
  "matching/toPair": "computes",
  "matching/toRuling": "computes",
  "privacy/forgetOutlived": "a sweep of the worker; answers counts",
  "mail/sweepMails": "a sweep of the worker; answers counts",
  "mail/unsubscribe": "answers to a signed token",
  "mail/unsubscribeToken": "computes",
  "placements/editPlacementForm": "computes",
  "operations/openMailDesk": "a piece of openOperations",
  "pursuits/expirePursuits": "a sweep of the worker; answers a count",
  "pursuits/withoutNote": "computes",
  "pursuits/withoutStaffWords": "computes",
  "schools/createSchool": "a command of whoever runs the server",
  "schools/findSchoolHelp": "name and phone of the school's office, for the bearer of an expired link",
  "schools/readNewSchool": "computes",
  "search/allBuilds": "names the engines and their indexes; answers nothing of a school",
  "search/askToRenewSearch": "asks the worker to look after the index; answers nothing",
  "search/checkSearch": "a job of the worker; answers ids of placements",
  "search/compareIndexes": "a command of whoever runs the server, and the job's inside; answers ids of placements",
  "search/chooseOrganisations": "reads names under the scope of the search",
  "search/differingIn": "computes",
  "search/driftOf": "computes",
  "search/evaluateSearch": "a command of whoever runs the server; asks an index of its own",
  "search/factsOf": "computes",
  "search/filtersOf": "computes",
  "search/fitFor": "computes",
  "search/findCalledSo": "asks the index for ids of organisations; their names are read under the scope of the search",
  "search/findNews": "answers ids of placements to a job; their rows are read again under scope",
  "search/isTooYoungForMail": "computes",
  "search/keepWish": "computes",
  "search/lastDigestMoment": "computes",
  "search/limitsOf": "computes",
  "search/mailSavedSearches": "a job of the worker; answers a count",
  "search/isBare": "computes",
  "search/placesOf": "computes",
  "search/pointOf": "computes",
  "search/readBy": "reads under the scope of the actor it is asked for (tests/features/search/search-reader.test.ts)",
  "search/readKeptWish": "computes",
  "search/readOnce": "reads nothing by itself; what it gives reads under the scope of its actor",
  "search/readAllDocuments": "what the index holds; only jobs and commands read it",
  "search/readAllStudents": "what the index holds; only jobs and commands read it",
  "search/readStudents": "what the index holds; only jobs and commands read it",
  "search/syncStudents": "a job of the worker; answers counts",
  "search/readDocuments": "what the index holds; only jobs and commands read it",
  "search/buildIndexes": "a command of whoever runs the server; answers counts",
  "search/reindexSearch": "the same within a job of the worker; answers counts",
  "search/renewSearch": "a job of the worker; answers counts",
  "search/shownPoint": "computes",
  "search/sortOf": "computes",
  "search/syncPlacement": "a job of the worker; answers whether it put or removed",
  "search/toResult": "computes",
};

/** Verbs about what is the actor's own anyway: a stranger's try may succeed, on the stranger's own things only. */
export const OWN_THINGS = new Set([
  "concerns/saveSafeguarding",
  "conversations/listThreads",
  // A mentor is the district's: each of its schools suspends them, and inputs.ts names one whom the victim never met.
  "suspensions/openMentorSafety",
  "suspensions/suspendMentor",
  "fund/checkBook",
  "fund/checkFund",
  "fund/findGiver",
  "fund/listFundEntries",
  "fund/openMonthReport",
  "fund/recordCheque",
  "fund/saveFundSettings",
  "imports/importNow",
  "imports/importTravelTimes",
  "imports/startImport",
  "interests/answerCard",
  "interests/beginFinderAgain",
  "interests/finishFinder",
  "interests/saveInterests",
  "interests/shareProfile",
  "interests/takeBackAnswer",
  "introductions/proposeIntroduction",
  "matching/compareRuns",
  "matching/listBoardNews",
  "matching/listDecisions",
  "matching/previewWeights",
  "matching/saveWeights",
  "mail/previewMail",
  "mentors/sayStudentsAtOnce",
  "operations/openOperations",
  "placements/dropDraft",
  "placements/listSchoolListings",
  "placements/loadDraft",
  "placements/moveListings",
  "placements/publishAllInReview",
  "placements/publishListings",
  "placements/saveDraft",
  "pursuits/listSchoolPursuits",
  "questions/askSchool",
  "search/deleteSearch",
  "search/listOwnSearches",
  "search/listUnexpected",
  "search/openDemand",
  "search/saveSearch",
  "search/searchPlacements",
  "search/sizeRecruitment",
  "search/suggestSite",
  "wishes/removeWish",
  "words/addWord",
  "words/importOnet",
  "words/openWords",
  "words/previewWord",
]);

/** Verbs that everybody of a kind may use at the own school; they may touch nothing of the victim all the same. */
export const OPEN_AT_SCHOOL: Partial<Record<Actor["kind"], readonly string[]>> = {
  staff: [
    "conversations/listThreads",
    "introductions/proposeIntroduction",
    "questions/askSchool",
    "search/openListing",
    "search/searchPlacements",
  ],
  student: [
    "conversations/listThreads",
    "introductions/proposeIntroduction",
    "interests/beginFinderAgain",
    "interests/saveInterests",
    "pursuits/requestPursuit",
    "questions/askSchool",
    "search/deleteSearch",
    "search/listOwnSearches",
    "search/listUnexpected",
    "search/openListing",
    "search/saveSearch",
    "search/searchPlacements",
    "search/suggestSite",
    "wishes/removeWish",
    "wishes/saveWish",
  ],
  guardian: [
    "conversations/listThreads",
    "introductions/proposeIntroduction",
    "questions/askSchool",
    "search/openListing",
    "search/searchPlacements",
    "search/suggestSite",
  ],
  link: ["introductions/proposeIntroduction", "questions/askSchool"],
};
