import { sql } from "kysely";
import { cast } from "~db/cast";
import * as concerns from "~db/concerns.server";
import * as leads from "~db/safeguarding-leads.server";
import { putSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Query } from "./queries";

/** Only an admin names leads: the same transaction, as if Lakeview's admin had opened it. */
const asAdmin = (tx: ScopeTx) => sql`select set_config('app.person_id', ${cast.priya.personId}, true)`.execute(tx);
const { accountId, personId } = cast.ines;
const none = { studentId: null, personId: null, mentorId: null, pursuitId: null };

/** Queries about sealed reports and those who read them. */
export const CONCERN_CALLS: Record<string, Query> = {
  "concerns/insertConcern": (tx, { schoolId, now }) =>
    concerns.insertConcern(tx, {
      ...{ schoolId, now, number: "0000-0002", body: "x", aboutName: "", callPhone: "", readBy: "leads", notFor: [] },
      concernId: "01990000-c000-7000-8000-00000000f002",
      formKey: "01990000-c000-7000-8000-00000000f002",
      reporter: { accountId, linkId: null, personId, as: "staff" },
      about: none,
    }),
  "concerns/listFamilyOf": (tx, { schoolId, studentId }) =>
    concerns.listFamilyOf(tx, { schoolId, studentId, pursuitId: null }),
  "concerns/listOwnReceipts": (tx) => concerns.listOwnReceipts(tx, { accountId, linkId: null }),
  "concerns/insertConcernRead": (tx, their) => concerns.insertConcernRead(tx, { ...their, personId }),
  "concerns/takeConcernOn": (tx, their) => concerns.takeConcernOn(tx, { ...their, personId }),
  "concerns/listContactedMentors": (tx, { schoolId }) =>
    concerns.listContactedMentors(tx, { schoolId, studentIds: null }),
  "concerns/writeConcernStage": (tx, their) => concerns.writeConcernStage(tx, { ...their, stage: 1 }),
  "safeguarding-leads/insertLead": async (tx, their) => {
    await asAdmin(tx);
    return leads.insertLead(tx, { ...their, personId: cast.tom.personId });
  },
  "safeguarding-leads/endLead": async (tx, their) => {
    await asAdmin(tx);
    return leads.endLead(tx, { ...their, personId });
  },
  "schools/putSettings": (tx, { schoolId }) => putSettings(tx, { schoolId, settings: { concernMinutes: 45 } }),
};
