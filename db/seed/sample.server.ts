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

const AREAS = { families: ["206", "253"], mentors: ["425", "360", "509"] } as const;
const NUMBERS_OF_AN_AREA = 100;

/**
 * A phone number that nobody has: 555-01xx is kept for fiction. `nth` counts the families of a school, or the mentors of a district, so that
 * no two of them look like one person; and no family shares one with a mentor. Throws where there are more than there are numbers.
 */
export function phoneOf(whose: keyof typeof AREAS, nth: number): string {
  const area = AREAS[whose][Math.floor(nth / NUMBERS_OF_AN_AREA)];
  if (!area) throw new Error(`The sample has no phone number for number ${nth} of its ${whose}`);
  return `+1 ${area} 555 01${String(nth % NUMBERS_OF_AN_AREA).padStart(2, "0")}`;
}

export function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

function nameAsMail(name: string): string {
  return name.toLowerCase().replaceAll(" ", ".");
}
