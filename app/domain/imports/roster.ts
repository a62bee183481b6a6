import { fold } from "./clean-text";
import { nameKey } from "./imported-student";

export interface AdvisoryPlace {
  /** Null for an advisory that the file brings with it. */
  id: string | null;
  name: string;
}

/** How a row was written that staff made one with a student's: a file may go on to write it so. */
export interface OtherSpelling {
  fullName: string;
  number: string;
  bornOn: string | null;
}

/** A student as the school knows them. */
export interface KnownStudent {
  id: string;
  number: string;
  fullName: string;
  nameUsed: string;
  bornOn: string | null;
  grade: number;
  advisory: AdvisoryPlace | null;
  language: string;
  languages: readonly string[];
  mails: readonly string[];
  phones: readonly string[];
  area: { id: string; name: string } | null;
  /** Their last day, of somebody who has left. */
  leftOn: string | null;
  /** A file of students had them before. */
  isListed: boolean;
  others?: readonly OtherSpelling[];
}

export interface SchoolFacts {
  students: readonly KnownStudent[];
  advisories: readonly { id: string; name: string; advisorName: string }[];
  areas: readonly { id: string; name: string }[];
}

/** The students of a school by what a row may name, kept up to date while a file is gone through. */
export class Roster {
  private readonly byNumber = new Map<string, KnownStudent>();
  private readonly byName = new Map<string, Map<string, KnownStudent>>();
  private readonly advisories = new Map<string, AdvisoryPlace[]>();
  private readonly byAdvisor = new Map<string, AdvisoryPlace[]>();
  private readonly areas: ReadonlyMap<string, { id: string; name: string }>;

  constructor({ students, advisories, areas }: SchoolFacts) {
    for (const student of students) this.put(student);
    for (const advisory of advisories) {
      this.putAdvisory(advisory);
      push(this.byAdvisor, fold(advisory.advisorName), advisory);
    }
    this.areas = new Map(areas.map((area) => [fold(area.name), area]));
  }

  /** Adds a student, or what is known of them from now on in the place of `before`. */
  put(student: KnownStudent, before?: KnownStudent): void {
    if (before) this.byName.get(nameKey(before.fullName))?.delete(before.id);
    for (const { number } of student.others ?? [])
      if (number && (this.byNumber.get(number) ?? student).id === student.id) this.byNumber.set(number, student);
    if (student.number) this.byNumber.set(student.number, student);
    for (const { fullName } of [student, ...(student.others ?? [])]) {
      const key = nameKey(fullName);
      const namesakes = this.byName.get(key) ?? new Map<string, KnownStudent>();
      this.byName.set(key, namesakes.set(student.id, student));
    }
  }

  putAdvisory(advisory: AdvisoryPlace): void {
    push(this.advisories, fold(advisory.name), advisory);
  }

  withNumber(number: string): KnownStudent | undefined {
    return this.byNumber.get(number);
  }

  named(fullName: string): KnownStudent[] {
    return [...(this.byName.get(nameKey(fullName))?.values() ?? [])];
  }

  /** Students at the school whom files had before, by name. */
  listed(): KnownStudent[] {
    const all = [...this.byName.values()].flatMap((namesakes) => [...namesakes.values()]);
    return [...new Map(all.map((student) => [student.id, student])).values()]
      .filter(({ isListed, leftOn }) => isListed && leftOn === null)
      .sort((one, other) => one.fullName.localeCompare(other.fullName));
  }

  area(name: string) {
    return this.areas.get(fold(name));
  }

  /** The advisories of a name, else those of an advisor of that name. */
  advisoriesCalled(name: string): readonly AdvisoryPlace[] {
    return this.advisories.get(fold(name)) ?? this.byAdvisor.get(fold(name)) ?? [];
  }
}

/** Whether a student was born on a day, as any row of theirs has it. */
export function isBornOn({ bornOn, others = [] }: KnownStudent, day: string): boolean {
  return [bornOn, ...others.map((other) => other.bornOn)].includes(day);
}

/** Whether a student is or was written so. */
export function isStudentCalled({ fullName, others = [] }: KnownStudent, name: string): boolean {
  return [fullName, ...others.map((other) => other.fullName)].some((known) => nameKey(known) === nameKey(name));
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
