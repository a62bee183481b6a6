import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import { inEachSchool } from "~/steps/each-school.server";
import { cleanUpPursuit, tellMentorOfEnd } from "~/steps/end-pursuit.server";
import { tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import { listOverduePursuits, lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/**
 * Nightly: approvals, suggestions and offers whose date has passed end and give their place back; student and host are told.
 * Each in a transaction of its own; one that moved meanwhile is left alone. Answers how many ended.
 */
export function expirePursuits(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "expire-pursuits", async (actor) => {
    const now = wiring.clock.now();
    const overdue = await withScope(wiring, actor, (tx) => listOverduePursuits(tx, { schoolId: actor.schoolId, now }));
    let count = 0;
    for (const pursuitId of overdue) if (await expireOne(wiring, actor, pursuitId)) count += 1;
    return count;
  });
}

function expireOne(wiring: Wiring, actor: SystemActor, pursuitId: string): Promise<boolean> {
  const now = wiring.clock.now();
  const at = now.toISOString();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId });
    if (!pursuit?.expires_at || new Date(pursuit.expires_at) >= now) return false;
    const moved = await advance(tx, {
      actor,
      noun: "pursuit",
      id: pursuitId,
      move: "expire",
      met: [],
      notices: {
        student: () => tellStudent(tx, { wiring, pursuit, event: "expired", now }),
        family: () => tellFamily(tx, { wiring, pursuit, event: "expired", now }),
        mentor: () => tellMentorOfEnd(tx, wiring, { actor, pursuit, event: "expired", now }),
      },
      set: { ended_at: at, updated_at: at },
      now,
    });
    if (moved.ok) await cleanUpPursuit(tx, wiring, { actor, pursuit, now });
    return moved.ok;
  });
}
