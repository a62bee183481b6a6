import type { TransferTold } from "~/domain/mail/subject";
import { answerOf } from "~/domain/people/transfer";
import { findGuardianLink, isMailForPlaces } from "~db/people.server";
import { listRecordReaders } from "~db/record-readers.server";
import type { ScopeTx } from "~db/scope.server";
import { findTransfer } from "~db/transfers.server";

interface Asked {
  schoolId: string;
  /** The move as it was told. */
  told: TransferTold;
  personId: string | null;
  props: unknown;
  /** Where the mail would go; null where a person says it. */
  address: string | null;
  on: string;
}

/** Whether what is told of a move to another school is so, and whether it is its reader's to know, on a day. */
export async function readTransferMail(
  tx: ScopeTx,
  { schoolId, told, personId, props, address, on }: Asked,
): Promise<{ isTrue: boolean; isTheirs: boolean }> {
  const { studentId, transferId, event } = told;
  const transfer = await findTransfer(tx, { schoolId, transferId });
  if (!transfer || personId === null) return { isTrue: false, isTheirs: false };
  const answer = answerOf(transfer);
  const isTrue = event === "announced" ? answer === null || answer === "received" : answer === event;
  const { reader, otherSchool } = props as { reader: string; otherSchool: string | null };
  if (otherSchool !== null && address !== null) {
    if (!(await isMailForPlaces(tx, { schoolId, personId, mail: address, on }))) return { isTrue, isTheirs: false };
  }
  if (reader === "student") return { isTrue, isTheirs: true };
  if (event === "received") {
    const begins = transfer.first_day > on ? transfer.first_day : on;
    const link = await findGuardianLink(tx, { schoolId, studentId, guardianId: personId, on: begins });
    return { isTrue, isTheirs: link !== undefined };
  }
  const own = (await listRecordReaders(tx, { schoolId, studentId, on })).find((one) => one.personId === personId);
  return { isTrue, isTheirs: own !== undefined && (own.mayKnowWhereabouts || otherSchool === null) };
}
