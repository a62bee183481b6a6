import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { answerMentorQuestion } from "~/features/introductions/answer-question.server";
import {
  type RecordedInvitationAnswer,
  recordInvitationAnswer,
} from "~/features/introductions/record-invitation-answer.server";
import { remindInvitees } from "~/features/introductions/remind-invitees.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openScans } from "~/features/scans/open-scans.server";
import { cast, castActor } from "~db/cast";
import { jpegOf, pngOf } from "../../support/pictures";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SAID = { channel: "phone", language: "es", interpreter: "Luz Mora", evidence: "She called on Monday." } as const;
const NO_MAIL = { mentorMail: "", mentorPhone: "+1 206 555 0133" };

const record = (introductionId: string, change: Partial<RecordedInvitationAnswer> = {}, by: Actor = ines) =>
  recordInvitationAnswer(stage.wiring, by, {
    ...{ ...YES, ...SAID, introductionId, mentorMail: "", mentorLanguage: "es" },
    ...{ firstKind: "shadow_day", street: "12 Mill Street", organisationName: `Works of ${introductionId}` },
    ...change,
  });
const logOf = (id: string, transition: string) =>
  sql(
    stage.database,
    "select actor_id, channel, language, interpreter, evidence from audit_log where noun_id = $1 and transition = $2",
    [id, transition],
  );

test("a yes by phone of somebody without a mail address is a mentor, a placement in review, and thanks to the family", async () => {
  const id = await stage.propose(rosa, stage.somebody("Nadia No Mail", NO_MAIL));
  expect(await record(id, { scan: pngOf() })).toEqual({ ok: true, value: { state: "accepted" } });
  expect(await record(id), "a second press").toEqual({ ok: true, value: { state: "accepted" } });
  expect(await logOf(id, "take_down_yes")).toEqual([{ actor_id: cast.ines.personId, ...SAID }]);
  const { mentor_id: mentorId, organisation_id: organisationId } = await stage.row(id);
  const posted = await sql(
    stage.database,
    "select l.state, p.title from placements p join listings l on l.placement_id = p.id where p.lead_mentor_id = $1 and p.organisation_id = $2",
    [mentorId, organisationId],
  );
  expect(posted).toEqual([{ state: "in_review", title: YES.title }]);
  const reached = await sql(
    stage.database,
    "select kind, value from mentor_contact_points where mentor_id = $1 order by kind",
    [mentorId],
  );
  expect(reached, "the number that the family gave").toEqual([{ kind: "phone", value: NO_MAIL.mentorPhone }]);
  expect(await stage.mails(`introduction-thanks:${id}`)).toHaveLength(1);
  expect(await stage.mails(`mentor-welcome:${mentorId}:%`)).toEqual([]);
  const scans = await openScans(stage.wiring, ines, { noun: "introduction", id });
  expect(scans.ok && scans.value.scans).toHaveLength(1);
});

test("an address that is told with a yes is not proved, ends the link that went to the old one, and is welcomed", async () => {
  const id = await stage.invite(stage.somebody("Corrected On Phone"));
  const old = await stage.bearer(id);
  expect(await record(id, { mentorMail: " Right@Works.example " })).toMatchObject({ ok: true });
  const { mentor_id: mentorId } = await stage.row(id);
  const [point] = await sql(
    stage.database,
    "select value, verified_at from mentor_contact_points where mentor_id = $1 and kind = 'mail'",
    [mentorId],
  );
  expect(point).toEqual({ value: "right@works.example", verified_at: null });
  const [link] = await sql<{ over: boolean }>(
    stage.database,
    "select ended_at is not null as over from identity.links where id = $1",
    [old.linkId],
  );
  expect(link).toEqual({ over: true });
  expect(await stage.mails(`mentor-welcome:${mentorId}:%`)).toMatchObject([{ recipient_mail: "right@works.example" }]);
});

test("whom no mail welcomes in a language they read a person tells: no English goes out", async () => {
  const id = await stage.propose(rosa, stage.somebody("Reads Somali"));
  await record(id, { mentorMail: "reads@somali.example", mentorLanguage: "so" });
  const { mentor_id: mentorId } = await stage.row(id);
  expect(await stage.mails(`mentor-welcome:${mentorId}:%`)).toEqual([]);
  expect(await stage.tasks(String(mentorId))).toMatchObject([
    { kind: "tell_host", props: { news: "welcome", mentorId } },
  ]);
});

test("a no by phone forgets as their own no does, and not one word of it stays in the log", async () => {
  const id = await stage.invite(stage.somebody("Says No By Phone"));
  expect(await record(id, { answer: "decline" })).toEqual({ ok: true, value: { state: "declined" } });
  expect(await stage.row(id)).toMatchObject({ mentor_name: "", mentor_mail: "", state: "declined" });
  expect(await logOf(id, "take_down_no")).toEqual([
    { actor_id: cast.ines.personId, channel: "phone", language: "es", interpreter: "", evidence: "" },
  ]);
});

