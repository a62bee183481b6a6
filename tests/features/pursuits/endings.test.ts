import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { expirePursuits } from "~/features/pursuits/expire-pursuits.server";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import {
  anaApproved,
  anaAsks,
  anaContacted,
  anaOffered,
  inesSuggests,
  staff,
  student,
} from "../../support/pursuit-way";
import {
  countRows,
  hostByLink,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  sendMails,
  valueIn,
} from "../../support/stage";

const DAY = 24 * 60;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const texts = { textForStudent: "The clinic is full this term.", textForStaff: "Maya asked for an older student." };
const decline = (pursuitId: string, by = staff("ines")) => declinePursuit(stage.wiring, by, { pursuitId, ...texts });
const withdraw = (pursuitId: string, by: Parameters<typeof withdrawPursuit>[1] = student("ana")) =>
  withdrawPursuit(stage.wiring, by, { pursuitId, reason: "I found another place." });
const statusMails = async () => (await listMails(stage, "student-status")).map(({ props }) => props.status);

test("a decline keeps two texts, tells the student, and the place is free again", async () => {
  const pursuitId = await anaApproved(stage, "clinic-desk");
  expect(valueIn(await decline(pursuitId))).toEqual({ from: "approved", to: "declined" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "declined",
    decline_for_student: texts.textForStudent,
    decline_for_staff: texts.textForStaff,
    ended_at: "2026-10-15T17:00:00.000Z",
  });
  expect(await statusMails()).toEqual(["approved", "declined"]);
  expect(await countRows(stage, "pursuit_places")).toBe(0);
});

test("the student reads the text for the student, and the text for staff is in nothing they are given", async () => {
  const pursuitId = await anaAsks(stage);
  valueIn(await decline(pursuitId));
  const page = JSON.stringify(valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId })));
  expect(page).toContain(texts.textForStudent);
  expect(page).not.toContain(texts.textForStaff);
  expect(JSON.stringify(await listMails(stage))).not.toContain(texts.textForStaff);
  const desk = valueIn(await openPursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(desk.pursuit.decline_for_staff).toBe(texts.textForStaff);
});

test("once a host has been contacted it is no longer declined, and a pursuit is declined once", async () => {
  const contacted = await anaContacted(stage);
  expect(reasonIn(await decline(contacted))).toBe("wrong_state");
  const asked = await anaAsks(stage, "clinic-desk");
  valueIn(await decline(asked));
  expect(reasonIn(await decline(asked))).toBe("wrong_state");
  expect(reasonIn(await decline(await inesSuggests(stage, "jada", "clinic-desk")))).toBe("wrong_state");
});

test("only coordinators and admins of the school decline", async () => {
  const pursuitId = await anaAsks(stage);
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await declinePursuit(stage.wiring, actor, { pursuitId, ...texts }))).toBe("not_permitted");
  expect(reasonIn(await decline(pursuitId, staff("malik")))).toBe("not_found");
  expect(reasonIn(await decline(pursuitId, staff("greta")))).toBe("not_found");
  expect(reasonIn(await decline(NOBODY))).toBe("not_found");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "requested", decline_for_staff: "" });
});

test("a student withdraws at any time before acceptance, and place and seat are free again", async () => {
  for (const reach of [anaAsks, anaApproved, anaContacted, anaOffered]) {
    await stage.clear();
    const pursuitId = await reach(stage);
    expect(valueIn(await withdraw(pursuitId))).toMatchObject({ to: "withdrawn" });
    for (const table of ["pursuit_places", "seat_holds"]) expect(await countRows(stage, table)).toBe(0);
    expect(await stage.rows("select id from disclosures where withdrawn_at is null")).toEqual([]);
  }
});

test("a host who was contacted is told of a withdrawal, with the first name at most", async () => {
  const pursuitId = await anaContacted(stage);
  await sendMails(stage);
  valueIn(await withdraw(pursuitId));
  const [told, ...more] = await listMails(stage, "mentor-status");
  expect(more).toEqual([]);
  expect(told).toMatchObject({ to: cast.maya.mail, props: { status: "withdrawn", studentFirstName: "Ana" } });
  expect(JSON.stringify(told)).not.toContain("Reyes");
  expect(JSON.stringify(told)).not.toContain("I found another place");
});

test("why a student stopped is read by staff, and neither the host nor the family hears it", async () => {
  const words = "I found another place.";
  const pursuitId = await anaContacted(stage);
  valueIn(await withdraw(pursuitId));
  const desk = valueIn(await openPursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(desk.pursuit.decline_for_staff).toBe(words);
  expect(await listMails(stage, "family-news")).not.toEqual([]);
  expect(JSON.stringify(await listMails(stage))).not.toContain(words);
});

test("a student who withdraws knows it, and the coordinators are told", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await withdraw(pursuitId));
  expect(await listMails(stage, "pursuit-news")).toMatchObject([
    { to: cast.ines.mail, props: { event: "withdrawn", studentFirstName: "Ana" } },
  ]);
  expect(await statusMails()).not.toContain("withdrawn");
});

