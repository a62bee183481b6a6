import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { giveCover } from "~/features/advisories/give-cover.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { callOffMeeting } from "~/features/meetings/call-off-meeting.server";
import { listOwnMeetings } from "~/features/meetings/list-own-meetings.server";
import { moveMeeting } from "~/features/meetings/move-meeting.server";
import { openMeeting } from "~/features/meetings/open-meeting.server";
import { type MeetingPlan, planMeeting } from "~/features/meetings/plan-meeting.server";
import { cast, castActor } from "~db/cast";
import { advisoryIdOf } from "~db/seed/write-people.server";
import { type MailProps, mailKinds } from "~emails/kinds";
import { renderMail } from "~emails/render";
import { staff, student } from "../../support/pursuit-way";
import { listMails, listTaskKinds, openStage, reasonIn, type Stage, sendMails, valueIn } from "../../support/stage";
import { anaHasInterview, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from meetings");
  await stage.rows("delete from advisory_covers");
  await stage.rows("update guardian_links set may_know_whereabouts = true where guardian_id = $1", [
    cast.rosa.personId,
  ]);
});
afterAll(() => stage.close());

const studentId = cast.ana.personId;
/** A Tuesday with school, half past two by the school's clock. */
const TUESDAY: MeetingPlan = {
  ...{ studentId, day: "2026-10-20", from: "14:30", to: "15:00" },
  ...{ place: "Room 12", familyAsked: true, isMeant: false },
};
const plan = (change: Partial<MeetingPlan> = {}, by = staff("tom")) =>
  planMeeting(stage.wiring, by, { ...TUESDAY, ...change });
const move = (meetingId: string, change: Partial<MeetingPlan> = {}, by = staff("tom")) =>
  moveMeeting(stage.wiring, by, { ...TUESDAY, ...change, meetingId });
const callOff = (meetingId: string, by = staff("tom")) => callOffMeeting(stage.wiring, by, { meetingId, studentId });
const told = async () =>
  (await listMails(stage, "meeting-news")).map(({ to, props }) => `${to} ${props.event} ${props.about !== null}`);
const meetingOn = async (by = staff("tom")) =>
  (await openAdvisory(stage.wiring, by)).students.find(({ id }) => id === studentId)?.meeting ?? null;
const forRosa = async () => (await openGuardianHome(stage.wiring, castActor(cast.rosa))).children[0]?.meetings ?? [];

test("an advisor plans the next meeting: it stands on three homes, and student, advisor and family have it by mail", async () => {
  const { meetingId } = valueIn(await plan());
  expect(valueIn(await plan())).toEqual({ meetingId });
  const people = [cast.ana, cast.tom, cast.rosa];
  expect((await told()).sort()).toEqual(people.map(({ mail }) => `${mail} planned true`).sort());
  const seen = { id: meetingId, with: cast.tom.name, startsAt: "2026-10-20T21:30:00.000Z", place: "Room 12" };
  expect(await meetingOn()).toMatchObject(seen);
  expect(await listOwnMeetings(stage.wiring, student("ana"))).toMatchObject([seen]);
  expect(await forRosa()).toMatchObject([seen]);
  expect(reasonIn(await plan({ day: "2026-10-21" }))).toBe("planned_already");
  stage.wiring.clock.pass(7 * 24 * 60);
  expect([await meetingOn(), await listOwnMeetings(stage.wiring, student("ana")), await forRosa()]).toEqual([
    null,
    [],
    [],
  ]);
});

