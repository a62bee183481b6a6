import { type CastAccountKey, cast, castOrganisations, sampleSchools } from "~db/cast";
import type { Answer, TestApp } from "../support/app";

/** A form as its page sends it. `:name` stands for the id of that name behind the doors. */
export interface GoodForm {
  /** The address as the access table writes it, with a query where the page has one. */
  to: string;
  fields: Record<string, string | string[]>;
  /** Sends a file besides, under this name. */
  file?: string;
  /** Parameters of the address that differ from those of the access table: another state of the same thing. */
  params?: Record<string, string>;
  /** Who may send it; by default the first in the access table's line. */
  as?: CastAccountKey;
}

const BIKES = castOrganisations["harbor-bike-works"].organisationId;
const COVERED = { from: "2031-01-06", to: "2031-01-10" };
const ABOUT = { interests: ["animals"], languages: ["en"], years: "0", seen: "0" };
const WITHDRAWAL = { intent: "withdraw", reason: "It is too far away." };
const CONSENT = { typedName: "Rosa Reyes", relationship: "Mother", code: "48217390", question: "How far is it?" };
const HOST = { message: "We would like to meet." };
const PROPOSAL = {
  mentorName: "Reggie Banks",
  mentorMail: "reggie.banks@example.org",
  mentorPhone: "+1 206 555 0100",
  mentorLanguage: "en",
  doesWhat: "Repairs instruments.",
  howKnown: "A neighbor.",
  mayBeNamed: "on",
  isRelative: "on",
};
const CONTACT = {
  fullName: "Ole Moe",
  organisationName: "Moe and Daughters",
  title: "Owner",
  mail: "ole@example.org",
  phone: "+1 206 555 0183",
  language: "en",
  tags: "clinic, alumni",
  origin: "public_site",
  originNote: "Their website",
};
const INVITED = {
  organisationName: "Reggie's Instruments",
  mentorName: "Reggie Banks",
  title: "Owner",
  offer: "Repair a trumpet with me.",
  question: "How many hours?",
};
const POST = {
  kind: "internship",
  title: "Repair bikes",
  studentWillDo: "You repair bikes with us.",
  skills: "True a wheel\nUse hand tools",
  aliases: "Bike mechanic",
  hostGains: "More bikes get done.",
  requirements: "None.",
  seats: "2",
  weekday: ["2", "4"],
  starts2: "10:00",
  ends2: "14:00",
  seats2: "1",
  starts4: "10:00",
  ends4: "14:00",
  seats4: "2",
  lengthUnit: "weeks",
  lengthCount: "8",
  startsOn: "2026-11-03",
  endsOn: "2027-01-26",
  interests: ["transport", "repair"],
  languages: ["en"],
  minimumGrade: "9",
  maximumGrade: "12",
  minimumAge: "14",
  leadMentorId: ":mentorId",
  backupIds: [":mentorId"],
  siteId: "new",
  siteName: "Workshop",
  siteMode: "on_site",
  street: "1 Harbor Way",
  city: "Seattle",
  postcode: "98101",
  latitude: "47.6",
  longitude: "-122.3",
  schoolIds: [":schoolId"],
};
const { leadMentorId: _lead, backupIds: _backups, schoolIds: _schools, siteId: _site, ...OFFERED } = POST;
const GIFT = {
  purpose: "transit",
  amount: "25.50",
  donorName: "Bo Lind",
  organisationName: "Lake Library",
  donorMail: "bo@example.org",
  anonymous: "on",
  how: "later",
};
const INVOICE = { intent: "invoice", purchaseOrder: "PO 4711", donorMail: "books@example.org" };
const PAID = { intent: "paid", amount: "38.50", paidOn: "2026-10-14", evidence: "Invoice 4471", confirmed: "on" };
const FUND_RULES = {
  ...{ intent: "save", seen: "1", isOpen: "on", book: "test", currency: "usd", purposes: ["transit", "tools"] },
  ...{ minimum: "5", maximum: "5,000", anonymousAllowed: "on", accountCode: "0115", fiscalYearStart: "7" },
  ...{ statementDescriptor: "LAKE FUND", "suggested-transit": "25; 60", "suggested-tools": "40" },
  ...{ "suggested-clearance": "", "suggested-stipend": "" },
};
const CONCERN = {
  formKey: "01990000-c000-7000-8000-0000000000d1",
  body: "He drove me home.",
  aboutName: "A neighbor",
  mayCall: "on",
  callPhone: "+1 206 555 0100",
};
const FILE = "Title,Organisation\nSort books,Lake Library\n";
const MADE_UP = "01990000-0000-7000-8000-00000000abcd";