test("what has ended or been accepted is not withdrawn", async () => {
  const pursuitId = await anaAsks(stage);
  expect(valueIn(await withdraw(pursuitId))).toEqual({ from: "requested", to: "withdrawn" });
  expect(reasonIn(await withdraw(pursuitId))).toBe("wrong_state");
  const accepted = await anaAsks(stage, "clinic-desk");
  await stage.rows("update pursuits set state = 'accepted' where id = $1", [accepted]);
  expect(reasonIn(await withdraw(accepted))).toBe("wrong_state");
});

test("nobody else withdraws", async () => {
  const pursuitId = await anaContacted(stage);
  for (const actor of [student("jada"), student("keisha")])
    expect(reasonIn(await withdraw(pursuitId, actor))).toBe("not_found");
  for (const actor of [staff("ines"), staff("malik"), staff("tom"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await withdraw(pursuitId, actor))).toBe("not_permitted");
  expect(reasonIn(await withdraw(NOBODY))).toBe("not_found");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
});

test("an approval that nobody answered expires, frees its place and tells the student", async () => {
  const pursuitId = await anaApproved(stage, "clinic-desk");
  stage.wiring.clock.pass(21 * DAY);
  expect(await expirePursuits(stage.wiring)).toBe(0);
  stage.wiring.clock.pass(1);
  expect(await expirePursuits(stage.wiring)).toBe(1);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "expired", ended_at: "2026-11-05T17:01:00.000Z" });
  expect(await statusMails()).toEqual(["approved", "expired"]);
  expect(await countRows(stage, "pursuit_places")).toBe(0);
  expect(await listMails(stage, "mentor-status")).toEqual([]);
});

test("a suggestion expires after the school's days, and so does an offer, which frees the seat and tells the host", async () => {
  await inesSuggests(stage, "jada", "clinic-desk");
  const offered = await anaOffered(stage);
  await sendMails(stage);
  stage.wiring.clock.pass(10 * DAY + 1);
  expect(await expirePursuits(stage.wiring)).toBe(1);
  expect(await readPursuit(stage, offered)).toMatchObject({ state: "offered" });
  stage.wiring.clock.pass(11 * DAY);
  expect(await expirePursuits(stage.wiring)).toBe(1);
  for (const table of ["pursuit_places", "seat_holds"]) expect(await countRows(stage, table)).toBe(0);
  expect(await listMails(stage, "mentor-status")).toMatchObject([{ to: cast.maya.mail, props: { status: "expired" } }]);
});

test("a place that an expiry freed is approved for the next student", async () => {
  await anaApproved(stage, "clinic-desk");
  stage.wiring.clock.pass(21 * DAY + 1);
  await expirePursuits(stage.wiring);
  expect(await readPursuit(stage, await anaApproved(stage, "clinic-desk"))).toMatchObject({ state: "approved" });
});

test("requests and accepted pursuits never expire, and expiring twice at once ends each pursuit once", async () => {
  await anaAsks(stage);
  await anaApproved(stage, "clinic-desk");
  const accepted = await anaOffered(stage, "bakery-morning");
  await stage.rows("update pursuits set state = 'accepted' where id = $1", [accepted]);
  stage.wiring.clock.pass(400 * DAY);
  const ended = await Promise.all([expirePursuits(stage.wiring), expirePursuits(stage.wiring)]);
  expect(ended[0] + ended[1]).toBe(1);
  expect(await stage.rows("select state from pursuits order by state")).toEqual([
    { state: "accepted" },
    { state: "expired" },
    { state: "requested" },
  ]);
});

test("an approval and the night at once: the pursuit ends, or the approval was first and the night comes back", async () => {
  const pursuitId = await anaAsks(stage);
  stage.wiring.clock.pass(22 * DAY);
  await Promise.all([expirePursuits(stage.wiring), approvePursuit(stage.wiring, staff("ines"), { pursuitId })]);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
});

test("after the end the host's link reads nothing about the student any more", async () => {
  const pursuitId = await anaContacted(stage);
  const host = await hostByLink(stage, pursuitId);
  await sendMails(stage);
  valueIn(await withdraw(pursuitId));
  expect(valueIn(await openFirstContact(stage.wiring, host, { pursuitId }))).toMatchObject({
    state: "withdrawn",
    told: null,
  });
});