test("what is moved and called off has the same entry in the calendar, and who is asked no longer is told that it is off", async () => {
  const { meetingId } = valueIn(await plan());
  valueIn(await move(meetingId, { day: "2026-10-21" }));
  valueIn(await move(meetingId, { day: "2026-10-21" }));
  valueIn(await move(meetingId, { day: "2026-10-21", familyAsked: false }));
  valueIn(await callOff(meetingId));
  expect(reasonIn(await callOff(meetingId))).toBe("not_planned");
  expect(reasonIn(await move(meetingId))).toBe("not_planned");
  const events = async (to: string) =>
    (await told()).filter((line) => line.startsWith(to)).map((line) => line.split(" ")[1]);
  expect(await events(cast.ana.mail)).toEqual(["planned", "moved", "moved", "cancelled"]);
  expect(await events(cast.rosa.mail)).toEqual(["planned", "moved", "cancelled"]);
  const entries = await Promise.all(
    (await listMails(stage, "meeting-news"))
      .filter(({ to }) => to === cast.ana.mail)
      .map(({ props }) => entryOf(props)),
  );
  expect(entries.map(({ uid }) => uid)).toEqual(entries.map(() => `meeting-${meetingId}@localhost`));
  expect(entries.map(({ sequence, method }) => `${sequence} ${method}`)).toEqual([
    "0 REQUEST",
    "1 REQUEST",
    "2 REQUEST",
    "3 CANCEL",
  ]);
});

async function entryOf(props: object) {
  const read = mailKinds["meeting-news"].props.parse(props) as MailProps<"meeting-news">;
  const envelope = { to: "a@b.example", from: "c@d.example", sender: null, unsubscribeLink: null, language: "en" };
  const { calendar } = await renderMail({ ...envelope, kind: "meeting-news", props: read });
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(calendar?.text ?? "")?.[1]?.trim();
  return { method: calendar?.method, uid: field("UID"), sequence: field("SEQUENCE") };
}

test("a change reaches the entry that is in the calendars also after the product has moved to another address", async () => {
  const { meetingId } = valueIn(await plan());
  const moved = { ...stage.wiring, env: { ...stage.wiring.env, origin: "https://new.example" } };
  valueIn(await moveMeeting(moved, staff("tom"), { ...TUESDAY, meetingId, day: "2026-10-21" }));
  valueIn(await callOffMeeting(moved, staff("tom"), { meetingId, studentId }));
  const mails = (await listMails(stage, "meeting-news")).filter(({ to }) => to === cast.ana.mail);
  const uids = await Promise.all(mails.map(async ({ props }) => (await entryOf(props)).uid));
  expect(uids).toEqual([1, 2, 3].map(() => `meeting-${meetingId}@localhost`));
});

test("whom staff tell of a meeting they tell of how it is now, and of nothing that has changed since", async () => {
  await stage.rows("update contact_points set undeliverable_at = now() where kind = 'mail' and person_id = any($1)", [
    [cast.rosa.personId, cast.ana.personId],
  ]);
  const news = async () =>
    (
      await stage.rows<{ news: string }>(
        "select props->>'news' as news from staff_tasks where state = 'open' order by news, kind",
      )
    ).map((row) => row.news);
  const { meetingId } = valueIn(await plan());
  expect(await news()).toEqual(["meeting_planned", "meeting_planned"]);
  valueIn(await move(meetingId, { from: "14:00" }));
  expect(await news()).toEqual(["meeting_moved", "meeting_moved"]);
  valueIn(await callOff(meetingId));
  expect(await news()).toEqual(["meeting_cancelled", "meeting_cancelled"]);
  await stage.rows("update contact_points set undeliverable_at = null");
});

test("a guardian who may not know whereabouts learns neither time nor place, and a mail of before says nothing of them either", async () => {
  valueIn(await plan());
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  await sendMails(stage);
  const sent = (await listMails(stage, "meeting-news")).filter(({ state }) => state === "sent").map(({ to }) => to);
  expect(sent).not.toContain(cast.rosa.mail);
  expect(await forRosa()).toEqual([]);
  await stage.clear();
  await stage.rows("delete from meetings");
  valueIn(await plan());
  expect(await told()).toContain(`${cast.rosa.mail} planned false`);
});

