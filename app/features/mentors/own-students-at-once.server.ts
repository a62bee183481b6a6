import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findStudentsAtOnce } from "~db/mentor-capacity.server";
import { withScope } from "~db/scope.server";

/** How many students the mentor who asks takes at once; null where they did not say. */
export async function ownStudentsAtOnce(wiring: Wiring, actor: MentorActor): Promise<number | null> {
  return (await withScope(wiring, actor, (tx) => findStudentsAtOnce(tx, actor))) ?? null;
}
