import { type Actor, isCoordinator, type SchoolActor, type StaffActor } from "../actor";

/** Coordinators and admins see the fund, propose, approve and record what was paid. */
export function mayUseFund(actor: Actor | SchoolActor): actor is StaffActor {
  return isCoordinator(actor);
}

/** Only admins connect an account at Stripe, change the gift-acceptance rule and take down cheques. */
export function mayRunFund(actor: Actor | SchoolActor): actor is StaffActor {
  return actor.kind === "staff" && actor.role === "admin";
}
