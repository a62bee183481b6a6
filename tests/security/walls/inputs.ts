import { DEFAULT_FUND } from "~/domain/fund/settings";
import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { ALL_RIGHTS } from "~/domain/people/link-rights";
import { cast } from "~db/cast";
import { seedId } from "~db/seed/seed-id.server";
import { pngOf } from "../../support/pictures";
import { CONTACT, MAIL_KEY } from "./contacts";
import { theirMail, toldTaskId } from "./furniture";
import type { Theirs } from "./victim";

/** A check as a coordinator types it. */
const CHECK = {
  ...{ mentorId: cast.theo.personId, type: "background_check", result: "clear", checkedOn: "2026-10-01" },
  ...{ endsOn: null, reference: "SP-1", replaces: null },
};

/** What a verb is told about the victim: fields of `Theirs`, and what else it asks for. */
export function inputOf(key: string, theirs: Theirs): Record<string, unknown> {
  return { ...theirs, ...asked(theirs), ...(ANSWERS[key]?.(theirs) ?? {}) };
}

function asked(theirs: Theirs) {
  return {
    post: theirs.posted.post,
    listingIds: [theirs.listingId],
    move: "pause",
    weights: DEFAULT_WEIGHTS,
    basedOn: 2,
    seal: "",
    score: null,
    atOnce: 3,
    revision: 1,
    page: 1,
    states: ["contacted"],
    question: "When?",
    message: "When?",
    note: "",
    reason: "x",
    textForStudent: "x",
    textForStaff: "x",
    typedName: "Monique Cole",
    signedName: "Monique Cole",
    relationship: "mother",
    code: "48217390",
    studentBrowser: false,
    interpreter: "",
    evidence: "x",
    channel: "paper",
    text: "",
    kinds: [],
    weekdays: [],
    hours: [],
    withinKm: null,
    areas: [],
    interests: [],
    languages: [],
    organisations: [],
    openSeats: 0,
    sort: "best",
    seen: 99,
    title: "x",
    offer: "x",
    interestId: "animals",
    word: "zoomies",
    place: "x",
    wish: "x",
  };
}

const ABOUT = { interests: ["music"], languages: ["en"], yearsWithStudents: 2 };

const FUND_VERBS = [
  "checkBook",
  "addReceipt",
  "bounceCheque",
  "connectAccount",
  "coverShortfall",
  "decideAllocation",
  "disburseAllocation",
  "invoiceGift",
  "listFundEntries",
  "openMonthReport",
  "payGift",
  "proposeAllocation",
  "recordCheque",
  "saveFundSettings",
  "showThanks",
  "startGift",
  "takeChequeFor",
  "wishThanks",
];
/** Verbs about an account at Stripe, which is another account than the one somebody signs in with. */
const ACCOUNT_VERBS = ["addWebhookSecret", "disconnectAccount", "endAccount", "endOldSecret"];
const fundWords = () => ({
  ...{
    purpose: "transit",
    amount: "10",
    need: "x",
    because: "x",
    businessDecision: "",
    book: "test",
    decision: "decline",
  },
  ...{
    donorName: "x",
    donorMail: "",
    organisationName: "",
    anonymous: false,
    payLater: false,
    place: "hidden",
    words: "",
    withAmount: false,
    receivedOn: "2026-10-01",
  },
  ...{
    chequeNumber: "",
    whyMore: "",
    purchaseOrder: "",
    purchaseOrderLabel: "x",
    paidOn: "2026-10-01",
    file: new Uint8Array([1]),
    confirmed: true,
    isOpen: false,
    settings: DEFAULT_FUND,
    seen: 1,
  },
  ...{ secretKey: "sk_test_x", webhookSecret: "whsec_x", title: "x", returnUrl: "http://localhost", language: "en" },
});

/** The approval that waits among what is the victim's. */
const heldByMonique = { until: "2030-01-01T00:00:00.000Z", by: cast.monique.personId };

