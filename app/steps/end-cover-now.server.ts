import type { StaffActor } from "~/domain/actor";
import { endOfCover } from "~/domain/advisory/cover";
import type { Wiring } from "~/wiring";
import { deleteCover, type lockCover, putLastDayOfCover } from "~db/advisory-covers.server";
import { recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { tellOfCover } from "./tell-of-cover.server";

interface Ending {
  actor: StaffActor;
  cover: NonNullable<Awaited<ReturnType<typeof lockCover>>>;
  /** The civil date where the school is. */
  today: string;
  now: Date;
}

/** Ends a cover that is not over: from this moment on who covered reads nothing of the advisory, and hears that. */
export async function endCoverNow(tx: ScopeTx, wiring: Wiring, { actor, cover, today, now }: Ending): Promise<void> {
  const { schoolId } = actor;
  const { id: coverId, advisor_id: advisorId, cover_id: personId, from_on: from, to_on: to } = cover;
  const end = endOfCover({ from }, today);
  if (end === "gone") await deleteCover(tx, { schoolId, coverId });
  else await putLastDayOfCover(tx, { schoolId, coverId, lastDay: end.lastDay });
  const act = { actor, noun: "advisory", nounId: cover.advisory_id, transition: "end_cover", now };
  await recordAct(tx, { ...act, onBehalfOf: advisorId, from: `${from}/${to}`, reason: personId });
  const told = { id: coverId, advisory: cover.advisory_name, advisorId, personId, from, to };
  await tellOfCover(tx, wiring, { actor, event: "ended", cover: told, now });
}
