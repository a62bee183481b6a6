import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listMentorNames, listPersonNames } from "~db/names-of.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenTasks, type StaffTask } from "~db/staff-tasks.server";

/** What a task says beside its kind; which of them there are depends on the kind. */
export type TaskFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * What waits for a person at the school, the longest waiting first. Where a task knows ids only (a pair, the recipient of a
 * mail), it comes with the names of now, so that no name outlives its person in a task.
 */
export async function listTasks(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const tasks = await listOpenTasks(tx, { schoolId });
    const people = await listPersonNames(tx, { schoolId, personIds: idsIn(tasks, ["studentId", "personId"]) });
    const mentors = await listMentorNames(tx, { districtId, mentorIds: idsIn(tasks, ["mentorId"]) });
    const names = new Map([...people, ...mentors].map(({ id, full_name }) => [id, full_name]));
    const nameOf = (task: StaffTask, key: string) => names.get(String(factsOf(task)[key] ?? "")) ?? "";
    return done({
      timeZone: school.time_zone,
      tasks: tasks.map((task) => ({
        id: task.id,
        kind: task.kind,
        subject: { noun: task.subject_noun, id: task.subject_id },
        facts: factsOf(task),
        names: {
          student: nameOf(task, "studentId"),
          person: nameOf(task, "personId"),
          mentor: nameOf(task, "mentorId"),
        },
        openedAt: task.opened_at,
      })),
    });
  });
}

function factsOf(task: StaffTask): TaskFacts {
  return (task.props ?? {}) as TaskFacts;
}

function idsIn(tasks: readonly StaffTask[], keys: readonly string[]): string[] {
  const ids = tasks.flatMap((task) => keys.map((key) => factsOf(task)[key]));
  return [...new Set(ids.filter((id) => typeof id === "string" && id !== ""))] as string[];
}
