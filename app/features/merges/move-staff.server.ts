import type { StaffActor } from "~/domain/actor";
import { closeInvitations, closePlaces } from "~db/family-places.server";
import {
  EVERY,
  KEYS_THAT_MOVE,
  OPEN_TASKS,
  pointToldPerson,
  preferOwnPersonPoints,
  takeDoubledPersonPoints,
} from "~db/guardian-moves.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { keptAs, pointRows, type Reference } from "~db/moved-rows.server";
import { KEPT_AS } from "~db/person-references.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import { listCoversOf, takeOwnCovers, whatIsToCome } from "~db/staff-moves.server";
import { STAFF_REFERENCES as REFERENCES, STAFF_KEPT_AS } from "~db/staff-references.server";

interface MovingStaff {
  actor: StaffActor;
  mergeId: string;
  from: string;
  to: string;
  now: Date;
  /** Today at the school. */
  on: string;
}

/** Has what one of the staff is there for name another, and keeps which rows those were. What is over stays with who did it. */
export async function moveStaff(tx: ScopeTx, { actor, mergeId, from, to, now, on }: MovingStaff): Promise<void> {
  const { schoolId, districtId } = actor;
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  const point = async (reference: Reference, unless = EVERY) => {
    const moves = await pointRows(tx, { reference, ownerId: schoolId, from, to, unless });
    await keep(keptAs(reference), moves);
    return moves.map(({ key }) => key);
  };
  const pair = { schoolId, from, to };
  const toCome = whatIsToCome({ on, now, to });
  await keep(keptAs(REFERENCES.covers), await takeOwnCovers(tx, { ...pair, on }));
  await point(REFERENCES.covers, toCome.covers);
  const advisories = await point(REFERENCES.advisories);
  await keep(STAFF_KEPT_AS.knownCovers, await listCoversOf(tx, { schoolId, advisories }));
  await point(REFERENCES.contacts);
  await point(REFERENCES.sequences);
  await point(REFERENCES.meetings, toCome.meetings);
  await point(REFERENCES.seats, toCome.seats);
  // While the addresses are still on the own page: an undo opens no place to one that was taken away since.
  await keep(KEPT_AS.places, await closePlaces(tx, { schoolId, personId: from, on }));
  await keep(KEPT_AS.invitations, await closeInvitations(tx, { schoolId, personId: from, now }));
  await keep(keptAs(REFERENCES.points), await takeDoubledPersonPoints(tx, pair));
  const came = await point(REFERENCES.points);
  await keep(KEPT_AS.unpreferred, await preferOwnPersonPoints(tx, { schoolId, personId: to, came }));
  const keys = await throughIdentity(tx, (identity) =>
    pointRows(identity, { reference: REFERENCES.keysOfMails, ownerId: schoolId, from, to, unless: KEYS_THAT_MOVE }),
  );
  await keep(keptAs(REFERENCES.keysOfMails), keys);
  await point(REFERENCES.tasks, OPEN_TASKS);
  await keep(KEPT_AS.toldPerson, await pointToldPerson(tx, pair));
}
