import { cast } from "~db/cast";
import * as along from "~db/goes-along.server";
import * as warnings from "~db/transfer-warnings.server";
import * as transfers from "~db/transfers.server";
import type { Query } from "./queries";
import { theirMoves } from "./transfer-rows";

const { arrivalId, toSchoolId } = theirMoves;
const { monique } = cast;
const MOMENT = "2026-10-16T12:00:00Z";

/** The queries about students who go to another school. */
export const TRANSFER_CALLS: Record<string, Query> = {
  "transfers/insertTransfer": (tx, { schoolId, districtId, now }) =>
    transfers.insertTransfer(tx, {
      ...{ districtId, schoolId, toSchoolId, studentId: cast.minh.personId, studentName: "x", now },
      ...{ lastDay: "2026-10-23", firstDay: "2026-10-26", asksFirst: false, leftAt: null },
    }),
  "transfers/lockTransferTo": (tx, { schoolId }) => transfers.lockTransferTo(tx, { schoolId, transferId: arrivalId }),
  "transfers/answerTransfer": async (tx, their) =>
    (await transfers.answerTransfer(tx, { ...their, answer: "taken_back" })) || null,
  "transfers/listDueTransfers": (tx, { schoolId }) => transfers.listDueTransfers(tx, { schoolId, on: "2030-01-01" }),
  "transfers/listUnansweredTransfers": (tx, { schoolId }) =>
    transfers.listUnansweredTransfers(tx, { schoolId, before: "2030-01-01" }),
  "transfers/renameInTransfers": (tx, their) => transfers.renameInTransfers(tx, { ...their, name: "x" }),
  "transfer-warnings/updateAsksFirst": (tx, their) => warnings.updateAsksFirst(tx, { ...their, asksFirst: true }),
  "transfer-warnings/findWhomToAsk": async (tx, { schoolId, studentId }) => {
    const row = { received_at: MOMENT, received_as: studentId };
    await tx.updateTable("transfers").set(row).where("id", "=", arrivalId).execute();
    return warnings.findWhomToAsk(tx, { schoolId, studentId });
  },
  // Addresses bear the mark of the tests, and no account has them.
  "goes-along/listMailsLettingIn": async (tx, { schoolId, on }) => {
    const { personId, mail } = cast.ines;
    await tx
      .updateTable("contact_points")
      .set({ value: mail })
      .where("school_id", "=", schoolId)
      .where("person_id", "=", personId)
      .where("kind", "=", "mail")
      .execute();
    return along.listMailsLettingIn(tx, { schoolId, personId, role: "coordinator", on });
  },
  "goes-along/findGuardianLetInBy": async (tx, { schoolId, on }) => {
    const row = await tx.selectFrom("people").select("full_name").where("id", "=", monique.personId).executeTakeFirst();
    const asked = { schoolId, mail: monique.mail, fullName: row?.full_name ?? monique.name, on };
    return along.findGuardianLetInBy(tx, asked);
  },
  "goes-along/hasUndecidedLink": async (tx, { schoolId, guardianId, on }) => {
    await tx
      .updateTable("guardian_links")
      .set({ rights_undecided: true })
      .where("school_id", "=", schoolId)
      .where("guardian_id", "=", guardianId)
      .execute();
    return along.hasUndecidedLink(tx, { schoolId, guardianId, on });
  },
};