test("a mail that waits tells of no meeting that has moved since, and whom no mail reaches staff tell", async () => {
  await stage.rows("update contact_points set undeliverable_at = now() where kind = 'mail' and person_id = $1", [
    cast.rosa.personId,
  ]);
  const { meetingId } = valueIn(await plan());
  expect(await listTaskKinds(stage)).toEqual(["tell_family"]);
  valueIn(await move(meetingId, { from: "14:00" }));
  // What has only just changed its reader hears in the next mail.
  stage.wiring.clock.pass(2 * 60);
  await sendMails(stage);
  const states = (await listMails(stage, "meeting-news")).map(
    ({ to, state, props }) => `${to} ${props.event} ${state}`,
  );
  expect(states).toContain(`${cast.ana.mail} moved sent`);
  expect(states).not.toContain(`${cast.ana.mail} planned sent`);
  await stage.rows("update contact_points set undeliverable_at = null");
});

test("who covers today sees and changes it; other advisors, coordinators, students, families and hosts may not", async () => {
  const { meetingId } = valueIn(await plan());
  for (const by of [staff("june"), staff("samir"), staff("ines"), staff("malik"), staff("greta")]) {
    for (const outcome of [await plan({}, by), await move(meetingId, {}, by), await callOff(meetingId, by)])
      expect(reasonIn<string>(outcome)).toBe("not_found");
    expect(reasonIn(await openMeeting(stage.wiring, by, { studentId }))).toBe("not_found");
  }
  for (const actor of [student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    const input = { ...TUESDAY, meetingId };
    for (const verb of [planMeeting, moveMeeting, callOffMeeting, openMeeting])
      expect(reasonIn<string>(await verb(stage.wiring, actor, input))).toBe("not_permitted");
  }
  const cover = { advisoryId: advisoryIdOf("lakeview", cast.tom.name), personId: cast.june.personId };
  valueIn(await giveCover(stage.wiring, staff("tom"), { ...cover, from: "2026-10-15", to: "2026-10-15" }));
  expect(await meetingOn(staff("june"))).toMatchObject({ id: meetingId, with: cast.tom.name });
  valueIn(await move(meetingId, { place: "Library" }, staff("june")));
  expect(await meetingOn()).toMatchObject({ with: cast.tom.name, place: "Library" });
  expect(await listOwnMeetings(stage.wiring, student("hodan"))).toEqual([]);
});

test("where the advisory is another one's, who had the meeting hears that it is off, also when the family is asked and it moves again", async () => {
  const { meetingId } = valueIn(await plan());
  await sendMails(stage);
  const advisoryId = advisoryIdOf("lakeview", cast.tom.name);
  const ofAdvisory = "update advisories set advisor_id = $1 where id = $2";
  await stage.rows(ofAdvisory, [cast.june.personId, advisoryId]);
  try {
    valueIn(await move(meetingId, { place: "Library" }, staff("june")));
    valueIn(await move(meetingId, { place: "Room 3" }, staff("june")));
    stage.wiring.clock.pass(2 * 60);
    await sendMails(stage);
    const toTom = (await listMails(stage, "meeting-news")).filter(({ to }) => to === cast.tom.mail);
    expect(toTom.map(({ props, state }) => `${props.event} ${state}`)).toEqual(["planned sent", "cancelled sent"]);
  } finally {
    await stage.rows(ofAdvisory, [cast.tom.personId, advisoryId]);
  }
});

test("a time that makes no sense is refused, a day without school needs a second word, and the hours are the school's", async () => {
  expect(reasonIn(await plan({ to: "14:00" }))).toBe("ends_before_start");
  expect(reasonIn(await plan({ day: "2026-10-14" }))).toBe("in_the_past");
  await anaHasInterview(stage);
  expect(reasonIn(await plan({ ...THURSDAY }))).toBe("student_busy");
  expect(reasonIn(await plan({ day: "2026-10-17" }))).toBe("no_school");
  await stage.rows("insert into no_school_days (school_id, day, reason) values ($1, '2026-10-20', 'Rest')", [
    cast.ana.schoolId,
  ]);
  expect(reasonIn(await plan())).toBe("no_school");
  const { meetingId } = valueIn(await plan({ isMeant: true }));
  await stage.rows("delete from no_school_days where reason = 'Rest'");
  expect(valueIn(await openMeeting(stage.wiring, staff("tom"), { studentId })).meeting).toMatchObject({
    ...{ id: meetingId, day: "2026-10-20", from: "14:30", to: "15:00" },
  });
});
