import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listIntroductions } from "~db/introductions.server";
import { countListings } from "~db/listings.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenTasks } from "~db/staff-tasks.server";
import { countWaiting } from "~db/waiting.server";

/** One thing that waits for a coordinator, with the page of its one action. */
export interface Waiting {
  key: string;
  kind: "request" | "introduction" | "task";
  title: string;
  detail: string;
  /** Which task, for `task`. */
  taskKind: string;
  since: string;
  to: string;
}

/** Shown on the first page; the rest is behind the lists. */
const SHOWN = 12;

/** The coordinator's home: what needs them, ordered by who waits longest. */
export async function openCoordinatorHome(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    // Each list comes longest waiting first, so the first rows of all are among the first rows of each.
    const requests = await listPursuits(tx, { schoolId, states: ["requested"], limit: SHOWN });
    const introductions = await listIntroductions(tx, { schoolId, states: ["submitted", "in_review"], limit: SHOWN });
    const tasks = await listOpenTasks(tx, { schoolId, limit: SHOWN });
    const waiting: Waiting[] = [
      ...requests.map((pursuit) => ({
        key: pursuit.pursuit_id,
        kind: "request" as const,
        taskKind: "",
        title: `${pursuit.student_full_name} → ${pursuit.title}`,
        detail: pursuit.organisation_name,
        since: pursuit.updated_at,
        to: `/coordinator/pursuits/${pursuit.pursuit_id}`,
      })),
      ...introductions.map((introduction) => ({
        key: introduction.id,
        kind: "introduction" as const,
        taskKind: "",
        title: introduction.mentor_name,
        detail: introduction.does_what,
        since: introduction.created_at,
        to: `/coordinator/introductions/${introduction.id}`,
      })),
      ...tasks.map((task) => ({
        key: task.id,
        kind: "task" as const,
        taskKind: task.kind,
        title: "",
        detail: detailOf(task.props),
        since: task.opened_at,
        to: `/coordinator/tasks#${task.id}`,
      })),
    ];
    const counts = await countWaiting(tx, { schoolId });
    waiting.sort((a, b) => a.since.localeCompare(b.since) || a.key.localeCompare(b.key));
    return done({
      waiting: waiting.slice(0, SHOWN),
      total: counts.requests + counts.introductions + counts.tasks,
      inReview: await countListings(tx, { schoolId, state: "in_review" }),
      timeZone: school.time_zone,
      schoolName: school.name,
    });
  });
}

function detailOf(props: unknown): string {
  const { title, organisation, guardian, mentor } = (props ?? {}) as Record<string, unknown>;
  return [title, organisation, guardian, mentor].filter((part) => typeof part === "string" && part !== "").join(" · ");
}
