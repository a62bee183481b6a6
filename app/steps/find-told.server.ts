import { listPhonesOfMentor } from "~db/contact-points.server";
import { listPersonNames } from "~db/names-of.server";
import { findLanguageOf, findMentor, listNumbersOf, listPostOf } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";

/** Who is told, and where they are reached. */
export interface Told {
  is: "person" | "mentor";
  id: string;
  name: string;
  language: string;
  numbers: ToldAt[];
  /** Where a letter goes. */
  post: ToldAt[];
  isSuspended: boolean;
}

export interface ToldAt {
  value: string;
  /** Somebody may answer or open a letter there who may not know what is said: no message is left, and nothing is sent. */
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
  const whose = { schoolId, personId, on };
  const careful = (ways: Awaited<ReturnType<typeof listPostOf>>): ToldAt[] =>
    ways.map(({ value, isOpenToUntold }) => ({ value, isCareful: isPlace && isOpenToUntold }));
  return {
    is: "person",
    id: personId,
    name: person.full_name,
    language: (await findLanguageOf(tx, { schoolId, personId })) ?? "en",
    numbers: careful(await listNumbersOf(tx, whose)),
    post: careful(await listPostOf(tx, whose)),
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
