import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MOST_AN_HOUR } from "~/domain/conversation/message";
import { answerLocalMail } from "~/features/conversations/answer-local-mail.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { receiveHandedMail } from "~/features/conversations/receive-handed.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { takeOneReply } from "~/jobs/take-one-reply";
import { cast, castActor } from "~db/cast";
import { takeHandedMails } from "~emails/handed.server";
import { anaTalks, say } from "../../support/conversations";
import { signReport, withReports } from "../../support/mail-reports";
import { jpegOf, PLACE, pngOf } from "../../support/pictures";
import { staff, student } from "../../support/pursuit-way";
import { type InboundMail, type ResendDouble, startResendDouble } from "../../support/resend-double";
import { listMails, listTaskKinds, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import type { TestWiring } from "../../support/wiring";

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

const ana = student("ana");
const maya = castActor(cast.maya);

/** Ana has written to Maya, who was told by the mail of the day; answers the mail that left, and to where Maya answers. */
async function mayaIsTold() {
  stage.wiring.clock.set(new Date("2026-10-15T19:00:00Z"));
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: ana, pursuitId, body: "May I come on Thursday?" }));
  stage.wiring.clock.set(new Date("2026-10-15T19:20:00Z"));
  await mailDigests(stage.wiring);
  const [mail] = await stage.rows<{ id: string }>(
    "select id from mails where kind = 'conversation-news' and recipient_mail = $1",
    [cast.maya.mail],
  );
  const mailId = mail?.id ?? "";
  expect(await deliverMail(stage.wiring, { mailId })).toBe("sent");
  const sent = stage.wiring.sent.find(({ key }) => key === mailId);
  return { pursuitId, mailId, sent, to: sent?.headers["Reply-To"] ?? "" };
}

