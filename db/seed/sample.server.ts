import type { SystemActor } from "~/domain/actor";
import { type CastMember, cast, castMembers, type SampleSchoolSlug, sampleSchools } from "../cast";
import type { Database } from "../connection.server";
import type { SampleCalendar } from "./sample-calendar";
import { seedId } from "./seed-id.server";

/** What every part of the seed is given. */
export interface Sample {
  db: Database;
  calendar: SampleCalendar;
  /** Key of the guardian codes; the web process has to know the same one. */
  secret: string;
}

/** The seed works as a job of the school, behind the same walls as everybody. */
export function seedActor(slug: SampleSchoolSlug): SystemActor {
  const { schoolId, districtId } = sampleSchools[slug];
  return { kind: "system", job: "seed-sample", schoolId, districtId };
}

const castAtSchool = new Map(
  castMembers.flatMap((member) =>
    member.role === "mentor" ? [] : [[`${member.school}:${member.name}`, member as CastMember]],
  ),
);
const castMentors = new Map(
  Object.values(cast).flatMap((member) => (member.role === "mentor" ? [[member.name, member as CastMember]] : [])),
);

export function personIdOf(school: SampleSchoolSlug, name: string): string {
  return castAtSchool.get(`${school}:${name}`)?.personId ?? seedId(`person:${school}:${name}`);
}

export function mentorIdOf(name: string): string {
  return castMentors.get(name)?.personId ?? seedId(`mentor:${name}`);
}

/** The mail of somebody of a school, made from the name where the cast does not say it. */
export function mailOf(school: SampleSchoolSlug, name: string, at: string): string {
  return castAtSchool.get(`${school}:${name}`)?.mail ?? `${nameAsMail(name)}@${at}`;
}

export function mailOfMentor(name: string, organisation: string): string {
  return castMentors.get(name)?.mail ?? `${nameAsMail(name)}@${organisation}.example`;
}

export function accountIdOf(mail: string): string {
  return castMembers.find((member) => member.mail === mail)?.accountId ?? seedId(`account:${mail}`);
}

/** A phone number that nobody has: 555-01xx is kept for fiction. */
export function phoneOf(name: string): string {
  return `+1 206 555 01${lastDigitsOf(name)}`;
}

/** The same for a mentor, of another area: no family of the sample shares a phone with one by chance. */
export function phoneOfMentor(name: string): string {
  return `+1 425 555 01${lastDigitsOf(name)}`;
}

function lastDigitsOf(name: string): string {
  const digits = Number.parseInt(seedId(`phone:${name}`).slice(0, 6), 16);
  return String(digits % 100).padStart(2, "0");
}

export function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

function nameAsMail(name: string): string {
  return name.toLowerCase().replaceAll(" ", ".");
}
