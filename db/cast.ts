import type { GuardianActor, MentorActor, StaffActor, StaffRole, StudentActor } from "~/domain/actor";

/**
 * The named cast: fictional people of the sample schools. The seed, the tests, the screenshots, the sign-in page of local
 * mode and docs/cast.md all speak of these. Mail addresses end in .example or example.org, which nobody can own.
 */

const id = (group: string, number: number) => `01990000-${group}-7000-8000-${String(number).padStart(12, "0")}`;

export const sampleDistricts = {
  greenwater: { districtId: id("d000", 1), name: "Greenwater Public Schools (sample)" },
  cedar: { districtId: id("d000", 2), name: "Cedar Ridge School District (sample)" },
} as const;

export const sampleSchools = {
  lakeview: {
    schoolId: id("5000", 1),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Lakeview Learning Lab (sample)",
  },
  harbor: {
    schoolId: id("5000", 2),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Harbor Point School (sample)",
  },
  "cedar-ridge": {
    schoolId: id("5000", 3),
    districtId: sampleDistricts.cedar.districtId,
    name: "Cedar Ridge Academy (sample)",
  },
} as const;
export type SampleSchoolSlug = keyof typeof sampleSchools;

export const castOrganisations = {
  "green-lake-animal-clinic": {
    organisationId: id("0900", 1),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Green Lake Animal Clinic (sample)",
  },
  "sol-y-masa": {
    organisationId: id("0900", 2),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Sol y Masa Bakery (sample)",
  },
  "harbor-bike-works": {
    organisationId: id("0900", 3),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Harbor Bike Works (sample)",
  },
  "rainier-community-garden": {
    organisationId: id("0900", 4),
    districtId: sampleDistricts.greenwater.districtId,
    name: "Rainier Street Community Garden (sample)",
  },
  "cedar-ridge-library": {
    organisationId: id("0900", 5),
    districtId: sampleDistricts.cedar.districtId,
    name: "Cedar Ridge Public Library (sample)",
  },
} as const;
export type CastOrganisationSlug = keyof typeof castOrganisations;

/** What every sample guardian types when a consent asks for the code from the school. */
export const sampleGuardianCode = "48217390";

interface Named {
  key: string;
  name: string;
  /** One line for the cast page. */
  note: string;
}
interface AtSchool extends Named {
  school: SampleSchoolSlug;
  schoolId: string;
  districtId: string;
  personId: string;
}
interface WithAccount {
  mail: string;
  accountId: string;
}
export interface CastStudent extends AtSchool, WithAccount {
  role: "student";
}
export interface CastGuardian extends AtSchool, WithAccount {
  role: "guardian";
}
/** A guardian reached by phone and letter only; nobody can sign in as one. */
export interface CastGuardianWithoutMail extends AtSchool {
  role: "guardian";
  mail: null;
  accountId: null;
}
export interface CastStaff extends AtSchool, WithAccount {
  role: StaffRole;
}
/** `personId` is the mentor's id in the district. */
export interface CastMentor extends Named, WithAccount {
  role: "mentor";
  personId: string;
  organisation: CastOrganisationSlug;
  organisationId: string;
  districtId: string;
}
export type CastMember = CastStudent | CastGuardian | CastGuardianWithoutMail | CastStaff | CastMentor;
export type CastAccount = Exclude<CastMember, CastGuardianWithoutMail>;

const at = (school: SampleSchoolSlug) => ({
  school,
  schoolId: sampleSchools[school].schoolId,
  districtId: sampleSchools[school].districtId,
});
const signsInAs = (account: number, mail: string) => ({ accountId: id("ac00", account), mail });

type Line = [key: string, name: string, school: SampleSchoolSlug, number: number, mail: string, note: string];
const student = (...[key, name, school, number, mail, note]: Line): CastStudent => ({
  key,
  name,
  note,
  role: "student",
  personId: id("9000", number),
  ...at(school),
  ...signsInAs(number, mail),
});
const guardian = (...[key, name, school, number, mail, note]: Line): CastGuardian => ({
  key,
  name,
  note,
  role: "guardian",
  personId: id("9000", number),
  ...at(school),
  ...signsInAs(number, mail),
});
const staff = (role: StaffRole, ...[key, name, school, number, mail, note]: Line): CastStaff => ({
  key,
  name,
  note,
  role,
  personId: id("9000", number),
  ...at(school),
  ...signsInAs(number, mail),
});
const mentor = (
  key: string,
  name: string,
  organisation: CastOrganisationSlug,
  number: number,
  mail: string,
  note: string,
): CastMentor => ({
  ...castOrganisations[organisation],
  key,
  name,
  note,
  role: "mentor",
  personId: id("3000", number),
  organisation,
  ...signsInAs(number, mail),
});

