import { done, type Outcome, refused } from "~/domain/outcome";
import { beginsEngagement } from "~/domain/pursuit/gates";
import { LIVE_STATES } from "~/domain/pursuit/lifecycle";
import { staysOverlap } from "~/domain/pursuit/places";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { stayOf } from "~/steps/places.server";
import { closeWanted } from "~/steps/reach-lead.server";
import { tellCoordinators, tellMentor } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertEngagement } from "~db/engagements.server";
import { listPursuits } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import type { Answering } from "./answering";
import { doesLeadWait, type LeadWaits } from "./does-lead-wait.server";

/**
 * The student takes an offer. An internship withdraws the student's other live internship pursuits whose days and dates
 * overlap, with notice to those hosts, and nothing else. What begins is an engagement that is not started; nobody leads one who may
 * not hear of the student.
 */
export async function takeOfferInScope(
  tx: ScopeTx,
  wiring: Wiring,
  answering: Answering,
): Promise<Outcome<{ state: string; withdrawn: number }, AdvanceRefusal | LeadWaits>> {
  const { actor, pursuit, came } = answering;
  // The page says that it is paused; somebody who had it open before answers later.
  if (pursuit.mentor_suspended_at !== null) return refused("still_needed", { missing: "host_reachable" });
  const now = wiring.clock.now();
  if (await doesLeadWait(tx, { pursuit, news: "takes_offer", now })) return refused("lead_waits");
  const news = { wiring, pursuit, event: "accepted", now } as const;
  let withdrawn = 0;
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "accept",
    met: [],
    notices: {
      mentor: () => tellMentor(tx, news),
      family: () => tellFamily(tx, news),
      coordinators: () => tellCoordinators(tx, news),
      "withdrawn-hosts": async () => {
        withdrawn = await withdrawOverlapping(tx, wiring, answering);
      },
    },
    set: { updated_at: now.toISOString() },
    act: came,
    now,
  });
  if (!moved.ok) return moved;
  await closeWanted(tx, { pursuit, wanted: ["takes_offer"], note: "The student takes the place.", now });
  if (beginsEngagement(pursuit.kind)) await beginEngagement(tx, answering, now);
  return done({ state: moved.value.to, withdrawn });
}

async function beginEngagement(tx: ScopeTx, { actor, pursuit, came }: Answering, now: Date): Promise<void> {
  const engagementId = await insertEngagement(tx, {
    schoolId: actor.schoolId,
    districtId: pursuit.district_id,
    pursuitId: pursuit.pursuit_id,
    leadMentorId: pursuit.lead_mentor_id,
    basis: pursuit.basis,
    startsOn: pursuit.starts_on,
    endsOn: pursuit.ends_on,
    now,
  });
  await recordAct(tx, {
    actor,
    noun: "engagement",
    nounId: engagementId,
    transition: "begin",
    to: "not_started",
    reason: `pursuit ${pursuit.pursuit_id}`,
    now,
    ...came,
  });
}

async function withdrawOverlapping(tx: ScopeTx, wiring: Wiring, { actor, pursuit: taken, came }: Answering) {
  if (taken.kind !== "internship") return 0;
  const { school_id: schoolId, student_id: studentId } = taken;
  const others = await listPursuits(tx, { schoolId, studentId, states: LIVE_STATES });
  const stay = await stayOf(tx, taken);
  let count = 0;
  for (const other of others) {
    if (other.pursuit_id === taken.pursuit_id || other.kind !== "internship") continue;
    if (!staysOverlap(stay, await stayOf(tx, other))) continue;
    const outcome = await withdrawInScope(tx, wiring, {
      actor,
      pursuit: other,
      came,
      because: "took_another",
      reason: `took ${taken.pursuit_id}`,
      now: wiring.clock.now(),
    });
    if (outcome.ok) count += 1;
  }
  return count;
}
