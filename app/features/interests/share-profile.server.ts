import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findFinishedSitting, shareSittings } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

export interface Sharing {
  advisor: boolean;
  family: boolean;
}

/** A student decides who else reads the profile, and takes it back the same way. */
export async function shareProfile(
  wiring: Wiring,
  actor: Actor,
  { advisor, family }: Sharing,
): Promise<Outcome<Sharing, "not_permitted" | "no_profile">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    if (!(await findFinishedSitting(tx, { schoolId, studentId }))) return refused("no_profile");
    await shareSittings(tx, { schoolId, studentId, forAdvisor: advisor, forFamily: family });
    const to = [advisor && "advisor", family && "family"].filter(Boolean).join(" and ") || "nobody";
    await recordAct(tx, { actor, noun: "interest_profile", nounId: studentId, transition: "share", to, now });
    return done({ advisor, family });
  });
}
