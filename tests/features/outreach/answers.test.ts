import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerLocalMail } from "~/features/conversations/answer-local-mail.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { previewOutreachMail } from "~/features/outreach/preview-outreach-mail.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { takeOneAnswer } from "~/jobs/take-one-answer";
import { cast, castActor } from "~db/cast";
import { enqueueMail, type NewMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { dayRules } from "~emails/day";
import { answerRules, type MailKind } from "~emails/kinds";
import { signReport, withReports } from "../../support/mail-reports";
import { staff } from "../../support/pursuit-way";
import { type InboundMail, type ResendDouble, startResendDouble } from "../../support/resend-double";
import { listMails, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import type { TestWiring } from "../../support/wiring";
import { BAKER } from "../introductions/stage";

let stage: Stage;
let double: ResendDouble;
let wiring: TestWiring;
beforeAll(async () => {
  stage = await openStage();
  double = await startResendDouble();
  wiring = withReports(stage.wiring, { url: double.url });
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_events");
});
afterAll(async () => {
  await double.stop();
  await stage.close();
});

const IDA = {
  fullName: "Ida Moe",
  title: "Owner",
  organisationName: "Moe and Daughters",
  mail: "ida@work.example",
  phone: "",
  language: "en",
  tags: [],
  ownerId: null,
  origin: "public_site",
  originNote: "moe.example",
  timeZone: "",
} as const;
const TEXT = { subject: "Thursdays", body: "Hello {name}" };

/** Ines has written to Ida; answers the contact, the mail and to where Ida answers. */
async function idaIsWrittenTo() {
  const contact = { ...IDA, tags: [...IDA.tags] };
  const { contactId } = valueIn(await addContact(stage.wiring, staff("ines"), { contact }));
  valueIn(await sendOutreachMail(stage.wiring, staff("ines"), { contactId, outreachMailId: randomUUID(), ...TEXT }));
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'outreach-mail'");
  const mailId = mail?.id ?? "";
  expect(await deliverMail(stage.wiring, { mailId })).toBe("sent");
  const sent = stage.wiring.sent.find(({ key }) => key === mailId);
  return { contactId, mailId, sent, to: sent?.headers["Reply-To"] ?? "" };
}

async function comes(mail: Partial<InboundMail> & { to: string[] }) {
  const signed = signReport(double.receive({ from: "Ida <Ida@Work.example>", ...mail }));
  const { effect } = valueIn(await receiveMailReport(wiring, signed));
  valueIn(await receiveMailReport(wiring, signed));
  await workOff();
  return effect;
}
async function workOff() {
  const jobs = await stage.rows<{ payload: Parameters<typeof takeOneAnswer>[1] }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'take-answer'`,
  );
  for (const { payload } of [...jobs, ...jobs]) await takeOneAnswer(wiring, payload);
}
const notes = () => stage.rows("select kind, outcome, via, body from contact_notes order by written_at, body");
const reply = (body: string) => ({ kind: "reply", outcome: "answered", via: "mail", body });

test("a contact answers the mail, and the answer stands under the contact once, without what it quotes", async () => {
  const { contactId, sent, to } = await idaIsWrittenTo();
  expect(to).toMatch(/^o-[a-z2-7]{52}@replies\.example$/);
  expect(sent?.text).toContain("Please answer this mail, or call");
  const preview = valueIn(await previewOutreachMail(stage.wiring, staff("ines"), { contactId, ...TEXT }));
  expect(preview.text).toContain("Please answer this mail, or call");
  expect(
    await comes({ to: [to.toUpperCase()], text: "Yes!\n\nOn Oct 15, 2026 Ines <x@y.example> wrote:\n> Hello" }),
  ).toBe("applied");
  expect(await notes()).toEqual([reply("Yes!")]);
  await comes({ to: [to], from: "colleague@work.example", text: "Ask me instead" });
  await comes({ to: [to], text: "I am away", headers: { "Auto-Submitted": "auto-replied" } });
  expect(await notes()).toEqual([reply("Yes!"), reply("colleague@work.example:\n\nAsk me instead")]);
});

test("an address that we did not make is nobody's, and of a forgotten contact nothing is kept", async () => {
  const { contactId, to } = await idaIsWrittenTo();
  const forged = to.replace(/^o-(.)/, (_, first) => `o-${first === "a" ? "b" : "a"}`);
  expect(await comes({ to: [forged, `o-${"a".repeat(52)}@replies.example`], text: "Hi" })).toBe("ignored");
  valueIn(await forgetContact(stage.wiring, staff("ines"), { contactId }));
  await comes({ to: [to], text: "Hi" });
  expect(await notes()).toEqual([]);
});

test("what cannot be fetched yet is asked for again", async () => {
  const { to } = await idaIsWrittenTo();
  double.next({ status: 500, name: "internal_server_error" });
  await expect(comes({ to: [to], text: "Yes" })).rejects.toThrow("cannot be fetched yet");
  expect(await notes()).toEqual([]);
  await comes({ to: [to], text: "Once more" });
  expect(await notes()).toEqual([reply("Once more"), reply("Yes")]);
});

test("who answers from a mailbox that several share has answered, and so has one whose words the provider has lost", async () => {
  const { to } = await idaIsWrittenTo();
  await comes({ to: [to], from: "info@work.example", text: "Call us", headers: { "List-Id": "info.work.example" } });
  const shared = reply("info@work.example:\n\nCall us");
  expect(await notes()).toEqual([shared]);
  await stage.rows("delete from graphile_worker._private_jobs");
  for (let n = 0; n < 2; n += 1) double.next({ status: 404, name: "not_found" });
  await expect(comes({ to: [to], text: "Yes" })).rejects.toThrow("cannot be fetched yet");
  stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + 60 * 60 * 1000));
  await workOff();
  expect(await notes()).toEqual([shared, reply("")]);
});

test("the local mailbox answers for a contact as well", async () => {
  const { mailId, to } = await idaIsWrittenTo();
  const answer = { mailId, to, from: "ida@work.example", body: "Gladly", formKey: randomUUID() };
  for (const _twice of [1, 2]) valueIn(await answerLocalMail(stage.wiring, answer));
  expect(await notes()).toEqual([reply("Gladly")]);
  expect(reasonIn(await answerLocalMail(stage.wiring, { ...answer, to: "x@replies.example" }))).toBe("not_found");
});

const { schoolId, districtId } = cast.rosa;
const actor = { kind: "system", job: "test", schoolId, districtId } as const;

/** The catalogue's example of a kind is sent to somebody; answers to where they answer. */
async function isSent(kind: MailKind, who: "rosa" | "samir", key: string = kind): Promise<string> {
  const { personId, mail } = cast[who];
  const now = stage.wiring.clock.now();
  const mailId = await withScope(stage.wiring, actor, (tx) =>
    enqueueMail(tx, {
      ...{ kind, props: mailCatalogue[kind].example, to: { mail, language: "es", personId } },
      ...{ schoolId, dedupeKey: key, isAtOnce: true, now },
    } as NewMail),
  );
  expect(await deliverMail(stage.wiring, { mailId: mailId ?? "" })).toBe("sent");
  return stage.wiring.sent.find(({ key }) => key === mailId)?.headers["Reply-To"] ?? "";
}
const questions = () =>
  stage.rows<{ id: string; state: string; props: Record<string, unknown> }>(
    "select id, state, props from staff_tasks where kind = 'question' order by opened_at, id",
  );

test("an answer to any other mail is a task with the words, once, and says where it came from another address", async () => {
  const to = await isSent("introduction-thanks", "rosa");
  expect(to).toMatch(/^o-/);
  const from = `Rosa <${cast.rosa.mail}>`;
  await comes({ to: [to], from, text: "¡Gracias!\n\nEl 15 oct 2026, Lakeview <x@y.example> escribió:\n> Hola" });
  await comes({ to: [to], from, text: "Out of office", headers: { "Auto-Submitted": "auto-replied" } });
  const mine = { question: "¡Gracias!", personId: cast.rosa.personId, mailKind: "introduction-thanks", isMailed: true };
  expect((await questions()).map(({ props }) => props)).toEqual([{ ...mine, language: "es" }]);
  const [task] = await questions();
  valueIn(await finishTask(stage.wiring, staff("ines"), { taskId: task?.id ?? "", outcome: "done", note: "Called" }));
  await workOff();
  expect(await questions()).toMatchObject([{ state: "done", props: {} }]);
  await comes({ to: [to], from: "x@else.example", text: "Tell me where she is" });
  expect((await questions())[1]?.props).toMatchObject({ contact: "x@else.example", personId: cast.rosa.personId });
});

test("an answer to a mail about safety is not kept, and its reader alone hears where to write", async () => {
  const to = await isSent("concern-waits", "samir");
  await comes({ to: [to], from: "x@else.example", text: "Canary of a report" });
  expect(await listMails(stage, "reply-returned")).toEqual([]);
  await comes({ to: [to], from: cast.samir.mail, text: "Canary of a report" });
  expect(await listMails(stage, "reply-returned")).toMatchObject([
    { to: cast.samir.mail, props: { event: "elsewhere" } },
  ]);
  expect(JSON.stringify(await stage.rows("select * from staff_tasks"))).not.toContain("Canary");
});

test("the page of an introduction shows what the invited person answered by mail, and of one who said no nothing is kept", async () => {
  const elena = { ...BAKER, mentorMail: "elena@work.example" };
  const { introductionId } = valueIn(await proposeIntroduction(stage.wiring, castActor(cast.rosa), elena));
  valueIn(await inviteIntroducedMentor(stage.wiring, staff("ines"), { introductionId }));
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'introduction-invitation'");
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("sent");
  const to = stage.wiring.sent.find(({ key }) => key === mail?.id)?.headers["Reply-To"] ?? "";
  await comes({ to: [to], from: "elena@work.example", text: "Which days?" });
  const asked = "select subject_id, props ->> 'message' as message from staff_tasks where kind = 'mentor_question'";
  expect(await stage.rows(asked)).toEqual([{ subject_id: introductionId, message: "Which days?" }]);
  await stage.rows("update introductions set state = 'declined', answered_at = now() where id = $1", [introductionId]);
  await comes({ to: [to], from: "elena@work.example", text: "One more thing" });
  expect(await stage.rows(asked)).toHaveLength(1);
});

test("every kind of mail but the sign-in code has somewhere for an answer to go", () => {
  const kinds = Object.keys(answerRules) as MailKind[];
  expect(kinds.filter((kind) => answerRules[kind] === "nobody")).toEqual(["sign-in"]);
  // What is sealed from coordinators never becomes a task of theirs.
  expect(kinds.filter((kind) => answerRules[kind] === "page")).toEqual(
    kinds.filter((kind) => "cannotWait" in dayRules[kind] && dayRules[kind].cannotWait === "protects"),
  );
});