test("a question by phone is the same task as one by link, and a person's answer closes it with how it was told", async () => {
  const id = await stage.propose(rosa, stage.somebody("Asks By Phone", NO_MAIL));
  const asked = await record(id, { answer: "question", question: "How long is a day?" });
  expect(asked).toEqual({ ok: true, value: { state: "submitted" } });
  expect(await stage.tasks(id)).toMatchObject([{ kind: "mentor_question", props: { message: "How long is a day?" } }]);
  const answer = { introductionId: id, answer: "As you like." };
  expect(await answerMentorQuestion(stage.wiring, ines, answer)).toEqual({ ok: false, reason: "told_missing" });
  expect(await answerMentorQuestion(stage.wiring, ines, { ...answer, told: SAID })).toMatchObject({ ok: true });
  expect(await stage.tasks(id)).toMatchObject([{ state: "done" }]);
  expect(await logOf(id, "answer_question")).toMatchObject([{ channel: "phone", interpreter: "Luz Mora" }]);
  expect(await stage.mails(`introduction-answer:${id}:%`)).toEqual([]);
});

test("the photo of a note with a question stays with the introduction, also of one that comes after the yes", async () => {
  const id = await stage.propose(rosa, stage.somebody("Asks On Paper", NO_MAIL));
  const ask = (question: string, scan: Buffer) => record(id, { answer: "question", channel: "paper", question, scan });
  expect(await ask("Who pays the bus?", pngOf())).toEqual({ ok: true, value: { state: "submitted" } });
  const kept = async () => {
    const scans = await openScans(stage.wiring, ines, { noun: "introduction", id });
    return scans.ok && scans.value.scans.length;
  };
  expect(await kept()).toBe(1);
  await record(id);
  expect(await ask("May two come?", jpegOf({}))).toEqual({ ok: true, value: { state: "accepted" } });
  expect(await kept()).toBe(2);
  expect(await stage.tasks(id)).toMatchObject([
    { kind: "mentor_question", props: { message: "Who pays the bus?" } },
    { kind: "mentor_question", props: { message: "May two come?" } },
  ]);
});

test.each([
  [
    "a question with a scan that is no picture",
    { answer: "question", question: "Why?", scan: Buffer.from("%PDF-1.7") },
    "not_a_picture",
  ],
  ["a yes without a word on how it is known", { evidence: " " }, "evidence_missing"],
  ["a yes without where they work", { organisationName: " " }, "organisation_missing"],
  ["a yes with a scan that is no picture", { scan: Buffer.from("%PDF-1.7") }, "not_a_picture"],
  ["an empty question", { answer: "question", question: " " }, "question_empty"],
] as const)("%s is refused, and nothing moves", async (name, change, reason) => {
  const id = await stage.propose(rosa, stage.somebody(name.replaceAll(" ", "-")));
  expect(await record(id, change)).toEqual({ ok: false, reason });
  expect(await stage.row(id)).toMatchObject({ state: "submitted", mentor_id: null });
});

test("nobody answers for somebody after they have answered, and strangers never do", async () => {
  const id = await stage.invite(stage.somebody("Answered Before"));
  await record(id, { answer: "decline" });
  expect(await record(id)).toMatchObject({ ok: false, reason: "wrong_state" });
  const other = await stage.propose(rosa, stage.somebody("Of Lakeview"));
  expect(await record(other, {}, castActor(cast.tom))).toEqual({ ok: false, reason: "not_permitted" });
  expect(await record(other, {}, castActor(cast.malik))).toEqual({ ok: false, reason: "not_found" });
  expect(await record(other, {}, rosa)).toEqual({ ok: false, reason: "not_permitted" });
});

test.each(["accept", "decline"] as const)(
  "a reminder that is still to leave does not, once staff took down the answer (%s)",
  async (answer) => {
    const id = await stage.invite(stage.somebody(`Nora ${answer}`));
    stage.wiring.clock.pass(10 * 24 * 60);
    await remindInvitees(stage.wiring);
    const key = `introduction-reminder:${id}`;
    const [mail] = await sql<{ id: string }>(stage.database, "select id from mails where dedupe_key = $1", [key]);
    expect(mail).toBeDefined();
    expect(await record(id, { answer, mentorMail: `nora.${answer}@work.example` })).toMatchObject({ ok: true });
    stage.wiring.sent.length = 0;
    expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).not.toBe("sent");
    expect(stage.wiring.sent).toEqual([]);
  },
);

test("a reminder leaves while nobody has answered", async () => {
  const id = await stage.invite(stage.somebody("Nils Waits"));
  stage.wiring.clock.pass(10 * 24 * 60);
  await remindInvitees(stage.wiring);
  const [mail] = await sql<{ id: string }>(stage.database, "select id from mails where dedupe_key = $1", [
    `introduction-reminder:${id}`,
  ]);
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("sent");
});
