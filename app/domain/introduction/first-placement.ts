import { interestsInText } from "../interest/interests-in-text";
import { faultsOf, MOST_INTERESTS, type OfferedPost, type PlacementPost } from "../placement/post";

/** What a mentor may try first, the smallest before; weeks need days and hours, which are asked later. */
export const FIRST_KINDS = ["informational_interview", "shadow_day", "internship"] as const;
export type FirstKind = (typeof FIRST_KINDS)[number];

/** What somebody says about themselves with their yes. */
export interface HostProfile {
  organisationName: string;
  mentorName: string;
  /** What they do there. */
  title: string;
  /** What a student could see or do with them. */
  offer: string;
  /** Null while they have not decided. */
  firstKind: FirstKind | null;
  street: string;
  postcode: string;
  phone: string;
}

/** What is left of a profile once a mentor is one of an organisation. */
export type FirstOffer = Pick<HostProfile, "title" | "offer" | "firstKind" | "street" | "postcode">;

/** What somebody filled in the whole form with, before they were one of an organisation. */
export interface WholeOffer {
  /** What they do there. */
  title: string;
  post: OfferedPost;
}

interface Host {
  mentorId: string;
  organisationName: string;
  language: string;
  schoolId: string;
}

/** From this age on, and these grades, as the form for placements proposes them. */
const FIRST_AGE = 14;
const FIRST_GRADES = [9, 12] as const;

/**
 * The placement that a yes makes, for the coordinator's review: one student for a talk or one day. Null where more is to be asked:
 * weeks need days, students need to read what they would do, and on site somebody has to know where.
 */
export function placementOf(offer: FirstOffer | WholeOffer, host: Host): PlacementPost | null {
  if ("post" in offer) return { ...offer.post, leadMentorId: host.mentorId, backupIds: [], schoolIds: [host.schoolId] };
  if (offer.firstKind === null || offer.offer === "") return null;
  const post = draftOf(offer, { ...host, firstKind: offer.firstKind });
  return faultsOf(post).length === 0 ? post : null;
}

function draftOf(
  offer: FirstOffer,
  { mentorId, organisationName, language, schoolId, firstKind }: Host & { firstKind: FirstKind },
): PlacementPost {
  return {
    kind: firstKind,
    title: offer.title || organisationName,
    studentWillDo: offer.offer,
    skills: [],
    aliases: [],
    hostGains: "",
    requirements: "",
    seats: 1,
    days: [],
    lengthUnit: "days",
    lengthCount: 1,
    startsOn: null,
    endsOn: null,
    interests: interestsInText(`${offer.title}\n${offer.offer}`)
      .slice(0, MOST_INTERESTS)
      .map(({ interestId }) => interestId),
    languages: [language],
    minimumGrade: FIRST_GRADES[0],
    maximumGrade: FIRST_GRADES[1],
    minimumAge: FIRST_AGE,
    leadMentorId: mentorId,
    backupIds: [],
    site: {
      name: organisationName,
      mode: "on_site",
      street: offer.street,
      city: "",
      postcode: offer.postcode,
      areaId: null,
      latitude: null,
      longitude: null,
    },
    schoolIds: [schoolId],
  };
}
