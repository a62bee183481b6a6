import { civilDate } from "~/clock";
import type { GuardianActor, StaffActor, StudentActor } from "~/domain/actor";
import type { OwnWord } from "~/domain/interest/interests-in-text";
import type { StudentInterest } from "~/domain/interest/student-interest";
import type { StudentEvidence } from "~/domain/matching/evidence";
import type { SchoolSettings } from "~/domain/settings";
import { gatherStudents } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { type ScopeTx, withKeptPlans } from "~db/scope.server";
import { getSearchedSchool, listOwnListings } from "~db/search-rows.server";
import type { Point } from "~search/port";

export type Searcher = StaffActor | StudentActor | GuardianActor;

export interface Reader {
  on: string;
  settings: SchoolSettings;
  ownWords: OwnWord[];
  student: StudentEvidence | null;
  wished: ReadonlySet<string>;
  pursuits: ReadonlyMap<string, { pursuitId: string; state: string }>;
  areas: { id: string; name: string }[];
  origin: Point | null;
  measuredFrom: "own-area" | "school" | null;
  school: Point | null;
}

/** What a student tries besides what their list says, such as what the cards suggest; used for one answer and kept nowhere. */
export interface Trying {
  trying?: readonly StudentInterest[] | undefined;
}

/** What is known of an actor, read when it is first asked for and not again: a page asks for it from two sides. */
export interface Reading {
  actor: Searcher;
  read(): Promise<Reader>;
}

interface Asking {
  wiring: Wiring;
  actor: Searcher;
}

/** For one page; the next one reads anew. */
export function readOnce({ wiring, actor, trying }: Asking & Trying): Reading {
  let reader: Promise<Reader> | undefined;
  return {
    actor,
    read() {
      reader ??= withKeptPlans(wiring, actor, (tx) => readReader(tx, { wiring, actor, trying }));
      return reader;
    },
  };
}

/** What is known of the actor, by a reading that is theirs. Throws for another's. */
export function readBy({ wiring, actor, reading }: Asking & { reading?: Reading | undefined }): Promise<Reader> {
  if (reading && reading.actor !== actor) throw new Error("What is known of one reader is not for another");
  return (reading ?? readOnce({ wiring, actor })).read();
}

/** What is known of the actor before anything is searched; a student's own tastes decide what fits. */
async function readReader(tx: ScopeTx, { wiring, actor, trying = [] }: Asking & Trying): Promise<Reader> {
  const { schoolId, districtId } = actor;
  const { school, settings, areas, words: ownWords } = await getSearchedSchool(tx, { schoolId, districtId });
  const on = civilDate(wiring.clock.now(), school.time_zone);
  const common = { on, settings, areas, ownWords };
  const ofSchool = pointOf(school);
  const bare = {
    ...common,
    student: null,
    wished: new Set<string>(),
    pursuits: new Map(),
    school: ofSchool,
    origin: ofSchool,
    measuredFrom: ofSchool && ("school" as const),
  };
  if (actor.kind !== "student") return bare;
  const studentId = actor.personId;
  const [student] = (await gatherStudents(tx, { schoolId, studentId, on })).students;
  if (!student) return bare;
  const { wished, pursuits } = await listOwnListings(tx, { schoolId, studentId });
  const own = student.area && { latitude: student.area.lat, longitude: student.area.lon };
  return {
    ...common,
    student: { ...student, interests: [...student.interests, ...trying] },
    wished: new Set(wished.map(({ listing_id: listingId }) => listingId)),
    pursuits: new Map(pursuits.map((pursuit) => [pursuit.listing_id, { pursuitId: pursuit.id, state: pursuit.state }])),
    school: ofSchool,
    origin: own ?? ofSchool,
    measuredFrom: own ? "own-area" : bare.measuredFrom,
  };
}

export function pointOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
