import type { Actor } from "~/domain/actor";
import { type AboutMentor, isSayable, saysTheSame } from "~/domain/mentor/about-mentor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { lockAboutMentor, writeAboutMentor } from "~db/mentor-about.server";
import { withScope } from "~db/scope.server";

export interface AboutSelf {
  about: AboutMentor;
  /** The revision that the form was opened with. */
  seen: number;
}

/**
 * A mentor says what they like, which languages they speak and how many years they have had students. Plans made from now on,
 * and every page about a pair, go by it. It is about whoever asks, never about a colleague, and takes the place of what a
 * school said for them. What was said since the form was opened is not overwritten: `changed_before`. The same form sent
 * twice is kept once.
 */
export async function sayAboutSelf(
  wiring: Wiring,
  actor: Actor,
  { about, seen }: AboutSelf,
): Promise<Outcome<null, "not_permitted" | "not_valid" | "not_found" | "changed_before">> {
  if (actor.kind !== "mentor") return refused("not_permitted");
  if (!isSayable(about)) return refused("not_valid");
  const { districtId, mentorId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const before = await lockAboutMentor(tx, { districtId, mentorId });
    if (!before) return refused("not_found");
    if (before.revision !== seen) {
      const isDone = before.bySchoolId === null && saysTheSame(before.about, about);
      return isDone ? done(null) : refused("changed_before");
    }
    await writeAboutMentor(tx, { districtId, mentorId, about, revision: seen + 1, bySchoolId: null, reason: "" });
    return done(null);
  });
}
