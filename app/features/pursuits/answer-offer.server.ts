import type { Actor, StudentActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { beginsEngagement } from "~/domain/pursuit/gates";
import { LIVE_STATES } from "~/domain/pursuit/lifecycle";
import { staysOverlap } from "~/domain/pursuit/places";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { cleanUpPursuit } from "~/steps/end-pursuit.server";
import { tellCoordinators, tellMentor } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertEngagement } from "~db/engagements.server";
import { listPlacementDays } from "~db/listings.server";
import { listPursuits, lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";

type Answer = Outcome<{ state: string; withdrawn: number }, AdvanceRefusal>;

/**
 * The student takes an offer or says no. Taking an internship withdraws the student's other live internship pursuits whose
 * days and dates overlap, with notice to those hosts, and nothing else. What begins is an engagement that is not started.
 */
export async function answerOffer(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; answer: "take" | "no_thanks" },
): Promise<Answer> {
  if (actor.kind !== "student") return refused("not_permitted");
  return withScope(wiring, actor, async (tx): Promise<Answer> => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (pursuit?.student_id !== actor.personId) return refused("not_found");
    return input.answer === "take" ? take(tx, wiring, actor, pursuit) : refuseOffer(tx, wiring, actor, pursuit);
  });
}

async function take(tx: ScopeTx, wiring: Wiring, actor: StudentActor, pursuit: PursuitFacts): Promise<Answer> {
  const now = wiring.clock.now();
  let withdrawn = 0;
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "accept",
    met: [],
    notices: {
      mentor: () => tellMentor(tx, { wiring, pursuit, event: "accepted", now }),
      family: () => tellFamily(tx, { wiring, pursuit, event: "accepted", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "accepted", now }),
      "withdrawn-hosts": async () => {
        withdrawn = await withdrawOverlapping(tx, wiring, actor, pursuit);
      },
    },
    set: { updated_at: now.toISOString() },
    now,
  });
  if (!moved.ok) return moved;
  if (beginsEngagement(pursuit.kind)) await beginEngagement(tx, actor, pursuit, now);
  return done({ state: moved.value.to, withdrawn });
}

async function beginEngagement(tx: ScopeTx, actor: StudentActor, pursuit: PursuitFacts, now: Date): Promise<void> {
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
  });
}

async function withdrawOverlapping(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StudentActor,
  taken: PursuitFacts,
): Promise<number> {
  if (taken.kind !== "internship") return 0;
  const others = await listPursuits(tx, { schoolId: actor.schoolId, studentId: actor.personId, states: LIVE_STATES });
  const stay = await stayOf(tx, taken);
  let count = 0;
  for (const other of others) {
    if (other.pursuit_id === taken.pursuit_id || other.kind !== "internship") continue;
    if (!staysOverlap(stay, await stayOf(tx, other))) continue;
    const outcome = await withdrawInScope(tx, wiring, {
      actor,
      pursuit: other,
      because: "took_another",
      reason: `took ${taken.pursuit_id}`,
      now: wiring.clock.now(),
    });
    if (outcome.ok) count += 1;
  }
  return count;
}

async function stayOf(tx: ScopeTx, pursuit: PursuitFacts) {
  const days = await listPlacementDays(tx, { districtId: pursuit.district_id, placementId: pursuit.placement_id });
  return { weekdays: days.map((day) => day.weekday), startsOn: pursuit.starts_on, endsOn: pursuit.ends_on };
}

async function refuseOffer(tx: ScopeTx, wiring: Wiring, actor: StudentActor, pursuit: PursuitFacts): Promise<Answer> {
  const now = wiring.clock.now();
  const at = now.toISOString();
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "refuse_offer",
    met: [],
    notices: {
      mentor: () => tellMentor(tx, { wiring, pursuit, event: "offer_refused", now }),
      family: () => tellFamily(tx, { wiring, pursuit, event: "offer_refused", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "offer_refused", now }),
    },
    set: { ended_at: at, updated_at: at },
    now,
  });
  if (!moved.ok) return moved;
  await cleanUpPursuit(tx, { actor, pursuit, now });
  return done({ state: moved.value.to, withdrawn: 0 });
}