const jobs = () =>
  stage.rows<{ payload: { schoolId: string; replyId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'take-reply'`,
  );
async function work() {
  for (const { payload } of await jobs()) await takeOneReply(wiring, payload);
}
/** A mail comes in as Resend tells it, and the worker fetches it. */
async function comes(mail: Partial<InboundMail> & { to: string[] }) {
  const signed = signReport(double.receive({ from: `Maya <${cast.maya.mail}>`, ...mail }));
  const { effect } = valueIn(await receiveMailReport(wiring, signed));
  await work();
  return { effect, signed };
}
const became = async () => (await stage.rows("select became, because from replies order by id")) as object[];
const shown = async (actor: Parameters<typeof openConversation>[1], pursuitId: string) =>
  valueIn(await openConversation(stage.wiring, actor, { pursuitId, page: 1 })).messages.map(({ body }) => body);
const returned = async () => (await listMails(stage, "reply-returned")).map(({ to, props }) => [to, props.event]);

const GMAIL = `Yes, Thursday at nine.\r\n\r\nOn Thu, Oct 15, 2026 Lakeview <mail@throughline.example> wrote:\r\n> One new message`;

test("who is told of a message answers the mail, and the others read what they wrote and no address of theirs", async () => {
  const { pursuitId, sent, to } = await mayaIsTold();
  expect(to).toMatch(/^r-[a-z2-7]{32}@replies\.example$/);
  expect(sent?.text).toContain("You can also answer this mail");
  expect(
    await stage.rows("select 1 from reply_addresses where encode(token_hash, 'escape') like '%' || $1 || '%'", [to]),
  ).toEqual([]);
  const { effect, signed } = await comes({ to: [to.toUpperCase()], text: GMAIL });
  expect(effect).toBe("applied");
  // Told again, also out of order, it is the same mail.
  valueIn(await receiveMailReport(wiring, signed));
  valueIn(await receiveMailReport(wiring, signReport(signed.payload)));
  await work();
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "Yes, Thursday at nine."]);
  const page = JSON.stringify(valueIn(await openConversation(stage.wiring, ana, { pursuitId, page: 1 })));
  expect(page).not.toContain(cast.maya.mail);
  expect(await stage.rows("select via from messages where body like 'Yes%'")).toEqual([{ via: "mail" }]);
  expect(await became()).toEqual([{ became: "sent", because: "" }]);
  // The next mail has the same address.
  valueIn(await say(stage, { actor: ana, pursuitId, body: "Great!" }));
  stage.wiring.clock.set(new Date("2026-10-16T19:20:00Z"));
  await mailDigests(stage.wiring);
  const told = (await listMails(stage, "conversation-news")).filter((mail) => mail.to === cast.maya.mail);
  expect(JSON.stringify(told.at(-1)?.props)).toContain(to);
});

test("what is answered by mail is in the language of its writer, and whoever reads another one can ask for an interpreter", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await stage.rows("update mentors set language = 'vi' where id = $1", [cast.maya.personId]);
  await comes({ to: [to], text: "Vâng, thứ Năm." });
  await stage.rows("update mentors set language = 'en' where id = $1", [cast.maya.personId]);
  const { messages } = valueIn(await openConversation(stage.wiring, ana, { pursuitId, page: 1 }));
  expect(messages.map(({ body, language }) => [body, language])).toContainEqual(["Vâng, thứ Năm.", "vi"]);
  const answered = messages.find(({ language }) => language === "vi");
  expect(answered?.interpreting).toBe("may_ask");
});

test("what gives somebody away waits, a page without text is read as text, and a file is left out with a word to its writer", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await comes({ to: [to], text: "Call me\nMaya Brandt\n206 555 0177" });
  const html = "<p>See you&nbsp;<b>Thursday</b></p><blockquote>Dana, 206 555 0142</blockquote>";
  await comes({ to: [to], html, attachments: [{ filename: "map.png", content_type: "image/png" }] });
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "See you Thursday"]);
  expect(await became()).toEqual([
    { became: "held", because: "" },
    { became: "sent", because: "" },
  ]);
  expect(await returned()).toEqual([[cast.maya.mail, "files"]]);
  expect(await listTaskKinds(stage)).toContain("message_held");
});

test("a signature that begins with the whole name of its writer reaches nobody, also where no mark stands before it", async () => {
  const { pursuitId, to } = await mayaIsTold();
  const [maya_] = await stage.rows<{ full_name: string }>("select full_name from mentors where id = $1", [
    cast.maya.personId,
  ]);
  await comes({ to: [to], text: `See you Thursday.\n\n${maya_?.full_name}, DVM\n206 555 0177\nmaya@clinic.example` });
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "See you Thursday."]);
  expect(await became()).toEqual([{ became: "sent", because: "" }]);
});

test("a mail with pictures alone is a message with pictures, and one with neither goes back", async () => {
  const { pursuitId, to } = await mayaIsTold();
  const photo = { filename: "sheet.jpg", content_type: "image/jpeg", content: jpegOf({}) };
  const quoted = GMAIL.slice(GMAIL.indexOf("On Thu"));
  await comes({ to: [to], text: quoted, attachments: [photo] });
  await comes({ to: [to], text: quoted, attachments: [{ ...photo, content: Buffer.from("%PDF-1.7") }] });
  expect(await became()).toEqual([
    { became: "held", because: "" },
    { became: "given_back", because: "empty" },
  ]);
  expect(await returned()).toEqual([[cast.maya.mail, "empty"]]);
  const [held] = await stage.rows<{ id: string }>("select id from messages where state = 'held'");
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  valueIn(await releaseMessage(stage.wiring, staff("ines"), { pursuitId, messageId: held?.id ?? "" }));
  const [, last] = valueIn(await openConversation(stage.wiring, ana, { pursuitId, page: 1 })).messages;
  expect(last).toMatchObject({
    body: "",
    pictures: [{ id: expect.any(String), bytes: expect.any(Number) }],
    state: "sent",
  });
});

test("pictures of a mail wait as those of the page do, other files are named by why they are left out, and a logo is none", async () => {
  const { pursuitId, to } = await mayaIsTold();
  const photo = { filename: "206 555 0177.jpg", content_type: "image/jpeg", content: jpegOf({}) };
  const logo = { ...photo, content_disposition: "inline", content_id: "<logo>" };
  const plan = { filename: "plan.pdf", content_type: "application/pdf", content: Buffer.from("%PDF-1.7") };
  const svg = { filename: "a.svg", content_type: "image/svg+xml", content: Buffer.from("<svg/>") };
  const attachments = [photo, logo, svg, photo, photo, photo, plan];
  await comes({ to: [to], text: "The door", attachments });
  expect(await became()).toEqual([{ became: "held", because: "" }]);
  const [, message] = valueIn(await openConversation(stage.wiring, maya, { pursuitId, page: 1 })).messages;
  expect(message).toMatchObject({
    body: "The door",
    heldFor: ["picture"],
    pictures: Array(3).fill({ id: expect.any(String), bytes: expect.any(Number) }),
  });
  expect(message?.leftOut).toEqual(["not_a_picture", "too_many_pictures", "not_a_picture"]);
  const kept = await stage.rows<{ content: Buffer }>("select content from message_pictures");
  for (const { content } of kept) expect(content.includes(PLACE)).toBe(false);
  expect(JSON.stringify(message)).not.toContain("206 555 0177");
  expect(await returned()).toEqual([[cast.maya.mail, "files"]]);
  // The next mail of the day says that they wait on the page, and carries none.
  valueIn(await readThread(stage.wiring, staff("ines"), { pursuitId }));
  const { id: messageId = "" } = message ?? {};
  valueIn(await releaseMessage(stage.wiring, staff("ines"), { pursuitId, messageId }));
  stage.wiring.clock.set(new Date("2026-10-15T19:40:00Z"));
  await mailDigests(stage.wiring);
  const told = (await listMails(stage, "conversation-news")).find((mail) => mail.to === cast.ana.mail);
  expect(told?.props.conversationList).toMatchObject([{ messages: 1, pictures: 3 }]);
});

test("of a mail from another address no file is opened, and one that cannot be fetched is waited for, an hour long", async () => {
  const { pursuitId, to } = await mayaIsTold();
  const attachments = [{ filename: "a.png", content_type: "image/png", content: pngOf() }];
  await comes({ to: [to], from: "somebody@else.example", text: "Look", attachments });
  expect(await stage.rows("select left_out from messages where state = 'held'")).toEqual([{ left_out: ["unread"] }]);
  expect(await stage.rows("select 1 from message_pictures")).toEqual([]);
  valueIn(
    await receiveMailReport(
      wiring,
      signReport(double.receive({ from: cast.maya.mail, to: [to], text: "Here", attachments })),
    ),
  );
  const [, job] = await jobs();
  if (!job) throw new Error("no job");
  double.next("take", { status: 500, name: "internal_server_error" });
  await expect(takeOneReply(wiring, job.payload)).rejects.toThrow("cannot be fetched yet");
  stage.wiring.clock.set(new Date("2026-10-15T21:00:00Z"));
  double.next("take", { status: 500, name: "internal_server_error" });
  await takeOneReply(wiring, job.payload);
  const last = valueIn(await openConversation(stage.wiring, maya, { pursuitId, page: 1 })).messages.at(-1);
  expect(last).toMatchObject({ body: "Here", state: "sent", leftOut: ["unread"], pictures: [] });
});

test("what comes from another address nobody but the school reads, not its supposed writer either, and it can only be given back", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await comes({ to: [to], from: "somebody@else.example", text: "Come alone tonight" });
  const forged = { "Authentication-Results": "mx.example; dmarc=fail" };
  await comes({ to: [to], headers: forged, text: "It is me, really" });
  await comes({ to: [to], headers: { "List-Id": "clinic.example" }, text: "One of us" });
  for (const actor of [ana, maya]) expect(await shown(actor, pursuitId)).toEqual(["May I come on Thursday?"]);
  expect(await returned()).toEqual([]);
  expect(await listTaskKinds(stage)).toContain("message_held");
  const ines = staff("ines");
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  expect(await shown(ines, pursuitId)).toEqual([
    "May I come on Thursday?",
    "Come alone tonight",
    "It is me, really",
    "One of us",
  ]);
  const held = await stage.rows<{ id: string }>("select id from messages where state = 'held' order by id");
  for (const { id: messageId } of held) {
    expect(reasonIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId }))).toBe("put_aside");
    valueIn(await returnMessage(stage.wiring, ines, { pursuitId, messageId, reason: "Not known." }));
  }
  for (const actor of [ana, maya]) expect(await shown(actor, pursuitId)).toEqual(["May I come on Thursday?"]);
  expect(await listTaskKinds(stage)).not.toContain("message_held");
});

test("what strangers send to somebody's address fills an hour of its own, and leaves theirs", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await comes({ to: [to], from: "somebody@else.example", text: "Come alone tonight" });
  await stage.rows(
    `insert into messages (school_id, thread_id, member_id, body, via, form_key, state, held_for, written_at)
      select school_id, thread_id, member_id, body, via, gen_random_uuid(), state, held_for, written_at
        from messages, generate_series(2, $1) where held_for = '{sender}'`,
    [MOST_AN_HOUR],
  );
  await comes({ to: [to], from: "somebody@else.example", text: "And again" });
  await comes({ to: [to], text: "See you Thursday" });
  expect(await became()).toMatchObject([
    { became: "aside" },
    { became: "dropped", because: "too_many" },
    { became: "sent" },
  ]);
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "See you Thursday"]);
});

test.each([
  [`"<${cast.maya.mail}>" <somebody@else.example>`, "aside"],
  [`somebody@else.example, Maya <${cast.maya.mail}>`, "aside"],
  [`Maya <${cast.maya.mail}>, somebody@else.example`, "aside"],
  [`"Brandt, Maya" <${cast.maya.mail}>`, "sent"],
  [`"${cast.maya.mail}" <${cast.maya.mail}>`, "sent"],
])("nobody passes for the writer by a name or by a second address: %s", async (from, expected) => {
  const { to } = await mayaIsTold();
  await comes({ to: [to], from, text: "Bring boots on Thursday" });
  expect(await became()).toMatchObject([{ became: expected }]);
});

test("who may not write any more reaches the school alone, and hears so", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await stage.rows("update pursuits set state = 'withdrawn' where id = $1", [pursuitId]);
  await comes({ to: [to], text: "One more thing" });
  expect(await became()).toEqual([{ became: "aside", because: "ended" }]);
  expect(await returned()).toEqual([[cast.maya.mail, "ended"]]);
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?"]);
});

test("a student under 13 does not write by mail either", async () => {
  const { pursuitId } = await mayaIsTold();
  stage.wiring.clock.set(new Date("2026-10-15T20:00:00Z"));
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Yes" }));
  stage.wiring.clock.set(new Date("2026-10-15T20:20:00Z"));
  await mailDigests(stage.wiring);
  const [told] = (await listMails(stage, "conversation-news")).filter(({ to }) => to === cast.ana.mail);
  const [line] = (told?.props.conversationList ?? []) as { replyTo: string }[];
  const [born] = await stage.rows<{ born_on: string }>("select born_on from people where id = $1", [cast.ana.personId]);
  await stage.rows("update people set born_on = '2014-01-01' where id = $1", [cast.ana.personId]);
  try {
    await comes({ to: [line?.replyTo ?? ""], from: cast.ana.mail, text: "Hello" });
    expect(await became()).toEqual([{ became: "aside", because: "ended" }]);
  } finally {
    await stage.rows("update people set born_on = $2 where id = $1", [cast.ana.personId, born?.born_on]);
  }
});

test("machines are dropped and counted; what cannot be a message goes back with a reason; what is to nobody is not kept", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await comes({ to: [to], text: "I am away", headers: { "Auto-Submitted": "auto-replied" } });
  await comes({ to: [to], from: "MAILER-DAEMON@mx.example", text: "Undeliverable" });
  await comes({ to: [to], text: "> only a quote" });
  await comes({ to: [to], text: "x".repeat(2_001) });
  expect(await became()).toEqual([
    { became: "dropped", because: "automatic" },
    { became: "dropped", because: "automatic" },
    { became: "given_back", because: "empty" },
    { became: "given_back", because: "too_long" },
  ]);
  expect((await returned()).map(([, event]) => event)).toEqual(["empty", "too_long"]);
  const nobodys = await comes({ to: [`r-${"a".repeat(32)}@replies.example`, "hello@replies.example"], text: "Hi" });
  expect(nobodys.effect).toBe("ignored");
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?"]);
});

test("a mail that cannot be fetched yet is asked for again, and one that never comes is told to its writer", async () => {
  const { to } = await mayaIsTold();
  const payload = double
    .receive({ from: cast.maya.mail, to: [to], text: "Hello" })
    .replace(/"email_id":"[^"]+"/, `"email_id":"${randomUUID()}"`);
  valueIn(await receiveMailReport(wiring, signReport(payload)));
  await expect(work()).rejects.toThrow("cannot be fetched yet");
  double.next({ status: 500, name: "internal_server_error" });
  stage.wiring.clock.set(new Date("2026-10-15T21:00:00Z"));
  await expect(work()).rejects.toThrow("cannot be fetched yet");
  await work();
  expect(await became()).toEqual([{ became: "given_back", because: "unreadable" }]);
  expect(await returned()).toEqual([[cast.maya.mail, "unreadable"]]);
});

test("a process that ends between the message and its note repeats it, and two at once write one message", async () => {
  const { pursuitId, to } = await mayaIsTold();
  await comes({ to: [to], text: "Yes" });
  await stage.rows("update replies set became = null, settled_at = null");
  const [job] = await jobs();
  if (!job) throw new Error("no job");
  await Promise.all([takeOneReply(wiring, job.payload), takeOneReply(wiring, job.payload)]);
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "Yes"]);
  expect(await became()).toEqual([{ became: "sent", because: "" }]);
});

const SECRET = "the secret of the school's own mail server";
function sign(mail: string, { at = Date.now(), secret = SECRET }: { at?: number; secret?: string } = {}) {
  const bytes = Buffer.from(mail, "latin1");
  const seconds = Math.floor(at / 1000);
  const mac = createHmac("sha256", secret).update(`${seconds}.`).update(bytes).digest("hex");
  return { bytes, signature: `t=${seconds},v1=${mac}` };
}

test("a school's own mail server hands over a whole mail, in any charset, signed; nothing else is taken", async () => {
  const { pursuitId, to } = await mayaIsTold();
  const handed = takeHandedMails(SECRET, { now: () => new Date() });
  const own: TestWiring = { ...stage.wiring, mailer: { ...stage.wiring.mailer, handed } };
  const mail = [
    `From: =?utf-8?B?TWF5YQ==?= <${cast.maya.mail.toUpperCase()}>`,
    "To: Lakeview <mail@throughline.example>",
    `Delivered-To: ${to}`,
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "S=ED, ma=F1ana.",
    "--=20",
    "206 555 0177",
  ].join("\r\n");
  for (const bad of [
    sign(mail, { at: 0 }),
    sign(mail, { secret: "x" }),
    { ...sign(mail), bytes: Buffer.from("x") },
    { ...sign(mail), signature: "" },
  ])
    expect(reasonIn(await receiveHandedMail(own, bad))).toBe("not_signed");
  expect(reasonIn(await receiveHandedMail(stage.wiring, sign(mail)))).toBe("not_found");
  for (const _ of [1, 2]) expect(valueIn(await receiveHandedMail(own, sign(mail)))).toEqual({ placed: 1 });
  expect(valueIn(await receiveHandedMail(own, sign("no mail at all")))).toEqual({ placed: 0 });
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "Sí, mañana."]);
});

test("the local mailbox answers as its reader does, and not in live mode", async () => {
  const { pursuitId, mailId, to } = await mayaIsTold();
  const answer = { mailId, to, from: cast.maya.mail, body: "Yes", formKey: randomUUID() };
  for (const _ of [1, 2]) valueIn(await answerLocalMail(stage.wiring, answer));
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?", "Yes"]);
  const live: TestWiring = { ...stage.wiring, env: { ...stage.wiring.env, mode: "live" } };
  expect(reasonIn(await answerLocalMail(live, answer))).toBe("not_found");
  expect(reasonIn(await answerLocalMail(stage.wiring, { ...answer, to: "hello@replies.example" }))).toBe("not_found");
});

test("without a domain for answers no mail promises one, and an address outlives a change of the secret", async () => {
  const { to } = await mayaIsTold();
  const env = stage.wiring.env;
  stage.wiring.env = { ...env, secret: "another secret, for the same rows" };
  try {
    await stage.rows("delete from mails");
    await stage.rows("update thread_members set told = 0, told_in = null, told_before = 0");
    await mailDigests(stage.wiring);
    const [mail] = (await listMails(stage, "conversation-news")).filter((one) => one.to === cast.maya.mail);
    expect(JSON.stringify(mail?.props)).not.toContain(to);
    await comes({ to: [to], text: "Still me" });
    expect(await became()).toEqual([{ became: "sent", because: "" }]);
    stage.wiring.env = { ...env, replyDomain: null };
    await stage.rows("delete from mails");
    await stage.rows("update thread_members set told = 0, told_in = null, told_before = 0, seen = 0");
    await mailDigests(stage.wiring);
    expect(JSON.stringify(await listMails(stage, "conversation-news"))).not.toContain("@replies.example");
  } finally {
    stage.wiring.env = env;
  }
});

// Last: it pauses what the mentor offers.
test("a suspended mentor's answer waits for the school and nothing is written to them", async () => {
  const { pursuitId, to } = await mayaIsTold();
  valueIn(
    await suspendMentor(stage.wiring, castActor(cast.priya), { mentorId: cast.maya.personId, reason: "A report" }),
  );
  await comes({ to: [to], text: "Please" });
  expect(await became()).toEqual([{ became: "aside", because: "ended" }]);
  expect(await returned()).toEqual([]);
  expect(await shown(ana, pursuitId)).toEqual(["May I come on Thursday?"]);
});
