import type { GuardianActor, MentorActor, StaffActor, StaffRole, StudentActor } from "~/domain/actor";
import { castNotes } from "./cast-notes";

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
const mailName = (name: string) => name.toLowerCase().replaceAll(" ", ".");

type NoteKey = keyof typeof castNotes;
type Line = [key: NoteKey, name: string, school: SampleSchoolSlug, number: number];
const atSchool = (...[key, name, school, number]: Line) => ({
  key,
  name,
  note: castNotes[key],
  personId: id("9000", number),
  ...at(school),
});
const student = (...line: Line): CastStudent => ({
  role: "student",
  ...atSchool(...line),
  ...signsInAs(line[3], `${mailName(line[1])}@${line[2]}.example`),
});
const guardian = (...line: Line): CastGuardian => ({
  role: "guardian",
  ...atSchool(...line),
  ...signsInAs(line[3], `${mailName(line[1])}@example.org`),
});
const staff = (role: StaffRole, ...line: Line): CastStaff => ({
  role,
  ...atSchool(...line),
  ...signsInAs(line[3], `${mailName(line[1])}@${line[2]}.example`),
});
const mentor = (
  key: NoteKey,
  name: string,
  organisation: CastOrganisationSlug,
  number: number,
  host: string,
): CastMentor => ({
  ...castOrganisations[organisation],
  key,
  name,
  note: castNotes[key],
  role: "mentor",
  personId: id("3000", number),
  organisation,
  ...signsInAs(number, `${mailName(name)}@${host}.example`),
});

export const cast = {
  ana: student("ana", "Ana Reyes", "lakeview", 1),
  hodan: student("hodan", "Hodan Warsame", "lakeview", 2),
  jada: student("jada", "Jada Cole", "lakeview", 3),
  minh: student("minh", "Minh Tran", "lakeview", 4),
  leo: student("leo", "Leo Fischer", "lakeview", 5),
  mateo: student("mateo", "Mateo Reyes", "harbor", 6),
  keisha: student("keisha", "Keisha Brown", "harbor", 7),
  finn: student("finn", "Finn Larsen", "cedar-ridge", 8),

  rosa: guardian("rosa", "Rosa Reyes", "lakeview", 20),
  rosaAtHarbor: { ...guardian("rosaAtHarbor", "Rosa Reyes", "harbor", 20), personId: id("9000", 21) },
  abdi: {
    ...atSchool("abdi", "Abdi Warsame", "lakeview", 22),
    role: "guardian",
    mail: null,
    accountId: null,
  } as CastGuardianWithoutMail,
  monique: guardian("monique", "Monique Cole", "lakeview", 23),
  derek: guardian("derek", "Derek Cole", "lakeview", 24),
  lan: guardian("lan", "Lan Tran", "lakeview", 25),
  anja: guardian("anja", "Anja Fischer", "lakeview", 26),
  nadia: guardian("nadia", "Nadia Brown", "harbor", 27),
  lars: guardian("lars", "Lars Larsen", "cedar-ridge", 28),

  tom: staff("advisor", "tom", "Tom Okafor", "lakeview", 40),
  june: staff("advisor", "june", "June Park", "lakeview", 41),
  samir: staff("advisor", "samir", "Samir Haddad", "lakeview", 42),
  bea: staff("advisor", "bea", "Bea Thornton", "harbor", 43),
  luis: staff("advisor", "luis", "Luis Ortega", "harbor", 44),
  dana: staff("advisor", "dana", "Dana Kowalski", "cedar-ridge", 45),
  ines: staff("coordinator", "ines", "Ines Carvalho", "lakeview", 50),
  malik: staff("coordinator", "malik", "Malik Johnson", "harbor", 51),
  greta: staff("coordinator", "greta", "Greta Lindqvist", "cedar-ridge", 52),
  priya: staff("admin", "priya", "Priya Nair", "lakeview", 60),
  walter: staff("admin", "walter", "Walter Boyd", "harbor", 61),
  hannah: staff("admin", "hannah", "Hannah Fields", "cedar-ridge", 62),

  maya: mentor("maya", "Maya Brandt", "green-lake-animal-clinic", 80, "green-lake-clinic"),
  theo: mentor("theo", "Theo Nakamura", "green-lake-animal-clinic", 81, "green-lake-clinic"),
  carlos: mentor("carlos", "Carlos Mendoza", "sol-y-masa", 82, "sol-y-masa"),
  ingrid: mentor("ingrid", "Ingrid Solberg", "harbor-bike-works", 83, "bike-works"),
  ingridAtGarden: mentor("ingridAtGarden", "Ingrid Solberg", "rainier-community-garden", 83, "bike-works"),
  ruth: mentor("ruth", "Ruth Abelson", "cedar-ridge-library", 84, "cedar-ridge-library"),
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
