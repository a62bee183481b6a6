import type { Actor } from "../actor";

/** Only admins look after queues and engines: errors name ids, and a discarded change has to be made again by hand. */
export function mayOperate(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
