import { holdsOwnRights } from "~/domain/consent/holder";
import type { LegalBasis } from "~/domain/people/link-rights";
import { asksFirst, comesAlong } from "~/domain/people/transfer";
import { listMentorsApart } from "~db/forbidden-pairs.server";
import { listMailsLettingIn, listStandingLinks } from "~db/goes-along.server";
import type { SchoolRole } from "~db/memberships.server";
import { isMailForPlaces } from "~db/people.server";
import type { Names } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import type { ScopeTx } from "~db/scope.server";

/** Who somebody is, and by which mail addresses they come in. */
export interface AlongPerson extends Names {
  language: string;
  mails: readonly string[];
}

export interface AlongGuardian extends AlongPerson {
  relationship: string;
  legalBasis: LegalBasis;
  callOrder: number;
}

/** What a new school gets to know of a student who comes: the people, and nothing of what they did. */
export interface GoesAlong {
  student: AlongPerson & { bornOn: string | null; spoken: readonly string[]; isOptedOut: boolean };
  family: readonly AlongGuardian[];
  /** Adults of the student who do not come along, by name; the new school adds them, or not. */
  staying: readonly string[];
  asksFirst: boolean;
  /** Mentors from whom the student is kept apart: who, and not why. */
  apart: readonly { id: string; name: string }[];
}

interface Asked {
  schoolId: string;
  studentId: string;
  /** At the new school. */
  firstDay: string;
  /** Today at the school that the student leaves. */
  on: string;
}

/** Reads what goes along, at the school that the student leaves; undefined when nobody there is that student. */
export async function readGoingAlong(
  tx: ScopeTx,
  { schoolId, studentId, firstDay, on }: Asked,
): Promise<GoesAlong | undefined> {
  const row = await findPerson(tx, { schoolId, personId: studentId });
  if (!row || row.student_id === null) return undefined;
  const studentDecides = holdsOwnRights(row.born_on, firstDay > on ? firstDay : on);
  const links = await readStandingLinks(tx, { schoolId, studentId, on });
  const family: AlongGuardian[] = [];
  const staying: string[] = [];
  for (const link of links) {
    const adult = await readPerson(tx, { schoolId, personId: link.guardianId, role: "guardian", on });
    const hasWayIn = adult !== undefined && adult.mails.length > 0;
    if (!adult || !comesAlong(link, { hasWayIn, studentDecides })) staying.push(link.full_name);
    else
      family.push({
        ...adult,
        relationship: link.relationship,
        legalBasis: link.legal_basis as LegalBasis,
        callOrder: link.call_order,
      });
  }
  const person = await readPerson(tx, { schoolId, personId: studentId, role: "student", on });
  if (!person) return undefined;
  const { born_on: bornOn, languages, directory_opt_out: isOptedOut } = row;
  const student = { ...person, bornOn, spoken: languages ?? [], isOptedOut: isOptedOut ?? false };
  const apart = await listMentorsApart(tx, { schoolId, studentId });
  return { student, family, staying, asksFirst: asksFirst(links), apart };
}

/** The adults whose links to a student stand on a day, with what each may do. */
export async function readStandingLinks(tx: ScopeTx, asked: { schoolId: string; studentId: string; on: string }) {
  return (await listStandingLinks(tx, asked)).map((link) => ({
    ...link,
    guardianId: link.guardian_id,
    mayConsent: link.may_consent,
    maySeeRecords: link.may_see_records,
    mayKnowWhereabouts: link.may_know_whereabouts,
  }));
}

/** A mailbox that somebody opens who may not know where the student is lets nobody in at the new school. */
async function readPerson(
  tx: ScopeTx,
  { schoolId, personId, role, on }: { schoolId: string; personId: string; role: SchoolRole; on: string },
): Promise<AlongPerson | undefined> {
  const person = await findPerson(tx, { schoolId, personId });
  if (!person) return undefined;
  const mails: string[] = [];
  for (const mail of await listMailsLettingIn(tx, { schoolId, personId, role, on }))
    if (await isMailForPlaces(tx, { schoolId, personId, mail, on })) mails.push(mail);
  return {
    fullName: person.full_name,
    nameUsed: person.name_used,
    nameUsedFor: person.name_used_for as Names["nameUsedFor"],
    pronunciation: person.pronunciation,
    pronouns: person.pronouns,
    language: person.language,
    mails,
  };
}
