import type { MentorActor } from "~/domain/actor";
import { type ShownAbout, showAbout } from "~/steps/shown-about.server";
import type { Wiring } from "~/wiring";
import { findAboutMentor } from "~db/mentor-about.server";
import { withScope } from "~db/scope.server";

/** What is said about the mentor who asks, and by whom; null for one whom the organisation does not have any more. */
export async function ownAbout(wiring: Wiring, actor: MentorActor): Promise<ShownAbout | null> {
  return withScope(wiring, actor, async (tx) => {
    const row = await findAboutMentor(tx, actor);
    return row ? showAbout(tx, row) : null;
  });
}
