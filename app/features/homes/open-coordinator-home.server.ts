import type { Actor } from "~/domain/actor";
import { isTelling } from "~/domain/notice/told";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advisorsHadSince } from "~/steps/advisors-had-since";
import { factsOf, findTaskNames } from "~/steps/task-names.server";
import type { Wiring } from "~/wiring";
import { countHeldThreads } from "~db/held-turns.server";
import { listIntroductions } from "~db/introductions.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listOpenTasks } from "~db/staff-tasks.server";
import { countWaiting, findReviewQueue, INTRODUCTIONS_THAT_WAIT } from "~db/waiting.server";

/** One thing that waits for a coordinator. Its one action is done in place for a request, and on the page of `to` for the rest. */
export interface Waiting {
  /** The id of what waits; of the listings in review, which wait together, their state. */
  key: string;
  kind: "request" | "introduction" | "task" | "listings";
  title: string;
  detail: string;
  /** Whether the one action is a press in place: of a request that no advisor has to read first. */
  isPress: boolean;
  /** Which task, for `task`. */
  taskKind: string;
  /** How many there are of it, for `listings`. */
  count: number;
  since: string;
  to: string;
}

/** Shown on the first page; the rest is behind the lists. */
const SHOWN = 12;

/**
 * The coordinator's home: what needs them, ordered by who waits longest. Listings in review count as one thing, because they are
 * read and published together; they wait since the first of them came.
 */
export async function openCoordinatorHome(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const now = wiring.clock.now();
    const counts = await countWaiting(tx, { schoolId, advisorsHadSince: advisorsHadSince(now) });
    // Each list comes longest waiting first, so the first rows of all are among the first rows of each.
    const listings = await waitingListings(tx, schoolId);
    const waiting: Waiting[] = [
      ...(await waitingRequests(tx, { schoolId, now })),
      ...(await waitingIntroductions(tx, schoolId)),
      ...(await waitingTasks(tx, { schoolId, districtId })),
      ...listings,
    ];
    waiting.sort((a, b) => a.since.localeCompare(b.since) || a.key.localeCompare(b.key));
    return done({
      waiting: waiting.slice(0, SHOWN),
      total: counts.requests + counts.introductions + counts.tasks + listings.length,
      held: await countHeldThreads(tx, { schoolId, now }),
      timeZone: school.time_zone,
      schoolName: school.name,
    });
  });
}

const NOTHING_MORE = { isPress: false, detail: "", taskKind: "", count: 1 };

async function waitingRequests(tx: ScopeTx, { schoolId, now }: { schoolId: string; now: Date }): Promise<Waiting[]> {
  const asked = { schoolId, states: ["requested"], advisorsHadSince: advisorsHadSince(now), limit: SHOWN };
  const requests = await listPursuits(tx, asked);
  return requests.map((pursuit) => ({
    ...NOTHING_MORE,
    key: pursuit.pursuit_id,
    kind: "request",
    isPress: !pursuit.waits_for_advisor,
    title: `${pursuit.student_full_name} → ${pursuit.title}`,
    detail: pursuit.organisation_name,
    since: pursuit.updated_at,
    to: `/coordinator/pursuits/${pursuit.pursuit_id}`,
  }));
}

async function waitingIntroductions(tx: ScopeTx, schoolId: string): Promise<Waiting[]> {
  const introductions = await listIntroductions(tx, { schoolId, states: INTRODUCTIONS_THAT_WAIT, limit: SHOWN });
  return introductions.map((introduction) => ({
    ...NOTHING_MORE,
    key: introduction.id,
    kind: "introduction",
    title: introduction.mentor_name,
    detail: introduction.does_what,
    since: introduction.created_at,
    to: `/coordinator/introductions/${introduction.id}`,
  }));
}

async function waitingTasks(tx: ScopeTx, of: { schoolId: string; districtId: string }): Promise<Waiting[]> {
  const tasks = await listOpenTasks(tx, { schoolId: of.schoolId, limit: SHOWN });
  const namesIn = await findTaskNames(tx, { ...of, tasks });
  return tasks.map((task) => {
    const { student, person, mentor } = namesIn(task);
    const { title, organisation, guardian, mentor: namedMentor } = factsOf(task);
    const parts = [title, organisation, guardian, person, student, mentor || namedMentor];
    return {
      ...NOTHING_MORE,
      key: task.id,
      kind: "task",
      title: "",
      detail: parts.filter((part) => typeof part === "string" && part !== "").join(" · "),
      taskKind: task.kind,
      since: task.opened_at,
      to: isTelling(task.kind) ? `/coordinator/tasks/${task.id}` : `/coordinator/tasks#${task.id}`,
    };
  });
}

async function waitingListings(tx: ScopeTx, schoolId: string): Promise<Waiting[]> {
  const queue = await findReviewQueue(tx, { schoolId });
  if (!queue) return [];
  const { count, since } = queue;
  return [
    { ...NOTHING_MORE, key: "in_review", kind: "listings", title: "", count, since, to: "/coordinator/listings" },
  ];
}