/** For each address that takes a form, every form it takes. The first of an address is the one the access table sends. */
const QUESTION = { question: "When does the bus leave?", name: "Pat Hill", contact: "206 555 0199" };

export const goodForms: readonly GoodForm[] = [
  { to: "/account", fields: { intent: "end-others" } },
  { to: "/account", fields: { intent: "end", sessionId: MADE_UP } },
  { to: "/account/membership", fields: { membershipId: ":membershipId" } },
  { to: "/account/hints", fields: { wants: "read", hint: "search", returnTo: "/search" } },
  { to: "/language", fields: { language: "es", returnTo: "/search?q=a" } },
  { to: "/sign-out", fields: {} },
  { to: "/sign-in", fields: { mail: "somebody@example.org", returnTo: "/search" } },
  { to: "/sign-in/code", fields: { code: "123456" } },
  { to: "/sign-in/link", fields: { token: "A".repeat(43) } },
  { to: "/local/cast", fields: { key: "ines" } },
  { to: "/introduce", fields: { ...PROPOSAL, studentId: ":studentId" } },
  { to: "/concern", fields: { ...CONCERN, schoolId: ":schoolId" } },
  { to: "/conversations/:pursuitId", fields: { intent: "open" } },
  { to: "/conversations/:pursuitId", fields: { intent: "write", formKey: CONCERN.formKey, body: "When do we meet?" } },
  { to: "/conversations/:pursuitId", fields: { intent: "read" }, as: "ines" },
  { to: "/conversations/:pursuitId/seen", fields: { upTo: "1" } },
  { to: "/conversations/:pursuitId", fields: { intent: "join" }, as: "monique" },
  { to: "/conversations/:pursuitId", fields: { intent: "leave" }, as: "monique" },
  { to: "/conversations/:pursuitId", fields: { intent: "release", messageId: CONCERN.formKey }, as: "ines" },
  { to: "/conversations/:pursuitId", fields: { intent: "interpret", messageId: CONCERN.formKey } },
  {
    to: "/conversations/:pursuitId",
    fields: { intent: "return", messageId: CONCERN.formKey, reason: "x" },
    as: "ines",
  },
  { to: "/question", fields: { ...QUESTION, schoolId: ":schoolId" } },
  {
    to: "/offer/:schoolSlug",
    fields: { what: "Build chairs.", name: "Cam Wood", organisationName: "Wood Shop", mail: "cam@wood.example" },
  },
  { to: "/join", fields: { code: "A1B2C-D3E4F" } },
  { to: "/safeguarding", fields: { personId: cast.june.personId }, as: "ines" },
  { to: "/safeguarding/:concernId", fields: { intent: "unseal" }, as: "ines" },
  { to: "/safeguarding/:concernId", fields: { intent: "take" }, as: "ines" },
  { to: "/safeguarding/:concernId", fields: { intent: "hand_back" }, as: "ines" },
  { to: "/safeguarding/mentors/:personId", fields: { intent: "suspend", reason: "x" }, as: "ines" },
  { to: "/safeguarding/mentors/:personId", fields: { intent: "lift", reason: "x" }, as: "ines" },
  {
    to: "/safeguarding/settings",
    fields: { intent: "save", emergencyNumbers: "911", concernMinutes: "30" },
    as: "priya",
  },
  { to: "/safeguarding/settings", fields: { intent: "name", personId: cast.tom.personId }, as: "priya" },
  { to: "/safeguarding/settings", fields: { intent: "end", personId: cast.ines.personId }, as: "priya" },
  { to: "/suggest", fields: { place: "Lake Bike Shop", wish: "Repair bikes." } },
  { to: "/placements/:listingId", fields: { intent: "request", note: "I like this." } },
  {
    to: "/placements/:listingId/record",
    fields: { what: "request", studentId: ":studentId", note: "", channel: "in_person", evidence: "After class." },
  },
  {
    to: "/placements/:listingId/record",
    fields: { what: "wish", studentId: ":studentId", channel: "in_person", evidence: "After class." },
  },
  {
    to: "/coordinator/introductions/:introductionId/record",
    fields: { answer: "question", question: "How long?", mentorLanguage: "en", channel: "phone" },
    as: "ines",
  },
  {
    to: "/introduce/record",
    fields: {
      ...{ guardianId: ":guardianId", mentorName: "Ada", mentorMail: "ada@example.org" },
      ...{ channel: "phone", evidence: "She called on Monday." },
    },
  },
  { to: "/placements/:listingId", fields: { intent: "save", returnTo: "/search?q=a" } },
  { to: "/student", fields: { listingId: ":listingId", place: "0" } },
  { to: "/student/pursuits/:pursuitId", fields: WITHDRAWAL },
  { to: "/student/pursuits/:pursuitId", fields: { intent: "take" } },
  { to: "/student/pursuits/:pursuitId/call", fields: { callId: CONCERN.formKey, outcome: "reached", note: "" } },
  { to: "/student/interests", fields: { intent: "save", "interest-animals": "keen", "interest-office": "dislike" } },
  { to: "/student/interests", fields: { intent: "share", advisor: "on" } },
  { to: "/student/interests", fields: { intent: "again" } },
  { to: "/student/family", fields: { linkId: ":guardianLinkId", sight: "show" } },
  { to: "/student/searches", fields: { intent: "rename", searchId: ":searchId", name: "With animals" } },
  { to: "/student/searches", fields: { intent: "mail-on", searchId: ":searchId" } },
  { to: "/student/searches", fields: { intent: "mail-off", searchId: ":searchId" } },
  { to: "/student/searches", fields: { intent: "delete", searchId: ":searchId" } },
  { to: "/student/searches/new", fields: { name: "Animals", mail: "on" } },
  { to: "/student/interests/cards", fields: { intent: "left", step: "0", left: ":left", right: ":right" } },
  { to: "/student/interests/cards", fields: { intent: "back", step: "1" } },
  { to: "/student/interests/cards", fields: { intent: "finish" } },
  { to: "/student/consents/:consentId", fields: { answer: "question", ...CONSENT }, as: "minh" },
  { to: "/student/consents/:consentId", fields: { answer: "revoke", ...CONSENT }, as: "minh" },
  { to: "/guardian/consents/:consentId", fields: { answer: "question", ...CONSENT } },
  { to: "/guardian/consents/:consentId", fields: { answer: "revoke", ...CONSENT } },
  { to: "/mentor/pursuits/:pursuitId", fields: { answer: "question", ...HOST } },
  { to: "/mentor/pursuits/:pursuitId", fields: { answer: "offer", ...HOST } },
  { to: "/mentor/pursuits/:pursuitId", fields: { answer: "turn_down", ...HOST } },
  { to: "/mentor", fields: { intent: "at-once", atOnce: "3" } },
  { to: "/mentor/about", fields: ABOUT },
  {
    to: "/mentor/leaving",
    fields: { intent: "say", organisationId: BIKES, lastDay: "2027-01-08", reason: "x" },
  },
  { to: "/mentor/placements/new", fields: { ...POST, placementId: MADE_UP } },
  { to: "/mentor/placements/draft", fields: { ...POST, form: "placement-new", intent: "keep" } },
  { to: "/mentor/placements/:placementId", fields: { intent: "pause", listingId: ":ownListingId" } },
  { to: "/mentor/placements/:placementId?edit", fields: { ...POST, schoolIds: [], revision: "1" } },
  { to: "/mentor/give", fields: { ...GIFT, schoolId: ":schoolId" } },
  { to: "/mentor/give/:giftId", fields: { intent: "pay" } },
  { to: "/mentor/give/:giftId", fields: INVOICE },
  { to: "/mentor/give/:giftId", fields: { intent: "void" } },
  { to: "/mentor/give/:giftId", fields: { intent: "thanks", thanks: "unnamed", thanksWords: "Good luck!" } },
  { to: "/webhooks/stripe/:schoolId", fields: {} },
  {
    to: "/coordinator/fund",
    fields: { intent: "cover", purpose: "tools", amount: "10", because: "General fund" },
    as: "priya",
  },
  { to: "/coordinator/fund/needs", fields: { intent: "decline", allocationId: ":allocationId" } },
  {
    to: "/coordinator/fund/needs",
    fields: {
      ...{ intent: "propose", studentId: ":studentId", purpose: "transit", amount: "40", need: "A pass." },
      businessDecision: "Memo 12",
    },
  },
  { to: "/coordinator/fund/needs", fields: { intent: "approve", allocationId: ":allocationId" } },
  { to: "/coordinator/fund/needs", fields: { ...PAID, allocationId: ":allocationId" } },
  { to: "/coordinator/fund/needs", fields: { intent: "add-receipt", allocationId: ":allocationId" }, file: "receipt" },
  { to: "/coordinator/fund/needs", fields: { intent: "remove-receipt", receiptId: MADE_UP } },
  { to: "/coordinator/fund/gifts", fields: { intent: "link" } },
  {
    to: "/coordinator/fund/gifts",
    fields: {
      ...{ intent: "cheque", purpose: "tools", amount: "1,250.50", donorName: "Lake Library" },
      ...{ chequeNumber: "4471", receivedOn: "2026-10-14" },
    },
    as: "priya",
  },
  { to: "/coordinator/fund/gifts", fields: { intent: "invite", organisationId: MADE_UP } },
  { to: "/coordinator/fund/gifts/:giftId", fields: { intent: "hide-thanks" } },
  { to: "/coordinator/fund/gifts/:giftId", fields: { intent: "origin", organisationId: "none" } },
  { to: "/coordinator/fund/gifts/:giftId", fields: { intent: "end" } },
  { to: "/coordinator/fund/gifts/:giftId", fields: { intent: "void" } },
  { to: "/coordinator/fund/gifts/:giftId", fields: { intent: "bounce", chequeId: MADE_UP }, as: "priya" },
  {
    to: "/coordinator/fund/gifts/:giftId",
    fields: { intent: "cheque-for", amount: "50", chequeNumber: "4471", receivedOn: "2026-10-14" },
    as: "priya",
  },
  { to: "/coordinator/fund/checks", fields: { intent: "check" } },
  {
    to: "/coordinator/fund/checks",
    fields: { intent: "settle", differenceId: MADE_UP, stripeMinor: "1", ledgerMinor: "0", note: "A ticket sale" },
    as: "priya",
  },
  { to: "/coordinator/fund/settings", fields: FUND_RULES, as: "priya" },
  {
    to: "/coordinator/fund/settings",
    fields: { intent: "connect", book: "test", secretKey: "sk_test_12345678", accountId: "", seen: "0" },
    as: "priya",
  },
  {
    to: "/coordinator/fund/settings",
    fields: { intent: "secret", accountId: MADE_UP, seen: "1", webhookSecret: "whsec_12345678" },
    as: "priya",
  },
  ...["end-secret", "disconnect", "end-account"].map((intent) => ({
    to: "/coordinator/fund/settings",
    fields: { intent, accountId: MADE_UP, seen: "1", underWay: "0" },
    as: "priya" as const,
  })),
  { to: "/give/:token", fields: GIFT },
  { to: "/give/:token/gifts/:giftId", params: { giftId: ":linkGiftId" }, fields: { intent: "pay" } },
  { to: "/coordinator/consents/:consentId", fields: { intent: "code" } },
  {
    to: "/coordinator/consents/:consentId",
    params: { consentId: ":openConsentId" },
    fields: {
      intent: "record",
      answer: "give",
      channel: "paper",
      on: "2026-10-14",
      signedName: "Abdi Warsame",
      relationship: "Father",
      interpreter: "Faduma Ali",
      evidence: "Folder 3",
    },
  },
  { to: "/coordinator/scans/:noun/:nounId", fields: { intent: "remove", scanId: ":scanId" } },
  { to: "/coordinator/scans/:noun/:nounId", fields: { intent: "add" }, file: "scan" },
  { to: "/coordinator/scans/:noun/:nounId/:scanId", fields: {} },
  { to: "/coordinator/tasks/calls", fields: {}, as: "ines" },
  { to: "/advisor/day", fields: { on: "2026-10-22", by: "advisory" } },
  { to: "/coordinator/imports", fields: { kind: "placements" }, file: "file" },
  {
    to: "/coordinator/imports/:importId",
    fields: { intent: "columns", defaultKind: "internship", title: "0", organisation: "1", description: "2" },
  },
  { to: "/coordinator/imports/:importId", fields: { intent: "cancel" } },
  { to: "/coordinator/imports", fields: { kind: "students" }, file: "file" },
  {
    to: "/coordinator/imports/:importId",
    params: { importId: ":studentsImportId" },
    fields: { intent: "columns", number: "0", fullName: "1", grade: "2" },
  },
  { to: "/coordinator/imports", fields: { kind: "guardians" }, file: "file" },
  {
    to: "/coordinator/imports/:importId",
    params: { importId: ":guardiansImportId" },
    fields: { intent: "columns", studentNumber: "0", fullName: "1", relationship: "2" },
  },
  {
    to: "/coordinator/imports/:importId",
    params: { importId: ":wholeImportId" },
    fields: { intent: "leave", student: [":studentId"], lastDay: "2026-10-14" },
  },
  {
    to: "/coordinator/imports/:importId",
    params: { importId: ":wholeImportId" },
    fields: { intent: "leave-all", lastDay: "2026-10-14" },
  },
  { to: "/coordinator/offers", fields: { door: "closed" } },
  { to: "/coordinator/contacts/new", fields: CONTACT },
  {
    to: "/coordinator/contacts/:contactId",
    fields: { intent: "note", noteId: "01990000-0c00-7000-8000-00000000f0ac", body: "They like students." },
  },
  {
    to: "/coordinator/contacts/:contactId",
    fields: {
      ...{ intent: "reply", noteId: "01990000-0c00-7000-8000-00000000f0ab", on: "2026-10-01", via: "phone" },
      ...{ reply: "answered", body: "They like students." },
    },
  },
  { to: "/coordinator/contacts/:contactId", fields: { intent: "change", revision: "1", ...CONTACT } },
  { to: "/coordinator/contacts/:contactId", fields: { intent: "forget" } },
  ...["send", "preview", "test"].map((intent) => ({
    to: "/coordinator/contacts/:contactId/write",
    fields: {
      intent,
      outreachMailId: "01990000-0c00-7000-8000-00000000f0ae",
      subject: "Thursdays",
      body: "Hello {name}",
    },
  })),
  {
    to: "/coordinator/sequences",
    fields: { sequenceId: "01990000-0c00-7000-8000-00000000f0ad", name: "Clinics", language: "en" },
  },
  {
    to: "/coordinator/sequences/:sequenceId/write",
    fields: {
      intent: "save",
      revision: "1",
      subject1: "Thursdays",
      body1: "Hello {name}",
      subject2: "",
      body2: "",
      wait2: "14",
    },
  },
  ...["preview", "test"].map((intent) => ({
    to: "/coordinator/sequences/:sequenceId/write",
    fields: { intent, contactId: ":contactId" },
  })),
  { to: "/coordinator/sequences/:sequenceId/audience", fields: { contactIds: [":contactId"] } },
  { to: "/coordinator/sequences/:sequenceId", fields: { intent: "start" } },
  { to: "/coordinator/sequences/:sequenceId", fields: { intent: "take-out", enrolmentId: ":enrolmentId" } },
  { to: "/coordinator/sequences/:sequenceId", fields: { intent: "end" } },
  { to: "/coordinator/contacts/:contactId/merge/:otherId", fields: { revision: "1", otherRevision: "1" } },
  { to: "/coordinator/duplicates/:keptId/with/:goneId", fields: { seal: ":keptSeal", otherSeal: ":goneSeal" } },
  {
    to: "/coordinator/duplicates",
    fields: { intent: "say_apart", noun: "organisation", oneId: ":keptId", otherId: ":goneId" },
  },
  { to: "/coordinator/duplicates/merged/:mergeId", fields: { intent: "undo" } },
  {
    to: "/coordinator/duplicates/mentors/:keptMentorId/with/:goneMentorId",
    fields: { seal: ":keptMentorSeal", otherSeal: ":goneMentorSeal", name: "kept" },
  },
  { to: "/coordinator/duplicates/mentors/merged/:mentorMergeId", fields: { intent: "undo" } },
  {
    to: "/coordinator/duplicates/people/:keptPersonId/with/:gonePersonId",
    fields: { seal: ":keptPersonSeal", otherSeal: ":gonePersonSeal" },
  },
  { to: "/coordinator/duplicates/people/merged/:personMergeId", fields: { intent: "undo" } },
  {
    to: "/coordinator/duplicates/students/:keptStudentId/with/:goneStudentId",
    fields: { seal: ":keptStudentSeal", otherSeal: ":goneStudentSeal" },
  },
  { to: "/coordinator/duplicates/students/merged/:studentMergeId", fields: { intent: "undo" } },
  {
    to: "/coordinator/duplicates/staff/:keptStaffId/with/:goneStaffId",
    fields: { seal: ":keptStaffSeal", otherSeal: ":goneStaffSeal" },
  },
  { to: "/coordinator/duplicates/staff/merged/:staffMergeId", fields: { intent: "undo" } },
  { to: "/coordinator/introductions/:introductionId", fields: { intent: "aside", note: "No time." } },
  { to: "/coordinator/introductions/:introductionId", fields: { intent: "invite" } },
  {
    to: "/coordinator/listings/:listingId",
    params: { listingId: ":waitingListingId" },
    fields: { intent: "publish", revision: "1" },
  },
  { to: "/coordinator/listings/:listingId", fields: { intent: "change", seats: "3", reviewNote: "Fine." } },
  {
    to: "/coordinator/listings/:listingId",
    fields: { intent: "at-once", atOnce: "2", seen: "", reason: "On the phone." },
  },
  {
    to: "/coordinator/listings/:listingId/mentor",
    fields: { ...ABOUT, mentorId: ":leadMentorId", reason: "On the phone." },
  },
  { to: "/coordinator/listings", fields: { intent: "publish", listingId: [":waitingListingId"] } },
  { to: "/coordinator/listings", fields: { intent: "publish_all", words: "bike" } },
  { to: "/coordinator/matches", fields: { intent: "approve", matchId: [":matchId"] } },
  { to: "/coordinator/matches", fields: { intent: "leave_out", listingId: ":listingId" } },
  {
    to: "/coordinator/matches/pairs/:studentId/:listingId",
    fields: {
      intent: "rule",
      studentId: ":studentId",
      listingId: ":listingId",
      ruling: "forbidden",
      seen: "0",
      reason: "",
    },
  },
  { to: "/coordinator/matches", fields: { intent: "run" } },
  { to: "/coordinator/matches/travel", fields: { intent: "drop" } },
  { to: "/coordinator/matches/travel", fields: { intent: "upload" }, file: "file" },
  {
    to: "/coordinator/matches/weights",
    fields: {
      intent: "preview",
      basedOn: "2",
      seal: "",
      "student-wish": "45",
      "student-interests": "29",
      "student-travel": "10",
      "student-days": "8",
      "student-goals": "5",
      "student-continuity": "3",
      "placement-wanted": "55",
      "placement-mentor": "20",
      "placement-experience": "10",
      "placement-days": "15",
      dislikes: "30",
      related: "60",
    },
  },
  { to: "/coordinator/matches/listings/:listingId", fields: { intent: "approve", id: ":studentId", seen: "0" } },
  { to: "/coordinator/matches/students/:studentId", fields: { intent: "approve", id: ":listingId", seen: "0" } },
  {
    to: "/coordinator/pursuits/:pursuitId",
    params: { pursuitId: ":requestedPursuitId" },
    fields: { intent: "decline", textForStudent: "Not this term.", textForStaff: "Too young." },
  },
  { to: "/coordinator/pursuits/:pursuitId", fields: { intent: "read_mentors", mentorIds: [":mentorId"] } },
  {
    to: "/coordinator/pursuits/:pursuitId",
    fields: { intent: "gate", kind: "clearance", on: "2026-10-14", note: "By phone." },
  },
  {
    to: "/coordinator/pursuits/:pursuitId",
    fields: { intent: "answer", answer: "offer", channel: "phone", evidence: "Called today." },
  },
  {
    to: "/coordinator/mentors/:mentorId/leaving",
    fields: { intent: "say", organisationId: BIKES, lastDay: "2027-01-08", reason: "x" },
  },
  {
    to: "/coordinator/mentors/:mentorId/address",
    fields: { was: cast.ingrid.mail, address: cast.ingrid.mail },
  },
  {
    to: "/coordinator/checks/:mentorId",
    fields: { intent: "review", type: "background_check", result: "clear", checkedOn: "2026-10-01", reference: "SP-1" },
  },
  {
    to: "/coordinator/checks/:mentorId",
    fields: {
      ...{ intent: "record", type: "background_check", result: "clear", checkedOn: "2026-10-01", reference: "SP-1" },
      shown: "2028-10-01",
    },
  },
  { to: "/coordinator/checks/:mentorId", fields: { intent: "withdraw", clearanceId: ":clearanceId" } },
  {
    to: "/coordinator/people/new",
    fields: { as: "student", fullName: "Zora Quill", grade: "10", language: "so", mail: "", studentNumber: "" },
  },
  {
    to: "/coordinator/people/new",
    fields: { as: "staff", role: "advisor", fullName: "Zora Page", mail: "zora@lakeview.example", language: "en" },
  },
  { to: "/coordinator/people/:memberId", fields: { intent: "languages", language: "so" } },
  { to: "/coordinator/people/invite", fields: { intent: "mail", person: [cast.jada.personId] }, as: "ines" },
  { to: "/coordinator/people/invite", fields: { intent: "letter", person: [cast.jada.personId] }, as: "ines" },
  { to: "/coordinator/people/:memberId/invite", fields: { intent: "mail" }, as: "ines" },
  { to: "/coordinator/people/:memberId/invite", fields: { intent: "letter" }, as: "ines" },
  { to: "/coordinator/people/:memberId/invite", fields: { intent: "hand", note: "Passport" }, as: "ines" },
  { to: "/coordinator/people/:memberId/invite", fields: { intent: "take_back" }, as: "ines" },
  {
    to: "/coordinator/people/:studentId/transfer",
    fields: {
      ...{ intent: "announce", toSchoolId: sampleSchools.harbor.schoolId },
      ...{ lastDay: "2026-10-23", firstDay: "2026-10-26" },
    },
    params: { studentId: cast.ana.personId },
  },
  { to: "/coordinator/people/:studentId/transfer", fields: { intent: "take_back", transferId: ":transferId" } },
  {
    to: "/coordinator/people/arrivals",
    fields: { intent: "receive", transferId: ":arrivalId", grade: "9", studentNumber: "K-1", isAnother: "on" },
  },
  {
    to: "/coordinator/people/arrivals",
    fields: { intent: "refuse", transferId: ":arrivalId", reason: "Not on our list." },
  },
  {
    to: "/coordinator/people/:memberId",
    fields: { intent: "names", fullName: "Monique Cole", nameUsed: "Mo", nameUsedFor: "everyone", pronouns: "she" },
  },
  {
    to: "/coordinator/people/:memberId",
    fields: { intent: "add_contact", kind: "phone", value: "+1 206 555 0133" },
  },
  {
    to: "/advisor/cover",
    fields: { intent: "give", advisoryId: ":advisoryId", personId: cast.samir.personId, ...COVERED },
  },
  {
    to: "/advisor/meetings/:studentId",
    fields: { intent: "plan", day: "2026-11-04", from: "14:00", to: "14:30", place: "Room 12", family: "on" },
  },
  { to: "/advisor/cover", fields: { intent: "end", coverId: ":coverId" } },
  { to: "/advisor", fields: { pursuitId: ":toEndorseId", answer: "endorse", note: "Good choice." } },
  { to: "/coordinator", fields: { pursuitId: ":requestedPursuitId" } },
  { to: "/coordinator/pursuits", fields: { pursuitId: [":requestedPursuitId"] } },
  { to: "/webhooks/resend", fields: {} },
  { to: "/webhooks/replies", fields: {} },
  {
    to: "/local/mailbox/:mailId",
    fields: {
      ...{ to: ":replyTo", from: "rosa@family.example", body: "Yes" },
      formKey: "01990000-c0e0-7000-8000-00000000f0ac",
    },
  },
  { to: "/coordinator/mails/:unreachedId", fields: { address: "monique@elsewhere.example" } },
  { to: "/coordinator/tasks", fields: { intent: "done", taskId: ":taskId", note: "Called." } },
  { to: "/coordinator/tasks/:toldTaskId", fields: { outcome: "no_answer", channel: "phone", nextOn: "2030-01-02" } },
  { to: "/coordinator/tasks", fields: { intent: "letter", letterCode: ":code" } },
  { to: "/coordinator/held", fields: { intent: "save", readerId: "", hours: "4" } },
  { to: "/coordinator/held/words", fields: { intent: "count", phrase: "zoomies", language: "en" } },
  { to: "/coordinator/held/words", fields: { intent: "hold", phrase: "zoomies", language: "en" } },
  { to: "/coordinator/held/words", fields: { intent: "let", phrase: "zoomies", language: "en" } },
  { to: "/coordinator/words", fields: { intent: "preview", word: "zoomies", interestId: "animals" } },
  { to: "/coordinator/words", fields: { intent: "add", word: "zoomies", interestId: "animals" } },
  { to: "/operations", fields: { intent: "retry", jobId: ":jobId" }, as: "priya" },
  { to: "/operations", fields: { intent: "discard_mail", mailId: ":unreachedId" }, as: "priya" },
  { to: "/consent/:token", fields: { answer: "give", ...CONSENT } },
  { to: "/consent/:token", fields: { answer: "question", ...CONSENT } },
  { to: "/first-contact/:token", fields: { answer: "question", ...HOST } },
  { to: "/first-contact/:token", fields: { answer: "offer", ...HOST } },
  { to: "/still-open/:token", fields: { listingId: ":askedListingId", answer: "yes" } },
  { to: "/invitation/:token", fields: { answer: "accept", ...INVITED } },
  { to: "/invitation/:token", fields: { answer: "question", ...INVITED } },
  { to: "/introduce/:token", fields: PROPOSAL },
  { to: "/concern/:token", fields: CONCERN },
  { to: "/question/:token", fields: QUESTION },
  { to: "/offering/:token", fields: { intent: "post", ...OFFERED } },
  { to: "/offering/:token/draft", fields: OFFERED },
  { to: "/join/:token", fields: { mail: "jada.home@mail.example" } },
  { to: "/delete-me/:token", fields: {} },
  { to: "/unsubscribe/:token", fields: {} },
];

/** The form's fields with the ids behind the doors in them. */
export function fillForm(fields: GoodForm["fields"], ids: Record<string, string>): GoodForm["fields"] {
  const fill = (value: string) => (/^:\w+$/.test(value) ? (ids[value.slice(1)] ?? value) : value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(fill) : fill(value)]),
  );
}

/** Sends a form as its page does: a form with a file travels in parts. */
export function sendForm(
  app: TestApp,
  form: Pick<GoodForm, "fields" | "file">,
  { address, ids, cookie }: { address: string; ids: Record<string, string>; cookie?: string },
): Promise<Answer> {
  const fields = fillForm(form.fields, ids);
  if (!form.file) return app.post(address, fields, cookie);
  return app.postParts(address, { fields, file: { field: form.file, name: "rows.csv", content: FILE } }, cookie);
}
