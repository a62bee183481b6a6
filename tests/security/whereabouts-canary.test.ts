import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { planMeeting } from "~/features/meetings/plan-meeting.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { openCallList } from "~/features/tasks/open-call-list.server";
import { openTaskToTell } from "~/features/tasks/open-task-to-tell.server";
import { announceTransfer } from "~/features/transfers/announce-transfer.server";
import { callOffVisit } from "~/features/visits/call-off-visit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast, castActor } from "~db/cast";
import { type MailKind, mailKinds } from "~emails/kinds";
import { renderMail } from "~emails/render";
import { anaTalks, say } from "../support/conversations";
import { hostOffers, staff, student } from "../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../support/stage";
import { closeGates, inesPlans, THURSDAY } from "../support/visits";

/** Stands in everything that says where Ana goes, and nowhere else. */
const PLACE = "zzplace";
/** The day of her visit, as it is stored and as it is read. */
const SAYS_WHERE = /zzplace|2026-10-2[23]|2[23] de octubre|October 2[23]|2[23] October/i;

/**
 * What a mail of each kind may say to a parent who may not know where a child is: "others" go to students, hosts, staff and donors
 * alone; of "nowhere" every field is a name, a number or a link, and none has a place; what "kept" would say of one is left out.
 * A new kind does not compile before somebody has decided which it is.
 */
const TO_FAMILY: Record<MailKind, "others" | "nowhere" | "kept"> = {
  "sign-in": "nowhere",
  "consent-request": "nowhere",
  "consent-reminder": "nowhere",
  "first-contact": "others",
  "endorsement-asked": "others",
  "pursuit-news": "others",
  "student-status": "others",
  "search-news": "others",
  "family-news": "kept",
  "own-rights": "nowhere",
  "transfer-news": "kept",
  "mentor-status": "others",
  "visit-news": "kept",
  "meeting-news": "kept",
  "conversation-news": "others",
  "reply-returned": "nowhere",
  "concern-waits": "others",
  "leads-changed": "others",
  "cover-news": "others",
  "needs-you": "others",
  "placement-published": "others",
  "introduction-invitation": "others",
  "introduction-reminder": "others",
  // To whoever proposed the mentor; that a student is there is told to nobody who shares a guardian with one (decision 97).
  "introduction-thanks": "nowhere",
  "introduction-answer": "others",
  "introduction-placed": "nowhere",
  "introduce-link": "nowhere",
  "mentor-welcome": "others",
  "sign-in-address": "others",
  "claim-refused": "others",
  "introduction-news": "others",
  "visitor-offer-link": "others",
  "visitor-offer-news": "others",
  "gift-pledged": "others",
  "gift-receipt": "others",
  "gift-returned": "others",
  "gift-failed": "others",
  "gift-bounced": "others",
  "give-invitation": "others",
  "outreach-mail": "others",
  "place-invitation": "nowhere",
  "check-ending": "others",
  "still-open": "others",
  "advisor-news": "others",
  "mentor-leaving": "others",
  "school-invitation": "others",
};
const kindsThat = (rule: "others" | "nowhere" | "kept") =>
  Object.entries(TO_FAMILY).flatMap(([kind, is]) => (is === rule ? [kind] : []));

/** Fields that hold no place and no time of a student's. */
const PLACELESS = new Set(
  "code link minutes schoolName helpName helpPhone guardianName studentFirstName readerName reader event familyName mentorName".split(
    " ",
  ),
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows(`update placements set title = '${PLACE}' where title <> ''`);
  await stage.rows(`update organisations set name = '${PLACE}' || id`);
  await stage.rows(`update schools set name = '${PLACE}' where slug = 'harbor'`);
  await stage.rows(`update sites set name = '${PLACE}', street = '${PLACE}'`);
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update contact_points set undeliverable_at = null");
  await stage.rows("delete from forbidden_pairs");
  await stage.rows("delete from transfers");
});
afterAll(() => stage.close());

const ines = staff("ines");
const noMailFor = (...people: { personId: string }[]) =>
  stage.rows("update contact_points set undeliverable_at = now() where kind = 'mail' and person_id = any($1)", [
    people.map(({ personId }) => personId),
  ]);

/** A visit that is planned, moved and called off, a message nobody has read, an offer, a move to another school, and the mails of a morning. */
async function allThatIsTold(): Promise<void> {
  const pursuitId = await anaTalks(stage);
  await closeGates(stage);
  const { visitId } = valueIn(await inesPlans(stage, pursuitId, { place: PLACE }));
  const moved = { visitId, place: PLACE, ...THURSDAY, from: "10:00", to: "11:00" };
  valueIn(await dateVisit(stage.wiring, ines, moved));
  const meeting = { ...THURSDAY, from: "16:00", to: "16:30", place: PLACE, familyAsked: true, isMeant: true };
  valueIn(await planMeeting(stage.wiring, staff("tom"), { ...meeting, studentId: cast.ana.personId }));
  valueIn(await say(stage, { actor: castActor(cast.maya), pursuitId, body: "Please bring gloves" }));
  valueIn(await callOffVisit(stage.wiring, ines, { pursuitId, visitId, reason: "The host is ill." }));
  await hostOffers(stage, pursuitId);
  valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
  const move = { studentId: cast.ana.personId, toSchoolId: cast.malik.schoolId };
  valueIn(await announceTransfer(stage.wiring, ines, { ...move, lastDay: "2026-10-22", firstDay: "2026-10-23" }));
  stage.wiring.clock.pass(24 * 60);
  await mailDigests(stage.wiring);
}

