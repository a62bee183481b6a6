import { sql } from "kysely";
import { cast } from "~db/cast";
import * as watch from "~db/concern-watch.server";
import * as concerns from "~db/concerns.server";
import * as leads from "~db/safeguarding-leads.server";
import { putSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Query } from "./queries";

/** What the job that watches over reports writes: the same transaction, as if that job had opened it. */
const asWatch = (tx: ScopeTx) => sql`select set_config('app.job', 'watch-concern', true)`.execute(tx);
/** Only an admin names leads: the same transaction, as if Lakeview's admin had opened it. */
const asAdmin = (tx: ScopeTx) => sql`select set_config('app.person_id', ${cast.priya.personId}, true)`.execute(tx);
const WHEN = { on: "2026-10-15", holdsOn: "2026-10-17" };
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
      names: { about: [], reporter: "x" },
    }),
  "concerns/listConcernWords": (tx, { schoolId, concernId }) =>
    concerns.listConcernWords(tx, { schoolId, concernIds: [concernId] }),
  "concerns/listFullNames": (tx, { schoolId, studentId }) =>
    concerns.listFullNames(tx, { schoolId, ids: [studentId], pursuitId: null }),
  "concerns/listFamilyOf": (tx, { schoolId, studentId }) =>
    concerns.listFamilyOf(tx, { schoolId, studentIds: [studentId], pursuitId: null }),
  "concerns/listOwnReceipts": (tx) => concerns.listOwnReceipts(tx, { accountId, linkId: null }),
  "concerns/insertConcernRead": (tx, their) => concerns.insertConcernRead(tx, { ...their, personId }),
  "concern-watch/takeConcernOn": (tx, their) => watch.takeConcernOn(tx, { ...their, personId }),
  "concern-watch/letConcernWait": async (tx, their) => {
    await watch.takeConcernOn(tx, { ...their, personId });
    return watch.letConcernWait(tx, { ...their, takenBy: personId });
  },
  "concern-watch/listTold": async (tx, their) => {
    await asWatch(tx);
    return watch.listTold(tx, { ...their, since: "2026-10-01" });
  },
  "concern-watch/listConcernsTakenByOthers": (tx, { schoolId }) =>
    watch.listConcernsTakenByOthers(tx, { schoolId, readers: [] }),
  "concern-watch/writeConcernCall": async (tx, their) => {
    await asWatch(tx);
    return watch.writeConcernCall(tx, { ...their, stage: 1, personIds: [personId] });
  },
  "concerns/listContactedMentors": (tx, { schoolId }) =>
    concerns.listContactedMentors(tx, { schoolId, studentIds: null }),
  "safeguarding-leads/insertLead": async (tx, their) => {
    await asAdmin(tx);
    return leads.insertLead(tx, { ...their, personId: cast.tom.personId, ...WHEN });
  },
  "safeguarding-leads/endLead": async (tx, their) => {
    await asAdmin(tx);
    return leads.endLead(tx, { ...their, personId, ...WHEN });
  },
  "safeguarding-leads/listLeadChanges": (tx, { schoolId }) =>
    leads.listLeadChanges(tx, { schoolId, since: "2020-01-01" }),
  "safeguarding-leads/stopLeadChange": async (tx, their) => {
    await asAdmin(tx);
    await leads.endLead(tx, { ...their, personId, ...WHEN });
    return leads.stopLeadChange(tx, { ...their, personId, on: WHEN.on });
  },
  "schools/putSettings": (tx, { schoolId }) => putSettings(tx, { schoolId, settings: { concernMinutes: 45 } }),
};
