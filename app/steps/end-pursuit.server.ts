import type { SchoolActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withdrawDisclosure } from "~db/disclosures.server";
import { freePlaceAndSeat } from "~db/listings.server";
import { recallFirstContact } from "~db/mail-recall.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { dropSupport } from "./arrange-support.server";
import { cancelComingVisits } from "./cancel-visits.server";
import { closeGateTask } from "./clearance-task.server";
import { refreshSearch } from "./places.server";
import { closeWanted } from "./reach-lead.server";
import { tellMentor } from "./tell.server";

interface Ending {
  actor: SchoolActor;
  pursuit: PursuitFacts;
  now: Date;
}

/**
 * Frees place and seat of a pursuit that has ended, and lets the host read nothing about the student any more: neither on
 * their page nor in a first contact that still waits to leave, as when a mentor answers on the page first. No visit of it is
 * to come, no support is to be arranged, and nothing waits for the host.
 */
export async function cleanUpPursuit(tx: ScopeTx, wiring: Wiring, ending: Ending): Promise<void> {
  const key = { schoolId: ending.pursuit.school_id, pursuitId: ending.pursuit.pursuit_id };
  await freePlaceAndSeat(tx, key);
  await cancelComingVisits(tx, wiring, { ...ending, reason: "the pursuit ended" });
  await dropSupport(tx, ending.pursuit, ending.now);
  await closeGateTask(tx, { ...key, note: "The pursuit ended.", now: ending.now });
  await closeWanted(tx, {
    ...ending,
    wanted: ["wants_contact", "wants_offer", "takes_offer"],
    note: "The pursuit ended.",
  });
  await refreshSearch(tx, ending.pursuit);
  await withdrawDisclosure(tx, { ...key, now: ending.now });
  await recallContact(tx, ending);
}

/**
 * Tells the host who was contacted that it ends. A first contact that no provider has yet is stopped instead: then the host
 * never hears of the student at all.
 */
export async function tellMentorOfEnd(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, event, now }: Ending & { event: "withdrawn" | "expired" },
): Promise<void> {
  if (await recallContact(tx, { actor, pursuit, now })) return;
  await tellMentor(tx, { wiring, pursuit, event, now });
}

/** Stops a first contact that no provider has yet, with its row in the audit log; answers whether it was stopped. */
export async function recallContact(tx: ScopeTx, { actor, pursuit, now }: Ending): Promise<boolean> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  if (!(await recallFirstContact(tx, { schoolId, pursuitId, now }))) return false;
  const reason = "the first contact had not left";
  await recordAct(tx, { actor, noun: "pursuit", nounId: pursuitId, transition: "recall", reason, now });
  return true;
}