/** All that was mailed to an address, as it is read: its sentences in both languages and its entry in a calendar. */
async function readAllTo(address: string): Promise<{ kind: string; words: string }[]> {
  const sender = { name: "Lakeview", postalAddress: "1 Main Street", helpName: "Ines", helpPhone: "+1 206 555 0142" };
  const mails = await stage.rows<{ kind: MailKind; props: never }>(
    // What a first contact says of a student is asked when it leaves.
    "select kind, props from mails where recipient_mail = $1 and kind <> 'first-contact'",
    [address],
  );
  const envelope = { to: address, from: "school@example.org", sender, unsubscribeLink: null };
  return Promise.all(
    mails.map(async ({ kind, props }) => {
      const read = await Promise.all(
        ["en", "es"].map((language) => renderMail({ ...envelope, kind, props, language })),
      );
      return { kind, words: JSON.stringify([props, read]) };
    }),
  );
}
const telling = (mails: { kind: string; words: string }[]) =>
  mails.flatMap(({ kind, words }) => (SAYS_WHERE.test(words) ? [kind] : []));

const tasksFor = (who: { personId: string }) =>
  stage.rows<{ id: string; kind: string }>(
    "select id, kind from staff_tasks where state = 'open' and $1 in (props ->> 'personId', props ->> 'mentorId')",
    [who.personId],
  );
const look = async (taskId: string) => valueIn(await openTaskToTell(stage.wiring, ines, { taskId })).task;

test("no mail to a parent without the right to know says where or when, and Ana's own mails and the host's entries do", async () => {
  await allThatIsTold();
  const toRosa = await readAllTo(cast.rosa.mail);
  expect(kindsThat("kept").filter((kind) => !toRosa.some((mail) => mail.kind === kind))).toEqual([]);
  expect(toRosa.filter(({ kind }) => kindsThat("others").includes(kind))).toEqual([]);
  expect(telling(toRosa)).toEqual([]);
  expect(telling(await readAllTo(cast.ana.mail))).toEqual(
    expect.arrayContaining(["student-status", "visit-news", "transfer-news"]),
  );
  expect((await readAllTo(cast.maya.mail)).some(({ words }) => words.includes("BEGIN:VCALENDAR"))).toBe(true);
  expect(toRosa.some(({ words }) => words.includes("BEGIN:VCALENDAR"))).toBe(false);
});

test("nor does any mail to a mailbox that the student shares with such a parent", async () => {
  const own = "update contact_points set value = $1 where kind = 'mail' and person_id = $2";
  await stage.rows(own, [cast.rosa.mail, cast.ana.personId]);
  try {
    await allThatIsTold();
    expect(telling(await readAllTo(cast.rosa.mail))).toEqual([]);
  } finally {
    await stage.rows(own, [cast.ana.mail, cast.ana.personId]);
  }
});

test("a kind of mail that may go to any parent has no field for a place", () => {
  const fields = (kind: string) => Object.keys(mailKinds[kind as MailKind].props.shape);
  expect(kindsThat("nowhere").flatMap((kind) => fields(kind).filter((field) => !PLACELESS.has(field)))).toEqual([]);
});

test("what staff read out, send or print for a parent without the right to know says neither where nor when, nor do their lines on the list to phone", async () => {
  await noMailFor(cast.rosa, cast.ana);
  await allThatIsTold();
  const tasks = await tasksFor(cast.rosa);
  expect(tasks.length).toBeGreaterThan(1);
  const seen = await Promise.all(tasks.map(({ id }) => look(id)));
  expect(seen.filter(({ said }) => said !== null).length).toBeGreaterThan(0);
  expect(seen.filter((task) => SAYS_WHERE.test(JSON.stringify(task)))).toEqual([]);
  const { people } = valueIn(await openCallList(stage.wiring, ines));
  const lines = people.find(({ to }) => to.id === cast.rosa.personId);
  expect(lines?.tasks.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toMatch(SAYS_WHERE);
  // Ana herself is told where: the word stands where it would be found.
  const ofAna = await Promise.all((await tasksFor(cast.ana)).map(({ id }) => look(id)));
  expect(JSON.stringify(ofAna)).toMatch(SAYS_WHERE);
});

test("a host whom no mail reaches is read when she comes, and nothing from the moment they are kept apart", async () => {
  const pursuitId = await anaTalks(stage);
  await closeGates(stage);
  const ofMaya = "where kind = 'mail' and mentor_id = $1";
  await stage.rows(`update mentor_contact_points set undeliverable_at = now() ${ofMaya}`, [cast.maya.personId]);
  valueIn(await inesPlans(stage, pursuitId, { place: PLACE }));
  await stage.rows(`update mentor_contact_points set undeliverable_at = null ${ofMaya}`, [cast.maya.personId]);
  const [task] = (await tasksFor(cast.maya)).filter(({ kind }) => kind === "tell_host");
  expect((await look(task?.id ?? "")).said?.words).toMatch(SAYS_WHERE);
  await stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'household')",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, cast.maya.personId],
  );
  expect(await look(task?.id ?? "")).toMatchObject({ said: null, wordless: "untrue" });
});
