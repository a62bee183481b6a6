import type { StaffActor } from "~/domain/actor";
import type { FamilyLink } from "~/domain/merge/guardians";
import { lettersOf } from "~/domain/notice/letter-code";
import { rightsInWords } from "~/domain/people/link-rights";
import { recordAct } from "~db/audit.server";
import { leadLettersOn } from "~db/consent-letters.server";
import { closeInvitations, closePlaces, isLetIn } from "~db/family-places.server";
import {
  EVERY,
  KEYS_THAT_MOVE,
  OPEN_TASKS,
  pointKeysOfRequest,
  pointTasksOfRequest,
  pointToldPerson,
  preferOwnPersonPoints,
  takeDoubledLinks,
  takeDoubledPersonPoints,
  takeDoubledRequests,
  writeMergedLink,
} from "~db/guardian-moves.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { keptAs, pointRows, type Reference } from "~db/moved-rows.server";
import { KEPT_AS, GUARDIAN_REFERENCES as REFERENCES } from "~db/person-references.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

export interface MovingGuardian {
  actor: StaffActor;
  mergeId: string;
  from: string;
  to: string;
  now: Date;
  /** Today at the school. */
  on: string;
}

/** Has what names one guardian name another, and keeps which rows those were. `links` are the ties to students of both. */
export async function moveGuardian(
  tx: ScopeTx,
  { actor, mergeId, from, to, now, on, links }: MovingGuardian & { links: readonly FamilyLink[] },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  const point = async (reference: Reference, unless = EVERY) => {
    const moves = await pointRows(tx, { reference, ownerId: schoolId, from, to, unless });
    await keep(keptAs(reference), moves);
    return moves;
  };
  const pair = { schoolId, from, to };
  for (const link of links) {
    const [before] = await writeMergedLink(tx, { schoolId, guardianId: to, link });
    if (!before) throw new Error("a tie of both is a tie of the kept one");
    await keep(KEPT_AS.writtenLinks, [before]);
    const act = { actor, noun: "guardian_link", nounId: before.key.id ?? "", transition: "merge", now };
    await recordAct(tx, { ...act, to: rightsInWords(link), evidence: `${from} into ${to}` });
  }
  await keep(keptAs(REFERENCES.links), await takeDoubledLinks(tx, pair));
  await point(REFERENCES.links);
  const { taken, stays, scans } = await takeDoubledRequests(tx, pair);
  await keep(keptAs(REFERENCES.consents), taken);
  await keep(KEPT_AS.scansOfRequests, scans);
  for (const { takenId, staysId } of stays) {
    const requests = { schoolId, from: takenId, to: staysId };
    const keys = await throughIdentity(tx, (identity) => pointKeysOfRequest(identity, requests));
    await keep(KEPT_AS.keysOfRequests, keys);
    await keep(KEPT_AS.tasksOfRequests, await pointTasksOfRequest(tx, requests));
    const letterCodes = lettersOf(taken.find(({ key }) => key.id === takenId)?.before);
    await leadLettersOn(tx, { schoolId, consentId: staysId, letterCodes });
  }
  await point(REFERENCES.consents);
  await keep(KEPT_AS.invitations, await closeInvitations(tx, { schoolId, personId: from, now }));
  // While the addresses are still theirs: a place opens again only to one that still is.
  if (await isLetIn(tx, { schoolId, personId: to, on }))
    await keep(KEPT_AS.places, await closePlaces(tx, { schoolId, personId: from, on }));
  else await point(REFERENCES.memberships);
  await keep(keptAs(REFERENCES.points), await takeDoubledPersonPoints(tx, pair));
  const came = (await point(REFERENCES.points)).map(({ key }) => key);
  await keep(KEPT_AS.unpreferred, await preferOwnPersonPoints(tx, { schoolId, personId: to, came }));
  await point(REFERENCES.introductions);
  const keys = await throughIdentity(tx, (identity) =>
    pointRows(identity, { reference: REFERENCES.keysOfMails, ownerId: schoolId, from, to, unless: KEYS_THAT_MOVE }),
  );
  await keep(keptAs(REFERENCES.keysOfMails), keys);
  await point(REFERENCES.tasks, OPEN_TASKS);
  await keep(KEPT_AS.toldPerson, await pointToldPerson(tx, pair));
}
