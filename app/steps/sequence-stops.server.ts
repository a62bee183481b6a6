import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import type { Stop } from "~/domain/outreach/sequence";
import { recallOutreach } from "~db/mail-recall.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listOpenEnrolments, putNext, stopEnrolments } from "~db/sequence-contacts.server";
import { deleteUnsent, listPromised } from "~db/sequence-mails.server";

type Who = Pick<StaffActor | SystemActor, "schoolId" | "districtId">;

/** A contact gets no further mail of any sequence of the school, and none that is on its way to leave. They are locked by the transaction. */
export async function stopSequences(
  tx: ScopeTx,
  { actor, contactId, stop, now }: { actor: Who; contactId: string; stop: Stop; now: Date },
): Promise<void> {
  const enrolmentIds = await listOpenEnrolments(tx, { schoolId: actor.schoolId, contactId });
  await stopThese(tx, { actor, enrolmentIds, stop, now });
}

/** The same for some places in sequences. */
export async function stopThese(
  tx: ScopeTx,
  { actor, enrolmentIds, stop, now }: { actor: Who; enrolmentIds: readonly string[]; stop: Stop; now: Date },
): Promise<void> {
  await takeBackUnsent(tx, { actor, enrolmentIds, now });
  await stopEnrolments(tx, { schoolId: actor.schoolId, enrolmentIds, stop });
}

/**
 * Takes back what no provider knows of: those mails are to come again, today or whenever the sequence goes on. Nobody was written to, so
 * neither their page nor the cap of the district counts it.
 */
export async function takeBackUnsent(
  tx: ScopeTx,
  { actor, enrolmentIds, now }: { actor: Who; enrolmentIds: readonly string[]; now: Date },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const promised = await listPromised(tx, { schoolId, enrolmentIds });
  const mailKeys = promised.map(({ mailKey }) => mailKey);
  const stopped = new Set(await recallOutreach(tx, { schoolId, mailKeys, now }));
  if (stopped.size === 0) return;
  const dueOn = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  for (const one of promised.filter(({ mailKey }) => stopped.has(mailKey))) {
    const { enrolmentId, position } = one;
    await deleteUnsent(tx, { ...one, schoolId, districtId });
    await putNext(tx, { schoolId, enrolmentId, next: { position, dueOn } });
  }
}
