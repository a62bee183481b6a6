import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Visit } from "~db/visits.server";
import { cancelVisitsBehind } from "./cancel-visits.server";
import { doChecksHoldToTheEnd } from "./checks-hold.server";
import { meetGateByChecks, openGateAgain, restsOnChecks } from "./gates.server";
import { isClearedOn } from "./visit-gates.server";

interface Settling {
  actor: SchoolActor;
  /** Of a locked student. */
  pursuit: PursuitFacts;
  /** Somebody's check came back "not clear", which nobody knew before: then what a person confirmed counts no more either. */
  isFailure: boolean;
  on: string;
  now: Date;
}

/**
 * Brings the clearance gate of a pursuit to what the checks of everybody named say today, whichever changed: a check, who is named, or
 * the last day. One that waited closes where they hold, one that rested on them opens again where they do not, and dated visits on
 * days on which somebody is not cleared are taken off. A gate that a person confirmed stays while nobody else is named, unless a check has failed.
 */
export async function settleClearance(
  tx: ScopeTx,
  wiring: Wiring,
  settling: Settling,
): Promise<"closed" | "reopened" | "as_it_was"> {
  const { actor, pursuit, isFailure, on, now } = settling;
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const gate = (await listGates(tx, { schoolId, pursuitId })).find(({ kind }) => kind === "clearance");
  if (!gate) return "as_it_was";
  if (gate.state === "open" && (await meetGateByChecks(tx, { actor, pursuit, on, now }))) return "closed";
  const mayOpen = gate.state !== "open" && (isFailure || (await restsOnChecks(tx, pursuit, gate)));
  const opens = mayOpen && !(await doChecksHoldToTheEnd(tx, { pursuit, on }));
  const reason = isFailure ? "a check did not come back clear" : "not everybody named is cleared any more";
  if (opens) await openGateAgain(tx, { actor, pursuitId, kind: "clearance", reason, now });
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const rows = await listGates(tx, { schoolId, pursuitId });
  const isGoodWithout = ({ starts_at: at }: Visit) =>
    isClearedOn(tx, { pursuit, rows, day: at === null ? on : civilDate(new Date(at), timeZone) });
  const off = await cancelVisitsBehind(tx, wiring, { actor, pursuit, gate: "clearance", reason, isGoodWithout, now });
  return opens || off > 0 ? "reopened" : "as_it_was";
}
