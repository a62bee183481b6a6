/** Days after which an offer is deleted: its address unproved, its form not sent, and once it is a placement or was refused. */
export const UNPROVED_DAYS = 3;
export const UNSENT_DAYS = 30;
export const SENT_DAYS = 90;

export const LONGEST_WHAT = 2_000;
export const LONGEST_NAME = 120;
export const LONGEST_ORGANISATION = 200;
/** RFC 5321, 4.5.3.1.3: a path has 256 octets with its brackets. */
export const LONGEST_MAIL = 254;

/** The three questions that begin an offer. */
export interface FirstWords {
  /** What a student would do. */
  what: string;
  name: string;
  organisationName: string;
  mail: string;
}

export type FirstWordsFault = "what_missing" | "name_missing" | "organisation_missing" | "mail_missing";

interface Missing {
  field: keyof FirstWords;
  fault: FirstWordsFault;
}

/** All that is missing for an offer to begin, in the order of the form. Whether somebody reads the address, only a mail can tell. */
export function faultsOfFirstWords({ what, name, organisationName, mail }: FirstWords): Missing[] {
  const faults: Missing[] = [];
  if (what.trim() === "") faults.push({ field: "what", fault: "what_missing" });
  if (name.trim() === "") faults.push({ field: "name", fault: "name_missing" });
  if (organisationName.trim() === "") faults.push({ field: "organisationName", fault: "organisation_missing" });
  if (!ONE_ADDRESS.test(mail.trim())) faults.push({ field: "mail", fault: "mail_missing" });
  return faults;
}

const ONE_ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/;

/** `trap` is a field that no person sees; and a name has no address of a web page in it. */
export function isFromMachine({ name, organisationName }: FirstWords, trap: string): boolean {
  return trap !== "" || [name, organisationName].some((words) => /:\/\/|\[url|<a\s/i.test(words));
}

interface Begun {
  what: string;
  mentorId: string;
  language: string;
  schoolId: string;
}

/** The form for placements as far as the three questions fill it, in field names, for a mentor who goes on by themselves. */
export function formOfFirstWords({ what, mentorId, language, schoolId }: Begun): Record<string, string | string[]> {
  return {
    kind: "internship",
    title: "",
    studentWillDo: what,
    seats: "1",
    lengthUnit: "term",
    lengthCount: "1",
    languages: [language],
    minimumGrade: "9",
    maximumGrade: "12",
    leadMentorId: mentorId,
    siteId: "new",
    siteMode: "on_site",
    schoolIds: [schoolId],
  };
}
