import type { StaffActor } from "~/domain/actor";
import { findStop, type MailStop } from "~/domain/mail/stop";
import { mayOperate } from "~/domain/operations/policy";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findTransport } from "~db/mail-queue.server";
import { withSystem } from "~db/scope.server";

export interface OwnMailStop extends MailStop {
  /** Whether the reader may look at the reason and repair it. */
  mayOperate: boolean;
}

/**
 * What keeps the mail of all schools from leaving, for the homes of those whom families and hosts ask why nothing came. Null while
 * it leaves, and for everybody else. The reason stays with the admins: it may hold what the provider says of the account.
 */
export async function ownMailStop(wiring: Wiring, actor: StaffActor): Promise<OwnMailStop | null> {
  if (!mayDecidePursuits(actor)) return null;
  const wayOut = await withSystem(wiring, (tx) => findTransport(tx, wiring.mailer.name));
  const stop = findStop(wayOut, wiring.clock.now().toISOString());
  return stop && { ...stop, mayOperate: mayOperate(actor) };
}
