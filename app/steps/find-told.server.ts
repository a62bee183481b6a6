import { listPhonesOfMentor, listPostOf } from "~db/contact-points.server";
import { listPersonNames } from "~db/names-of.server";
import { findLanguageOf, findMentor, listNumbersOf } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";

/** Who is told, and where they are reached. */
export interface Told {
  is: "person" | "mentor";
  id: string;
  name: string;
  language: string;
  numbers: ToldNumber[];
  /** Where a letter goes. */
  post: string[];
  isSuspended: boolean;
}

export interface ToldNumber {
  value: string;
  /** Somebody may answer there who may not know what is said: no message is left, and none is sent. */
  isCareful: boolean;
}

interface Recipient {
  schoolId: string;
  districtId: string;
  personId: string | null;
  mentorId: string | null;
  /** Today at the school. */
  on: string;
  /** Whether it says where a student is. */
  isPlace: boolean;
}

/** The person or mentor whom a task is for, by what the school knows of them now; null where nobody is named. */
export async function findTold(tx: ScopeTx, { personId, mentorId, ...of }: Recipient): Promise<Told | null> {
  if (personId) return findPerson(tx, { ...of, personId });
  return mentorId ? findHost(tx, { ...of, mentorId }) : null;
}

async function findPerson(
  tx: ScopeTx,
  { schoolId, on, isPlace, personId }: Omit<Recipient, "mentorId"> & { personId: string },
): Promise<Told | null> {
  const [person] = await listPersonNames(tx, { schoolId, personIds: [personId] });
  if (!person) return null;
  const numbers = await listNumbersOf(tx, { schoolId, personId, on });
  return {
    is: "person",
    id: personId,
    name: person.full_name,
    language: (await findLanguageOf(tx, { schoolId, personId })) ?? "en",
    numbers: numbers.map(({ value, isOpenToUntold }) => ({ value, isCareful: isPlace && isOpenToUntold })),
    post: await listPostOf(tx, { schoolId, personId }),
    isSuspended: false,
  };
}

async function findHost(
  tx: ScopeTx,
  { districtId, mentorId }: { districtId: string; mentorId: string },
): Promise<Told | null> {
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor) return null;
  const phones = await listPhonesOfMentor(tx, { districtId, mentorId });
  return {
    is: "mentor",
    id: mentorId,
    name: mentor.full_name,
    language: mentor.language,
    numbers: phones.map((value) => ({ value, isCareful: false })),
    post: [],
    isSuspended: mentor.suspended_at !== null,
  };
}
