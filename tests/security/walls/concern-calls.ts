import { sql } from "kysely";
import { cast } from "~db/cast";
import * as watch from "~db/concern-watch.server";
import * as concerns from "~db/concerns.server";
import * as led from "~db/led-by-mentor.server";
import * as links from "~db/links.server";
import * as recall from "~db/mail-recall.server";
import * as leads from "~db/safeguarding-leads.server";
import { putSettings, setTakesOffers } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import * as suspensions from "~db/suspensions.server";
import { theirSuspension } from "./furniture";
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
      reported: null,
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
  "suspensions/insertSuspension": async (tx, { schoolId, districtId, mentorId, now }) => {
    await asAdmin(tx);
    return suspensions.insertSuspension(tx, { schoolId, districtId, mentorId, now });
  },
  "suspensions/endSuspension": async (tx, { districtId, now }) => {
    await asAdmin(tx);
    return suspensions.endSuspension(tx, { districtId, suspensionId: theirSuspension, now });
  },
  "suspensions/insertReason": async (tx, { schoolId, districtId, now }) => {
    await asAdmin(tx);
    const words = { what: "lifted", body: "x", writtenBy: cast.priya.personId, notFor: [] } as const;
    return suspensions.insertReason(tx, { schoolId, districtId, suspensionId: theirSuspension, ...words, now });
  },
  "suspensions/listReasons": async (tx, { schoolId }) => {
    await asAdmin(tx);
    return suspensions.listReasons(tx, { schoolId, mentorId: cast.theo.personId });
  },
  "suspensions/findStandingSuspension": (tx, { districtId }) =>
    suspensions.findStandingSuspension(tx, { districtId, mentorId: cast.theo.personId }),
  "suspensions/lockMentor": (tx, { districtId, mentorId }) => suspensions.lockMentor(tx, { districtId, mentorId }),
  "suspensions/writeSuspendedAt": async (tx, { districtId, mentorId, now }) => {
    await asAdmin(tx);
    return suspensions.writeSuspendedAt(tx, { districtId, mentorId, at: now });
  },
  "suspensions/postponePursuits": (tx, { schoolId, pursuitId, now }) =>
    suspensions.postponePursuits(tx, { schoolId, pursuitIds: [pursuitId], since: new Date(0), now }),
  "led-by-mentor/lockLedByMentor": (tx, { schoolId, mentorId }) => led.lockLedByMentor(tx, { schoolId, mentorId }),
  "led-by-mentor/insertPause": (tx, { schoolId, districtId, listingId }) =>
    led.insertPause(tx, {
      ...{ schoolId, districtId, suspensionId: theirSuspension },
      ...{ noun: "listing", id: listingId, stateBefore: "published" },
    }),
  "led-by-mentor/listPauses": (tx, { schoolId }) => led.listPauses(tx, { schoolId, suspensionId: theirSuspension }),
  "links/endLinksOf": (tx, { schoolId, guardianId, now }) =>
    links.endLinksOf(tx, { schoolId, personId: guardianId, now }),
  "links/endMailedLinks": (tx, { schoolId, guardianId, now }) =>
    links.endMailedLinks(tx, { schoolId, personId: guardianId, mail: "another@example.org", now }),
  "mail-recall/recallMentorMails": (tx, { schoolId, mentorId, now }) =>
    recall.recallMentorMails(tx, { schoolId, mentorId, now }),
  "schools/setTakesOffers": (tx, { schoolId }) => setTakesOffers(tx, { schoolId, takesOffers: false }),
  "schools/putSettings": (tx, { schoolId }) => putSettings(tx, { schoolId, settings: { concernMinutes: 45 } }),
};