const rosa = guardian(
  "rosa",
  "Rosa Reyes",
  "lakeview",
  20,
  "rosa.reyes@example.org",
  "Mother of Ana and Mateo. Reads Spanish. May consent.",
);

export const cast = {
  ana: student(
    "ana",
    "Ana Reyes",
    "lakeview",
    1,
    "ana.reyes@lakeview.example",
    "10th grade. Loves animals, does not want construction.",
  ),
  hodan: student(
    "hodan",
    "Hodan Warsame",
    "lakeview",
    2,
    "hodan.warsame@lakeview.example",
    "11th grade. Health care. Her father reads Somali and has no mail.",
  ),
  jada: student(
    "jada",
    "Jada Cole",
    "lakeview",
    3,
    "jada.cole@lakeview.example",
    "9th grade. Music and bikes. Her parents live apart.",
  ),
  minh: student(
    "minh",
    "Minh Tran",
    "lakeview",
    4,
    "minh.tran@lakeview.example",
    "12th grade and 18: consents for himself.",
  ),
  leo: student(
    "leo",
    "Leo Fischer",
    "lakeview",
    5,
    "leo.fischer@lakeview.example",
    "10th grade. Robots. His mother said no to one request.",
  ),
  mateo: student(
    "mateo",
    "Mateo Reyes",
    "harbor",
    6,
    "mateo.reyes@harbor.example",
    "7th grade. Ana's brother, at another school of the same district.",
  ),
  keisha: student(
    "keisha",
    "Keisha Brown",
    "harbor",
    7,
    "keisha.brown@harbor.example",
    "10th grade at Harbor Point. Wants the same clinic as Ana.",
  ),
  finn: student(
    "finn",
    "Finn Larsen",
    "cedar-ridge",
    8,
    "finn.larsen@cedar-ridge.example",
    "10th grade in another district: a stranger.",
  ),

  rosa,
  rosaAtHarbor: {
    ...rosa,
    key: "rosaAtHarbor",
    personId: id("9000", 21),
    ...at("harbor"),
    note: "Rosa again, as Mateo's mother at Harbor Point: one account, two schools.",
  } as CastGuardian,
  abdi: {
    key: "abdi",
    name: "Abdi Warsame",
    role: "guardian",
    personId: id("9000", 22),
    ...at("lakeview"),
    mail: null,
    accountId: null,
    note: "Hodan's father. Reads Somali. Has a phone and a letter box, no mail.",
  } as CastGuardianWithoutMail,
  monique: guardian(
    "monique",
    "Monique Cole",
    "lakeview",
    23,
    "monique.cole@example.org",
    "Jada's mother. May consent.",
  ),
  derek: guardian(
    "derek",
    "Derek Cole",
    "lakeview",
    24,
    "derek.cole@example.org",
    "Jada's father. May consent, may not know where Jada is.",
  ),
  lan: guardian("lan", "Lan Tran", "lakeview", 25, "lan.tran@example.org", "Minh's mother. Reads Vietnamese."),
  anja: guardian(
    "anja",
    "Anja Fischer",
    "lakeview",
    26,
    "anja.fischer@example.org",
    "Leo's mother. Refused one consent.",
  ),
  nadia: guardian("nadia", "Nadia Brown", "harbor", 27, "nadia.brown@example.org", "Keisha's mother."),
  lars: guardian(
    "lars",
    "Lars Larsen",
    "cedar-ridge",
    28,
    "lars.larsen@example.org",
    "Finn's father, in another district.",
  ),

  tom: staff(
    "advisor",
    "tom",
    "Tom Okafor",
    "lakeview",
    40,
    "tom.okafor@lakeview.example",
    "Advisor of Ana, Jada and eight others.",
  ),
  june: staff(
    "advisor",
    "june",
    "June Park",
    "lakeview",
    41,
    "june.park@lakeview.example",
    "Advisor of Hodan, Leo and eight others.",
  ),
  samir: staff(
    "advisor",
    "samir",
    "Samir Haddad",
    "lakeview",
    42,
    "samir.haddad@lakeview.example",
    "Advisor of Minh and nine others. Covers for Tom this week.",
  ),
  bea: staff("advisor", "bea", "Bea Thornton", "harbor", 43, "bea.thornton@harbor.example", "Advisor of Mateo."),
  luis: staff("advisor", "luis", "Luis Ortega", "harbor", 44, "luis.ortega@harbor.example", "Advisor of Keisha."),
  dana: staff(
    "advisor",
    "dana",
    "Dana Kowalski",
    "cedar-ridge",
    45,
    "dana.kowalski@cedar-ridge.example",
    "Advisor of Finn.",
  ),
  ines: staff(
    "coordinator",
    "ines",
    "Ines Carvalho",
    "lakeview",
    50,
    "ines.carvalho@lakeview.example",
    "LTI coordinator of Lakeview.",
  ),
  malik: staff(
    "coordinator",
    "malik",
    "Malik Johnson",
    "harbor",
    51,
    "malik.johnson@harbor.example",
    "LTI coordinator of Harbor Point: same district, another school.",
  ),
  greta: staff(
    "coordinator",
    "greta",
    "Greta Lindqvist",
    "cedar-ridge",
    52,
    "greta.lindqvist@cedar-ridge.example",
    "LTI coordinator in another district: a stranger.",
  ),
  priya: staff("admin", "priya", "Priya Nair", "lakeview", 60, "priya.nair@lakeview.example", "Admin of Lakeview."),
  walter: staff("admin", "walter", "Walter Boyd", "harbor", 61, "walter.boyd@harbor.example", "Admin of Harbor Point."),
  hannah: staff(
    "admin",
    "hannah",
    "Hannah Fields",
    "cedar-ridge",
    62,
    "hannah.fields@cedar-ridge.example",
    "Admin of Cedar Ridge.",
  ),

  maya: mentor(
    "maya",
    "Maya Brandt",
    "green-lake-animal-clinic",
    80,
    "maya.brandt@green-lake-clinic.example",
    "Veterinarian. Leads the placements of the clinic.",
  ),
  theo: mentor(
    "theo",
    "Theo Nakamura",
    "green-lake-animal-clinic",
    81,
    "theo.nakamura@green-lake-clinic.example",
    "Vet technician. Back-up for Maya.",
  ),
  carlos: mentor(
    "carlos",
    "Carlos Mendoza",
    "sol-y-masa",
    82,
    "carlos.mendoza@sol-y-masa.example",
    "Baker. Reads Spanish.",
  ),
  ingrid: mentor(
    "ingrid",
    "Ingrid Solberg",
    "harbor-bike-works",
    83,
    "ingrid.solberg@bike-works.example",
    "Mechanic. Mentor of two organisations. Her background check has expired.",
  ),
  ingridAtGarden: mentor(
    "ingridAtGarden",
    "Ingrid Solberg",
    "rainier-community-garden",
    83,
    "ingrid.solberg@bike-works.example",
    "Ingrid again, at the garden: one account, two organisations.",
  ),
  ruth: mentor(
    "ruth",
    "Ruth Abelson",
    "cedar-ridge-library",
    84,
    "ruth.abelson@cedar-ridge-library.example",
    "Librarian in another district.",
  ),
} satisfies Record<string, CastMember>;