const NEW_NOTE = "01990000-0c00-7000-8000-00000000f0ab";
/** A guardian as the school writes one down. */
const TERMS = { relationship: "mother", legalBasis: "parent", rights: ALL_RIGHTS, callOrder: 1 };
/** The meeting of the furniture, by the school's clock. */
const MEETING = {
  ...{ day: "2026-10-28", from: "15:00", to: "15:30", place: "Room 12", familyAsked: true, isMeant: false },
};
const NEW_PERSON = {
  ...{ fullName: "Zora Quill", nameUsed: "Zora", bornOn: null, language: "en" },
  ...{ grade: 10, studentNumber: null, directoryOptOut: false, isAnother: true },
};

/** The same word means other things to other verbs. */
const ANSWERS: Record<string, (theirs: Theirs) => Record<string, unknown>> = {
  "imports/listMissingStudents": ({ studentsImportId }) => ({ importId: studentsImportId }),
  "imports/letMissingLeave": ({ studentsImportId, studentId }) => ({
    ...{ importId: studentsImportId, studentIds: [studentId], lastDay: "2026-10-01" },
  }),
  "imports/previewContacts": ({ contactsImportId }) => ({ importId: contactsImportId }),
  "visitor-offers/settleOfferDoor": () => ({ door: "closed" }),
  "imports/previewGuardians": ({ guardiansImportId }) => ({ importId: guardiansImportId }),
  "imports/previewStudents": ({ studentsImportId }) => ({ importId: studentsImportId }),
  "concerns/raiseConcern": ({ studentId, pursuitId, messageId }) => ({
    conversation: { pursuitId, messageId },
    formKey: "01990000-c000-7000-8000-00000000f0aa",
    body: "x",
    about: `student:${studentId}`,
    aboutReaders: [],
    aboutName: "",
    mayCall: false,
    callPhone: "",
  }),
  "concerns/nameLead": () => ({ personId: cast.tom.personId }),
  "concerns/unnameLead": () => ({ personId: cast.tom.personId }),
  "concerns/stopLeadChange": () => ({ personId: cast.tom.personId }),
  "concerns/saveSafeguarding": () => ({ emergencyNumbers: "911", concernMinutes: 30 }),
  "clearances/listChecks": () => ({ show: "all" }),
  "clearances/openMentorChecks": () => ({ mentorId: cast.theo.personId }),
  "clearances/planClearance": () => CHECK,
  "clearances/recordClearance": () => ({ ...CHECK, shown: "2028-10-01" }),
  "mentors/openMentorLeaving": () => ({ mentorId: cast.theo.personId }),
  "mentors/sayMentorLeaves": () => ({
    ...{ mentorId: cast.theo.personId, organisationId: cast.theo.organisationId },
    ...{ lastDay: "2026-11-01", reason: "x", nextLeads: [] },
  }),
  "mentors/openMentorMail": () => ({ mentorId: cast.theo.personId }),
  "mentors/correctMentorMail": () => ({
    ...{ mentorId: cast.theo.personId, was: "somebody@elsewhere.example", address: "theo.new@elsewhere.example" },
  }),
  "transfers/announceTransfer": () => ({ lastDay: "2026-10-23", firstDay: "2026-10-26" }),
  "transfers/receiveStudent": ({ arrivalId }) => ({
    ...{ transferId: arrivalId, grade: 9, studentNumber: null, advisoryId: null, isAnother: true },
  }),
  "transfers/refuseTransfer": ({ arrivalId }) => ({ transferId: arrivalId, reason: "x" }),
  "mentors/undoMentorLeaves": ({ departureId }) => ({ departureId }),
  "suspensions/liftSuspension": () => ({ mentorId: cast.theo.personId }),
  "suspensions/openMentorSafety": () => ({ mentorId: cast.theo.personId }),
  "suspensions/suspendMentor": () => ({ mentorId: cast.theo.personId }),
  "concerns/watchConcern": () => ({ turn: 0, because: "time" }),
  "questions/askSchool": () => ({ question: "x", name: "x", contact: "x@example.org", language: "en", schoolId: null }),
  "conversations/writeMessage": () => ({
    ...{ body: "x", language: "en", via: "page", formKey: "01990000-c0e0-7000-8000-00000000f0aa" },
    ...{ files: [], show: "", leftOut: [] },
  }),
  "conversations/placeReply": () => ({
    mail: { from: cast.jada.mail, to: [], isAutomatic: false, isForged: false, isListed: false, text: "x", files: [] },
  }),
  "conversations/saveHeldReader": () => ({ readerId: "", hours: 4 }),
  "conversations/previewHeldWord": () => ({ phrase: "zoomies" }),
  "conversations/saveHeldWord": () => ({ phrase: "zoomies", language: "en", isHeld: true }),
  "conversations/seeThread": () => ({ upTo: 1 }),
  "words/importOnet": () => ({ areas: [], types: null, titles: {}, mode: "preview" }),
  "outreach/addContact": () => ({ contact: CONTACT }),
  "outreach/changeContact": () => ({ contact: CONTACT }),
  "outreach/forgetContact": ({ forgottenId }) => ({ contactId: forgottenId }),
  "outreach/listContacts": () => ({ words: "", tag: "", owner: null, touched: "any" }),
  "merges/mergeMentors": ({ twinMentorId, selfMentorId }) => ({
    keptId: twinMentorId,
    otherId: selfMentorId,
    otherSeal: "",
    name: "kept",
  }),
  "merges/findToMerge": () => ({ noun: "people", words: "", oneId: null }),
  "merges/mergePeople": ({ keptAdultId, twinAdultId }) => ({
    ...{ keptId: keptAdultId, otherId: twinAdultId, otherSeal: "", given: [] },
  }),
  "merges/mergeStudents": ({ keptPupilId, twinPupilId }) => ({
    ...{ keptId: keptPupilId, otherId: twinPupilId, otherSeal: "", given: [] },
  }),
  "merges/openStudentMerge": ({ studentMergeId }) => ({ mergeId: studentMergeId }),
  "merges/previewStudentMerge": ({ keptPupilId, twinPupilId }) => ({ keptId: keptPupilId, otherId: twinPupilId }),
  "merges/undoStudentsMerge": ({ studentMergeId }) => ({ mergeId: studentMergeId }),
  "merges/mergeStaff": ({ keptStaffId, twinStaffId }) => ({
    ...{ keptId: keptStaffId, otherId: twinStaffId, otherSeal: "", role: "kept" },
  }),
  "merges/openStaffMerge": ({ staffMergeId }) => ({ mergeId: staffMergeId }),
  "merges/previewStaffMerge": ({ keptStaffId, twinStaffId }) => ({ keptId: keptStaffId, otherId: twinStaffId }),
  "merges/undoStaffMerge": ({ staffMergeId }) => ({ mergeId: staffMergeId }),
  "merges/openPersonMerge": ({ personMergeId }) => ({ mergeId: personMergeId }),
  "merges/previewPersonMerge": ({ keptAdultId, twinAdultId }) => ({ keptId: keptAdultId, otherId: twinAdultId }),
  "merges/undoPeopleMerge": ({ personMergeId }) => ({ mergeId: personMergeId }),
  "merges/openMentorMerge": ({ mentorMergeId }) => ({ mergeId: mentorMergeId }),
  "merges/previewMentorMerge": ({ twinMentorId, selfMentorId }) => ({ keptId: twinMentorId, otherId: selfMentorId }),
  "merges/undoMentorMerge": ({ mentorMergeId }) => ({ mergeId: mentorMergeId }),
  "merges/mergeOrganisations": ({ twinId, loneId }) => ({
    keptId: twinId,
    otherId: loneId,
    otherSeal: "",
    choices: {},
  }),
  "merges/sayApart": ({ twinId, loneId }) => ({ noun: "organisation", oneId: twinId, otherId: loneId }),
  "merges/takeBackApart": ({ twinId, loneId }) => ({ noun: "organisation", oneId: twinId, otherId: loneId }),
  "merges/previewOrganisationMerge": ({ twinId, loneId }) => ({ keptId: twinId, otherId: loneId }),
  "merges/undoOrganisationMerge": ({ undoneId }) => ({ mergeId: undoneId }),
  "outreach/addSequence": () => ({ sequenceId: NEW_NOTE, name: "Clinics", language: "en" }),
  "outreach/enrolContacts": ({ otherId }) => ({ contactIds: [otherId] }),
  "outreach/listAudience": () => ({ words: "", tag: "", interestId: "", areaId: "", withinKm: 10 }),
  "outreach/moveSequence": () => ({ move: "end", startsOn: null }),
  "outreach/writeSteps": () => ({ steps: [{ waitDays: 0, subject: "x", body: "x" }] }),
  "outreach/mergeContacts": () => ({ otherRevision: 1 }),
  ...Object.fromEntries(
    ["previewOutreachMail", "sendOutreachMail", "testOutreachMail"].map((verb) => [
      `outreach/${verb}`,
      () => ({ outreachMailId: NEW_NOTE, subject: "Thursdays", body: "Hello {name}" }),
    ]),
  ),
  "outreach/takeAnswer": () => ({ mailKey: MAIL_KEY, source: "their answer" }),
  "outreach/undoContactMerge": ({ contactMergeId }) => ({ mergeId: contactMergeId }),
  "outreach/writeNote": () => ({ noteId: NEW_NOTE, what: { is: "note" }, on: null, body: "x" }),
  "operations/settleJob": () => ({ decision: "retry" }),
  "operations/settleMail": () => ({ mailId: theirMail.doubtfulId, decision: "retry" }),
  "words/mergeWords": ({ keptWordId }) => ({ wordId: keptWordId }),
  "words/undoMerge": ({ keptWordId }) => ({ wordId: keptWordId }),
  "words/moveWord": () => ({ move: "take_back" }),
  "consents/answerConsent": () => ({ answer: "refuse" }),
  "consents/recordConsent": () => ({ answer: "refuse" }),
  "scans/addScan": ({ consentId }) => ({ of: { noun: "consent", id: consentId }, file: pngOf() }),
  "scans/lookAtScan": ({ consentId }) => ({ of: { noun: "consent", id: consentId } }),
  "scans/removeScan": ({ consentId }) => ({ of: { noun: "consent", id: consentId } }),
  "scans/openScans": ({ consentId }) => ({ noun: "consent", id: consentId }),
  ...Object.fromEntries(FUND_VERBS.map((verb) => [`fund/${verb}`, fundWords])),
  ...Object.fromEntries(
    ACCOUNT_VERBS.map((verb) => [
      `fund/${verb}`,
      ({ fundAccountId }) => ({ ...fundWords(), accountId: fundAccountId, underWay: 1 }),
    ]),
  ),
  "fund/settleDifference": () => ({ note: "x", stripeMinor: 1, ledgerMinor: 0 }),
  "interests/shareProfile": () => ({ advisor: true, family: true }),
  "mail/previewMail": () => ({ kind: "consent-request", language: "en", case: null }),
  "mail/sendMailAgain": () => ({ address: "monique@elsewhere.example" }),
  "placements/answerStillOpen": () => ({ answer: "yes" }),
  "introductions/answerInvitation": () => ({ answer: "decline" }),
  "introductions/answerMentorQuestion": () => ({ answer: "x" }),
  "introductions/joinIntroduction": ({ introductionId }) => ({ firstId: introductionId }),
  "introductions/recordInvitationAnswer": () => ({
    ...{ answer: "question", question: "x", channel: "phone", interpreter: "", evidence: "x", scan: undefined },
  }),
  "introductions/recordIntroduction": () => ({
    proposal: {
      ...{ mentorName: "Ada", mentorMail: "new@example.org", mentorPhone: "", mentorLanguage: "en" },
      ...{ doesWhat: "", howKnown: "", mayBeNamed: false, isRelative: false },
    },
    ...{ channel: "phone", evidence: "x", interpreter: "", scan: undefined },
  }),
  "introductions/proposeIntroduction": () => ({ mentorMail: "new@example.org" }),
  "meetings/planMeeting": () => MEETING,
  "meetings/moveMeeting": () => ({ ...MEETING, place: "Room 13" }),
  "advisories/endCover": () => ({ coverId: seedId("cover:samir-for-tom") }),
  // The day of the victim's own visit.
  "homes/openDay": () => ({ day: "2026-10-22" }),
  "advisories/giveCover": () => ({ personId: cast.samir.personId, from: "2026-11-02", to: "2026-11-06" }),
  "accounts/askToJoin": () => ({ mail: "jada.home@mail.example" }),
  "people/invitePerson": () => ({ way: "letter" }),
  "people/invitePeople": ({ personId }) => ({ way: "letter", personIds: [personId] }),
  "people/addContact": () => ({ kind: "post", value: "1 Elm Street", isShared: false, letsIn: false }),
  "people/addGuardian": () => ({ ...NEW_PERSON, namesake: "another", contacts: [], terms: TERMS, document: "" }),
  "people/addStaff": () => ({ ...NEW_PERSON, role: "advisor", mail: "zora@lakeview.example", advisoryName: "" }),
  "people/addStudent": () => ({ ...NEW_PERSON, mail: null, advisoryId: null }),
  "people/changeLanguages": () => ({ language: "en", spoken: ["en"] }),
  "people/changeLink": () => ({ terms: TERMS, document: "x" }),
  "people/changeNames": () => ({ ...NEW_PERSON, nameUsedFor: "everyone", pronunciation: "", pronouns: "" }),
  "people/endLink": () => ({ lastDay: "2030-01-01", document: "x" }),
  "people/endMembership": () => ({ lastDay: "2030-01-01" }),
  "people/findNamesakes": () => NEW_PERSON,
  "people/handOnAdvisory": ({ staffId }) => ({ advisorId: staffId }),
  "people/letFamilySee": () => ({ sight: "show" }),
  "people/letStudentLeave": () => ({ lastDay: "2030-01-01" }),
  "people/listPeople": () => ({ show: "all", words: "" }),
  "placements/listSchoolListings": () => ({ state: "published" }),
  "mentors/sayAboutMentor": () => ({ seen: 0, about: ABOUT }),
  "mentors/sayAboutSelf": () => ({ seen: 0, about: ABOUT }),
  "mentors/setStudentsAtOnce": () => ({ seen: null }),
  "matching/rulePair": () => ({ ruling: "released", seen: 1 }),
  "pursuits/readMentors": ({ mentorId }) => ({ mentorIds: [mentorId] }),
  "pursuits/endorsePursuit": () => ({ answer: "endorse", note: "" }),
  "pursuits/settleEndorsing": () => ({ endorsing: "on" }),
  "first-calls/logFirstCall": () => ({ outcome: "reached", callBackOn: null }),
  "first-calls/settleCalling": () => ({ calling: "on" }),
  "pursuits/answerOffer": () => ({ answer: "take" }),
  "pursuits/answerSuggestion": () => ({ answer: "want" }),
  "pursuits/confirmGate": () => ({ kind: "travel_plan" }),
  "pursuits/decideEach": ({ matchId }) => ({ decision: "undo", approvals: [{ matchId, ...heldByMonique }] }),
  "pursuits/decideMatch": () => heldByMonique,
  "pursuits/releaseMatch": () => heldByMonique,
  "pursuits/recordAnswer": () => ({ answer: "offer" }),
  "pursuits/respondToFirstContact": () => ({ answer: "question" }),
  "search/saveSearch": (theirs) => ({ name: "x", mailsNews: true, wish: { ...asked(theirs), wish: undefined } }),
  "search/renameSearch": () => ({ name: "x" }),
  "search/switchSearchMail": () => ({ mailsNews: false }),
  "wishes/moveWish": () => ({ place: 0 }),
  "visitor-offers/keepVisitorOffer": () => ({ content: { title: "x" } }),
  "tasks/decideOrganisation": ({ claimTaskId }) => ({ taskId: claimTaskId, decision: "confirm", note: "x" }),
  "tasks/openTaskToTell": () => ({ taskId: toldTaskId }),
  "tasks/recordCall": () => ({
    ...{ taskId: toldTaskId, channel: "phone", outcome: "no_answer", nextOn: null },
    ...{ interpreter: "", note: "x", alsoTold: [toldTaskId] },
  }),
  "tasks/decidePair": ({ pairTaskId }) => ({ taskId: pairTaskId, decision: "lift", note: "x" }),
};
