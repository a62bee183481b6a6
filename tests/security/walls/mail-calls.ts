import { findAnsweredMail } from "~db/answered-mails.server";
import { cast } from "~db/cast";
import * as points from "~db/contact-points.server";
import * as days from "~db/day-mails.server";
import { isSilentByWish, isSuppressed, isUnwanted, markSent } from "~db/mail-delivery.server";
import * as events from "~db/mail-events.server";
import * as queue from "~db/mail-queue.server";
import {
  enqueueMail,
  hashAddress,
  isMailPromised,
  isMentorSuspended,
  liftBounce,
  suppressAddress,
  suppressMail,
} from "~db/mails.server";
import { listMailsOfMentor, moveDrafts } from "~db/mentor-ways-in.server";
import {
  closeTasksAbout,
  findTask,
  findTaskByLetter,
  hasHadTask,
  listOpenTasksOfKinds,
  markMentorsRead,
} from "~db/staff-tasks.server";
import { writeSuspendedAt } from "~db/suspensions.server";
import { insertCall, listCallsOf } from "~db/task-calls.server";
import { CANARY } from "./canary";
import { otherMentor, theirMail, toldTaskId } from "./furniture";
import type { Query } from "./queries";

const { personId } = cast.monique;

/** The queries of mails, which speak of addresses. */
export const MAIL_CALLS: Record<string, Query> = {
  "contact-points/listPhonesOf": (tx, { schoolId }) => points.listPhonesOf(tx, { schoolId, personId }),
  "contact-points/markMailDead": (tx, their) =>
    points.markMailDead(tx, { ...their, mail: `${CANARY}${theirMail.address}` }),
  "contact-points/markMentorMailDead": (tx, their) =>
    points.markMentorMailDead(tx, { ...their, mail: their.mentorMail }),
  "contact-points/markMailAlive": async (tx, their) => {
    const mail = `${CANARY}${theirMail.address}`;
    await points.markMailDead(tx, { ...their, mail });
    return points.markMailAlive(tx, { ...their, mail });
  },
  "contact-points/markMentorMailAlive": async (tx, their) => {
    await points.markMentorMailDead(tx, { ...their, mail: their.mentorMail });
    return points.markMentorMailAlive(tx, { ...their, mail: their.mentorMail });
  },
  "contact-points/deleteMentorMail": (tx, their) => points.deleteMentorMail(tx, { ...their, mail: their.mentorMail }),
  "contact-points/deleteMailOf": async (tx, { schoolId }) =>
    (await points.deleteMailOf(tx, { schoolId, personId, mail: `${CANARY}${cast.monique.mail}` })) || null,
  "mentor-ways-in/listMailsOfMentor": (tx, their) => listMailsOfMentor(tx, their),
  "mentor-ways-in/moveDrafts": (tx, { districtId, organisationId }) =>
    moveDrafts(tx, {
      ...{ districtId, organisationIds: [organisationId] },
      ...{ from: cast.ingrid.accountId, to: otherMentor.accountId },
    }),
  "mail-delivery/isUnwanted": (tx, { districtId }) => isUnwanted(tx, { mail: "unwanted@example.org", districtId }),
  "day-mails/listDayReaders": (tx, { schoolId }) => days.listDayReaders(tx, { schoolId }),
  "day-mails/hasHadDay": (tx, { schoolId }) =>
    days.hasHadDay(tx, { schoolId, reader: { personId, mentorId: null }, on: "2026-10-14", timeZone: "UTC" }),
  "mail-delivery/isSilentByWish": (tx, { districtId }) =>
    isSilentByWish(tx, { mail: "silent@example.org", districtId }),
  "mail-delivery/isSuppressed": (tx, { districtId }) =>
    isSuppressed(tx, {
      recipient_mail: "silent@example.org",
      category: "outreach",
      district_id: districtId,
    }),
  "mail-delivery/markSent": (tx, their) =>
    markSent(tx, { mailId: theirMail.doubtfulId, providerId: "x", wipe: false, now: their.now }),
  "mail-events/insertMailEvent": (tx, their) =>
    events.insertMailEvent(tx, { ...their, eventId: "msg_another", type: "email.sent" }),
  "mail-events/lockArrivedWith": (tx, { schoolId }) =>
    events.lockArrivedWith(tx, { schoolId, mailId: theirMail.carrierId }),
  "mail-events/updateArrival": (tx, their) => events.updateArrival(tx, { ...their, arrival: "complained" }),
  "mail-queue/countMailsByState": (tx, { schoolId }) => queue.countMailsByState(tx, { schoolId, since: new Date(0) }),
  "mail-queue/countWaitingForDay": (tx, { schoolId }) => queue.countWaitingForDay(tx, { schoolId }),
  "mail-queue/discardMail": (tx, their) => queue.discardMail(tx, { ...their, mailId: theirMail.doubtfulId }),
  "mail-queue/findTroubledMail": (tx, { schoolId }) =>
    queue.findTroubledMail(tx, { schoolId, mailId: theirMail.doubtfulId }),
  "mail-queue/listTroubledMails": (tx, { schoolId }) => queue.listTroubledMails(tx, { schoolId, limit: 10 }),
  "mail-queue/lockTroubledMail": (tx, { schoolId }) =>
    queue.lockTroubledMail(tx, { schoolId, mailId: theirMail.doubtfulId }),
  "mails/enqueueMail": (tx, their) =>
    enqueueMail(tx, {
      kind: "consent-request",
      props: {
        guardianName: "x",
        studentFirstName: "x",
        schoolName: "x",
        helpName: "x",
        helpPhone: "x",
        link: "https://example.org",
      },
      to: { mail: "x@example.org", language: "en" },
      schoolId: their.schoolId,
      dedupeKey: "another",
      now: their.now,
    }),
  "mails/isMentorSuspended": async (tx, { districtId, mentorId }) => {
    await writeSuspendedAt(tx, { districtId, mentorId, at: new Date() });
    return isMentorSuspended(tx, mentorId);
  },
  "mails/isMailPromised": async (tx, { schoolId }) => {
    const one = await tx.selectFrom("mails").select("dedupe_key").where("school_id", "=", schoolId).executeTakeFirst();
    return isMailPromised(tx, { schoolId, dedupeKey: one?.dedupe_key ?? "" });
  },
  "mails/liftBounce": (tx, their) => liftBounce(tx, { ...their, mail: "silent@example.org" }),
  "mails/suppressAddress": (tx, their) =>
    suppressAddress(tx, {
      ...their,
      addressHash: hashAddress("loud@example.org"),
      category: "outreach",
      reason: "delete_me",
    }),
  "mails/suppressMail": (tx, their) => suppressMail(tx, { ...their, category: "outreach", reason: "delete_me" }),
  "answered-mails/findAnsweredMail": async (tx, { schoolId }) => {
    const one = await tx.selectFrom("mails").select("dedupe_key").where("school_id", "=", schoolId).executeTakeFirst();
    return findAnsweredMail(tx, { schoolId, mailKey: one?.dedupe_key ?? "" });
  },
  "staff-tasks/hasHadTask": async (tx, { schoolId }) => {
    const one = await tx
      .selectFrom("staff_tasks")
      .select("dedupe_key")
      .where("school_id", "=", schoolId)
      .executeTakeFirst();
    return hasHadTask(tx, { schoolId, dedupeKey: one?.dedupe_key ?? "" });
  },
  "staff-tasks/findTask": (tx, { schoolId }) => findTask(tx, { schoolId, taskId: toldTaskId }),
  "staff-tasks/findTaskByLetter": (tx, { schoolId }) =>
    findTaskByLetter(tx, { schoolId, idEndsIn: toldTaskId.slice(-10) }),
  "staff-tasks/listOpenTasksOfKinds": (tx, { schoolId }) =>
    listOpenTasksOfKinds(tx, { schoolId, kinds: ["tell_host"], limit: 9 }),
  "task-calls/insertCall": (tx, { schoolId, now }) =>
    insertCall(tx, {
      ...{ schoolId, taskId: toldTaskId, by: cast.ines.personId, channel: "phone", outcome: "no_answer" },
      ...{ nextOn: null, now, unlessSince: now },
    }),
  "task-calls/listCallsOf": (tx, { schoolId }) => listCallsOf(tx, { schoolId, taskIds: [toldTaskId] }),
  "staff-tasks/markMentorsRead": (tx, { schoolId, listingId }) =>
    markMentorsRead(tx, { schoolId, listingId, mentorIds: [otherMentor.mentorId] }),
  "staff-tasks/closeTasksAbout": (tx, their) =>
    closeTasksAbout(tx, {
      ...their,
      kind: "confirm_organisation",
      subject: { noun: "introduction", id: their.introductionId },
    }),
};
