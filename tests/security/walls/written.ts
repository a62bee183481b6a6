import { createHash } from "node:crypto";
import type { ImportedPlacement } from "~/domain/imports/imported-placement";
import type { PlacementPost } from "~/domain/placement/post";
import { cast, castActor, sampleSchools } from "~db/cast";
import { TEST_NOW } from "../../support/wiring";
import type { Ids } from "./ids";

const { schoolId } = sampleSchools.lakeview;
const coordinator = castActor(cast.ines);
const hash = (text: string) => createHash("sha256").update(text).digest();
const place = { street: "1 Wall St", city: "Kent", region: "WA", postcode: "98000", coordinates: null };

/** What a writer would write. */
export function write(ids: Ids) {
  const text = {
    title: "x",
    name: "x",
    note: "x",
    what: "x",
    doesWhat: "x",
    howKnown: "x",
    reviewNote: "x",
    words: "",
    fullName: "x",
    nameUsed: "x",
  };
  const consent = { purpose: "looking" as const, textId: null, language: "en", sameAddressAsStudent: false };
  const disclosure = { firstName: "x", gradeBand: "9-10", interests: [], interestIds: [] };
  const upload = {
    createdBy: null,
    fileName: "f.csv",
    fileHash: "f",
    content: Buffer.from("x"),
    headers: ["h"],
    headerKey: "h",
    headerKeys: ["h"],
    rowCount: 1,
    mapping: { columns: {}, defaultKind: "internship" as const },
    progress: 1,
    counts: { added: 0, changed: 0, unchanged: 0, rejected: 1, warned: 0 },
  };
  const introduction = {
    proposedAs: "guardian" as const,
    forStudentId: null,
    mentorName: "x",
    mentorPhone: "",
    mentorLanguage: "en",
    mayBeNamed: false,
    isRelative: false,
    relativesStudentId: null,
  };
  return {
    ...text,
    ...consent,
    ...disclosure,
    ...upload,
    ...introduction,
    posted: posted(ids),
    importedPlacement: imported,
    actor: coordinator,
    noun: "pursuit",
    transition: "approve",
    table: "pursuits" as const,
    state: "withdrawn",
    set: {},
    kind: "consent" as const,
    form: "placement-new",
    limit: 5,
    offset: 0,
    by: coordinator.personId,
    reason: "relative" as const,
    outcome: "done" as const,
    basis: "unpaid_educational",
    leadMentorId: ids.mentorId,
    mac: hash("x"),
    issuedBy: null,
    sourceKeys: [ids.sourceKey],
    seats: 1,
    seatNo: 9,
    placeNo: 9,
    weightsVersion: 1,
    seed: 1,
    askedBy: null,
    change: { progress: 1 },
    matches: [],
    snapshot: { input: "{}", plan: "{}", tops: [], studentIds: [] },
    goalSet: "x",
    goals: ["x"],
    drafts: [{ purpose: "photo", language: "en", body: "x" }],
    role: "coordinator" as const,
    from: "2026-01-01",
    source: "staff" as const,
    mailVerifiedAt: null,
    origin: "student" as const,
    studentAskedAt: TEST_NOW,
    organisationName: "x",
    areas: new Map(),
    site: place,
    gates: [{ kind: "agreement" as const, before: "start" as const }],
  };
}

const imported = {
  placement: {
    externalId: "",
    organisation: "x",
    organisationKey: "x",
    title: "x",
    aliases: ["x"],
    description: "x",
    skills: ["x"],
    kind: "internship",
    seats: 1,
    category: "",
    site: place,
    startsOn: null,
    endsOn: null,
    writtenDates: { startsOn: null, endsOn: null },
    days: [],
    url: "",
    contact: null,
  } satisfies ImportedPlacement,
  source: {},
  sourceHash: "x",
  interestIds: [],
};

function posted(ids: Ids) {
  const post: PlacementPost = {
    kind: "internship",
    title: "x",
    studentWillDo: "x",
    skills: ["x"],
    aliases: ["x"],
    hostGains: "x",
    requirements: "",
    seats: 1,
    days: [],
    lengthUnit: "term",
    lengthCount: 1,
    startsOn: null,
    endsOn: null,
    interests: [],
    languages: ["en"],
    minimumGrade: 9,
    maximumGrade: 12,
    minimumAge: 0,
    leadMentorId: ids.mentorId,
    backupIds: [],
    site: { id: ids.siteId },
    schoolIds: [schoolId],
  };
  return { post, postedBy: ids.mentorId };
}
