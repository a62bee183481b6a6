import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findStudentsAtOnce } from "~db/mentor-capacity.server";
import { withScope } from "~db/scope.server";

export interface StudentsAtOnce {
  /** Null where nobody said. */
  atOnce: number | null;
  /** Why staff of a school set the number; empty for what the mentor said. */
  reason: string;
}

/** How many students the mentor who asks takes at once, and why, where it was not the mentor who said so. */
export async function ownStudentsAtOnce(wiring: Wiring, actor: MentorActor): Promise<StudentsAtOnce> {
  const own = await withScope(wiring, actor, (tx) => findStudentsAtOnce(tx, actor));
  return { atOnce: own?.students_at_once ?? null, reason: own?.at_once_reason ?? "" };
}
