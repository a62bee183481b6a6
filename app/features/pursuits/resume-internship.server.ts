import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance } from "~/lifecycle.server";
import { findLeadSeat } from "~/steps/lead-seat.server";
import { settleClearance } from "~/steps/settle-clearance.server";
import { tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import { lockEngagementOf, writeEngagementLead } from "~db/engagements.server";
import { listGates } from "~db/gates.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type ResumeRefusal = "not_permitted" | "not_found" | "is_not_paused" | "lead_missing" | "gate_open";

/**
 * A coordinator lets a paused internship go on with the mentor who leads its place now, once the school has read who that is and every
 * step is closed. Student and family are told where that is somebody else; of the same mentor who was suspended staff tell them by phone.
 */
export async function resumeInternship(
  wiring: Wiring,
  actor: Actor,
  { pursuitId }: { pursuitId: string },
): Promise<Outcome<null, ResumeRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, ResumeRefusal>> => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (!pursuit) return refused("not_found");
    const engagement = await lockEngagementOf(tx, { schoolId, pursuitId });
    if (engagement?.state !== "paused") return refused("is_not_paused");
    if ((await findLeadSeat(tx, pursuit)) !== "seated") return refused("lead_missing");
    // Who leads the place may be new, and the job that looks at their checks is not done yet.
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    await settleClearance(tx, wiring, { actor, pursuit, isFailure: false, on, now });
    const gates = await listGates(tx, { schoolId, pursuitId });
    if (gates.some(({ state }) => state === "open")) return refused("gate_open");
    await writeEngagementLead(tx, { schoolId, engagementId: engagement.id, leadMentorId: pursuit.lead_mentor_id });
    const isNew = engagement.lead_mentor_id !== pursuit.lead_mentor_id;
    const news = { wiring, pursuit, event: "lead_new", now } as const;
    await advance(tx, {
      ...{ actor, noun: "engagement", id: engagement.id, move: "resume", met: ["no_open_gate"], now },
      notices: {
        student: async () => {
          if (isNew) await tellStudent(tx, news);
        },
        guardian: async () => {
          if (isNew) await tellFamily(tx, news);
        },
        // Whoever leads it now arranged this with the coordinator; the page of the place says that it goes on.
        mentor: async () => {},
      },
    });
    return done(null);
  });
}
