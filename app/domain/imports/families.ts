import type { LinkTerms } from "../people/link-rights";
import { nameKey } from "./imported-student";

export interface NumberedStudent {
  id: string;
  number: string;
  fullName: string;
  /** Their last day, of somebody who has left. */
  leftOn: string | null;
}

export interface KnownLink extends LinkTerms {
  studentId: string;
  isOver: boolean;
  /** A file of guardians had it before. */
  isListed: boolean;
}

/** An adult as the school knows them: a guardian, or staff who may be one. */
export interface KnownAdult {
  id: string;
  fullName: string;
  /** Names of rows that staff made one with this adult's: a file may go on to write them. */
  otherNames?: readonly string[];
  language: string;
  mails: readonly string[];
  phones: readonly string[];
  links: readonly KnownLink[];
}

/** The students of a school by number and the adults by what a row may name, kept up to date while a file is gone through. */
export class Families {
  private readonly byNumber: ReadonlyMap<string, NumberedStudent>;
  private readonly byId: ReadonlyMap<string, NumberedStudent>;
  private readonly adults = new Map<string, KnownAdult>();
  private readonly idsByName = new Map<string, Set<string>>();
  private readonly idsByStudent = new Map<string, Set<string>>();

  constructor({ students, adults }: { students: readonly NumberedStudent[]; adults: readonly KnownAdult[] }) {
    this.byNumber = new Map(students.map((student) => [student.number, student]));
    this.byId = new Map(students.map((student) => [student.id, student]));
    for (const adult of adults) this.put(adult);
  }

  /** Adds an adult, or what is known of them from now on; their name never changes. */
  put(adult: KnownAdult): void {
    this.adults.set(adult.id, adult);
    for (const name of [adult.fullName, ...(adult.otherNames ?? [])]) add(this.idsByName, nameKey(name), adult.id);
    for (const { studentId } of adult.links) add(this.idsByStudent, studentId, adult.id);
  }

  withNumber(number: string): NumberedStudent | undefined {
    return number === "" ? undefined : this.byNumber.get(number);
  }

  nameOf(studentId: string): string {
    return this.byId.get(studentId)?.fullName ?? "";
  }

  named(fullName: string): KnownAdult[] {
    return this.of(this.idsByName.get(nameKey(fullName)));
  }

  /** Who is or was tied to a student. */
  tiedTo(studentId: string): KnownAdult[] {
    return this.of(this.idsByStudent.get(studentId));
  }

  private of(ids: ReadonlySet<string> = new Set()): KnownAdult[] {
    return [...ids].flatMap((id) => this.adults.get(id) ?? []);
  }
}

/** Whether an adult is or was written so, by case, accents and punctuation of no account. */
export function isCalled({ fullName, otherNames = [] }: KnownAdult, name: string): boolean {
  return [fullName, ...otherNames].some((known) => nameKey(known) === nameKey(name));
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set<string>()).add(id));
}
