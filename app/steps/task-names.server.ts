import { listMentorNames, listPersonNames } from "~db/names-of.server";
import type { ScopeTx } from "~db/scope.server";
import type { StaffTask } from "~db/staff-tasks.server";

/** What a task says beside its kind; which of them there are depends on the kind. */
export type TaskFacts = Readonly<Record<string, string | number | boolean>>;

/** Whom a task is about, by the names of now; empty where it is about nobody of that kind. */
export interface TaskNames {
  student: string;
  person: string;
  mentor: string;
}

/**
 * The names of whom tasks are about. A task knows ids only (a pair, the recipient of a mail), so that no name outlives its
 * person in one.
 */
export async function findTaskNames(
  tx: ScopeTx,
  { schoolId, districtId, tasks }: { schoolId: string; districtId: string; tasks: readonly StaffTask[] },
): Promise<(task: StaffTask) => TaskNames> {
  const people = await listPersonNames(tx, { schoolId, personIds: idsIn(tasks, ["studentId", "personId"]) });
  const mentors = await listMentorNames(tx, { districtId, mentorIds: idsIn(tasks, ["mentorId"]) });
  const names = new Map([...people, ...mentors].map(({ id, full_name }) => [id, full_name]));
  const nameOf = (task: StaffTask, key: string) => names.get(String(factsOf(task)[key] ?? "")) ?? "";
  return (task) => ({
    student: nameOf(task, "studentId"),
    person: nameOf(task, "personId"),
    mentor: nameOf(task, "mentorId"),
  });
}

export function factsOf(task: StaffTask): TaskFacts {
  return (task.props ?? {}) as TaskFacts;
}

function idsIn(tasks: readonly StaffTask[], keys: readonly string[]): string[] {
  const ids = tasks.flatMap((task) => keys.map((key) => factsOf(task)[key]));
  return [...new Set(ids.filter((id) => typeof id === "string" && id !== ""))] as string[];
}