export type CastKey = keyof typeof cast;
/** Keys of the people who can sign in: all but the father without mail. */
export type CastAccountKey = Exclude<CastKey, "abdi">;

/** The whole cast in the order of the cast page. */
export const castMembers: readonly CastMember[] = Object.values(cast);

/** True for the people who have an account, so that somebody can sign in as them. */
export function hasAccount(member: CastMember): member is CastAccount {
  return member.accountId !== null;
}

/** The actor that a session of this person makes; what tests hand to a verb. */
export function castActor(member: CastStudent): StudentActor;
export function castActor(member: CastGuardian): GuardianActor;
export function castActor(member: CastStaff): StaffActor;
export function castActor(member: CastMentor): MentorActor;
export function castActor(member: CastAccount): StudentActor | GuardianActor | StaffActor | MentorActor;
export function castActor(member: CastAccount): StudentActor | GuardianActor | StaffActor | MentorActor {
  const { accountId, districtId } = member;
  if (member.role === "mentor") {
    return { kind: "mentor", accountId, mentorId: member.personId, organisationId: member.organisationId, districtId };
  }
  const inSchool = { accountId, personId: member.personId, schoolId: member.schoolId, districtId };
  if (member.role === "student") return { kind: "student", ...inSchool };
  if (member.role === "guardian") return { kind: "guardian", ...inSchool };
  return { kind: "staff", role: member.role, ...inSchool };
}
