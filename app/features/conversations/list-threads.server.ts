import { civilDate } from "~/clock";
import { type Actor, actInSchool, isCoordinator, type MentorActor } from "~/domain/actor";
import { maySeeRecordsOn } from "~/domain/consent/holder";
import { shownName } from "~/domain/conversation/names";
import type { ThreadStanding } from "~/domain/conversation/standing";
import { done, refused } from "~/domain/outcome";
import { type PageSlice, pageSlice } from "~/domain/page-slice";
import { findSeat, type SeatedActor } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listDisclosures } from "~db/disclosures.server";
import { listChildren } from "~db/people.server";
import { findPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { countThreads, listThreads as listRows, type ThreadsAsked } from "~db/threads.server";
import { listUnreadOf, type UnreadReader } from "~db/unread.server";

const THREADS_PER_PAGE = 20;

export interface ThreadLine {
  pursuitId: string;
  student: string;
  title: string;
  organisation: string;
  standing: ThreadStanding;
  messages: number;
  /** How many of them the reader was not shown yet. */
  unseen: number;
  lastAt: string | null;
  timeZone: string;
}

export interface ThreadList {
  threads: ThreadLine[];
  page: number;
  pages: number;
}

/**
 * The conversations that somebody reads: a student's own, those that a guardian has joined, of an advisor the advisory's, of a
 * coordinator the school's, and of a mentor those of the placements that they lead or stand in for, at every school.
 */
export async function listThreads(wiring: Wiring, actor: Actor, { page }: { page: number }) {
  if (actor.kind === "system" || actor.kind === "link") return refused("not_permitted");
  if (actor.kind === "mentor") return done(await listForMentor(wiring, actor, page));
  const list = await withScope(wiring, actor, async (tx) => listFor(tx, wiring, { as: actor, page }));
  return done(list);
}

interface Asked {
  as: SeatedActor;
  page: number;
  pursuitIds?: readonly string[];
}

async function listFor(tx: ScopeTx, wiring: Wiring, { as, page, pursuitIds }: Asked): Promise<ThreadList> {
  const now = wiring.clock.now();
  const school = await getSchool(tx, as.schoolId);
  const on = civilDate(now, school.time_zone);
  const whose: ThreadsAsked = pursuitIds ? { schoolId: as.schoolId, pursuitIds } : await whoseThreads(tx, as, on);
  const slice: PageSlice = pageSlice({ count: await countThreads(tx, whose), limit: THREADS_PER_PAGE, wanted: page });
  const reader: UnreadReader =
    as.kind === "mentor" ? { personId: null, mentorId: as.mentorId } : { personId: as.personId, mentorId: null };
  const unread = await listUnreadOf(tx, { schoolId: as.schoolId, reader, but: "shown" });
  const threads: ThreadLine[] = [];
  for (const row of await listRows(tx, { ...whose, limit: slice.limit, offset: slice.offset })) {
    const pursuit = await findPursuit(tx, { schoolId: as.schoolId, pursuitId: row.pursuit_id });
    const seat = pursuit && (await findSeat(tx, { as, pursuit, now }));
    if (!seat) continue;
    const named = { role: "student", nameUsed: pursuit.student_name, fullName: pursuit.student_full_name } as const;
    threads.push({
      ...{ pursuitId: row.pursuit_id, title: pursuit.title, organisation: pursuit.organisation_name },
      ...{ student: shownName(named, seat), standing: seat.standing, timeZone: school.time_zone },
      ...{ messages: Number(row.messages), lastAt: row.last_at },
      unseen: unread.find(({ pursuitId }) => pursuitId === row.pursuit_id)?.messages ?? 0,
    });
  }
  return { threads, page: slice.page, pages: slice.pages };
}

async function whoseThreads(tx: ScopeTx, as: SeatedActor, on: string): Promise<ThreadsAsked> {
  const { schoolId } = as;
  if (as.kind === "student") return { schoolId, studentIds: [as.personId] };
  if (as.kind === "guardian") {
    const children = await listChildren(tx, { schoolId, guardianId: as.personId, on });
    const open = children.filter(
      ({ born_on: bornOn, may_see_records: maySeeRecords, student_lets_see: studentLetsSee, ...child }) =>
        child.may_know_whereabouts && maySeeRecordsOn({ bornOn, maySeeRecords, studentLetsSee }, on),
    );
    return { schoolId, guardianId: as.personId, studentIds: open.map(({ student_id }) => student_id) };
  }
  if (as.kind !== "staff" || isCoordinator(as)) return { schoolId };
  const students = await listAdvisoryStudents(tx, { schoolId, staffId: as.personId, on });
  return { schoolId, studentIds: students.map(({ student_id }) => student_id) };
}

/** A mentor has few students at once, at one school or several: all stand on one page. */
async function listForMentor(wiring: Wiring, actor: MentorActor, page: number): Promise<ThreadList> {
  const told = await withScope(wiring, actor, (tx) => listDisclosures(tx, actor));
  const lists: ThreadLine[][] = [];
  for (const schoolId of new Set(told.map(({ school_id }) => school_id))) {
    const as = actInSchool(actor, { schoolId });
    const pursuitIds = told.filter((row) => row.school_id === schoolId).map(({ pursuit_id }) => pursuit_id);
    lists.push((await withScope(wiring, as, (tx) => listFor(tx, wiring, { as, page, pursuitIds }))).threads);
  }
  return { threads: lists.flat(), page: 1, pages: 1 };
}
