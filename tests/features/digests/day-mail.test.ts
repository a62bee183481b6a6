import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sweepMails } from "~/features/mail/sweep-mails.server";
import { settleMail } from "~/features/operations/settle-mail.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { forgetIntroductionMails, recallDigests } from "~db/mail-recall.server";
import { enqueueMail, type NewMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { dayRules, joinsDay } from "~emails/day";
import { type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import type { SendResult } from "~emails/mailer";
import { renderDayMail } from "~emails/render";
import { PERMANENT, reportOf, signReport, withReports } from "../../support/mail-reports";
import { anaOffered, student } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_suppressions; delete from mail_transports");
  await linkOfRosa("may_know_whereabouts = true, to_on = null");
  stage.wiring.sent.length = 0;
  at(THURSDAY_MORNING);
});
afterAll(() => stage.close());

/** 2026-10-15 is a Thursday; Lakeview's clock is seven hours behind. */
const THURSDAY_MORNING = "2026-10-15T17:00:00Z";
const THURSDAY_AFTERNOON = "2026-10-15T22:10:00Z";
const THURSDAY_LATER = "2026-10-15T23:40:00Z";
const THURSDAY_NIGHT = "2026-10-16T05:00:00Z";
const FRIDAY_AFTERNOON = "2026-10-16T22:10:00Z";
const MONDAY_AFTERNOON = "2026-10-19T22:10:00Z";

const { schoolId, districtId } = cast.rosa;
const actor = { kind: "system", job: "test", schoolId, districtId } as const;
const kinds = Object.keys(mailKinds) as MailKind[];

const at = (moment: string) => stage.wiring.clock.set(new Date(moment));
const run = async () => (await mailDigests(stage.wiring)).value.mails;
const linkOfRosa = (change: string) =>
  stage.rows(`update guardian_links set ${change} where guardian_id = $1`, [cast.rosa.personId]);

/** Promises the catalogue's example of a kind to somebody. */
async function promise(kind: MailKind, change: Record<string, unknown> = {}, who: CastKey = "rosa"): Promise<string> {
  const { personId, mail } = cast[who];
  const key = typeof change.key === "string" ? change.key : `test:${kind}:${JSON.stringify(change)}`;
  const id = await withScope(stage.wiring, actor, (tx) =>
    enqueueMail(tx, {
      kind,
      props: { ...mailCatalogue[kind].example, ...change },
      to: { mail, language: "es", personId },
      schoolId,
      dedupeKey: key,
      now: stage.wiring.clock.now(),
    } as NewMail),
  );
  return id ?? "";
}

/** Sends what has a job, as the worker would. */
async function work(): Promise<void> {
  const jobs = await stage.rows<{ id: string }>(
    `select j.payload ->> 'mailId' as id from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'deliver-mail' order by j.priority, j.id`,
  );
  await stage.rows("delete from graphile_worker._private_jobs");
  for (const { id } of jobs) await deliverMail(stage.wiring, { mailId: id });
}
const sentTo = (who: CastKey) => stage.wiring.sent.filter(({ to }) => to === cast[who].mail);
const carriersTo = (who: CastKey) =>
  stage.rows<{ id: string }>(
    "select id from mails where day_at is not null and joined_in is null and recipient_mail = $1",
    [cast[who].mail],
  );
const stateOf = async (mailId: string) => {
  const [mail] = await stage.rows<{ state: string; last_error: string | null }>(
    "select state, last_error from mails where id = $1",
    [mailId],
  );
  return mail?.state;
};

test("on a busy day somebody has one mail of the school, apart from what cannot wait, whatever kinds there are", async () => {
  const cases: [MailKind, Record<string, unknown>][] = [
    ...kinds.map((kind): [MailKind, Record<string, unknown>] => [kind, {}]),
    ...["message_held", "message_late"].map((event): [MailKind, Record<string, unknown>] => [
      "pursuit-news",
      { event },
    ]),
  ];
  const atOnce = cases.filter(([kind, change]) => {
    const props = { ...mailCatalogue[kind].example, ...change };
    return !joinsDay(kind, props as never);
  });
  for (const moment of [THURSDAY_MORNING, THURSDAY_AFTERNOON, THURSDAY_LATER, THURSDAY_NIGHT]) {
    at(moment);
    for (const [kind, change] of cases)
      if (kind !== "sign-in")
        await promise(kind, { ...change, key: `${kind}:${moment}:${change.event}` }, change.event ? "ines" : "rosa");
    await run();
    await work();
  }
  const mine = sentTo("rosa");
  expect(mine.length).toBe(1 + 4 * (atOnce.length - 1 - 2));
  expect(sentTo("ines").filter(({ kind }) => kind === "pursuit-news")).toHaveLength(4 * 2);
  expect(cases.length - atOnce.length).toBeGreaterThan(10);
  at(FRIDAY_AFTERNOON);
  await run();
  await work();
  expect(sentTo("rosa").length).toBe(mine.length + 1);
  // More than fifty had come together, and what one mail does not hold goes with the next one. Where the first of it may not be told any
  // more, the next one carries the rest.
  at(MONDAY_AFTERNOON);
  await run();
  await work();
  await work();
  expect(sentTo("rosa").length).toBe(mine.length + 2);
  expect(await stage.rows("select 1 from mails where state = 'queued'")).toEqual([]);
});

test("no kind that may join has an entry for the calendar, which needs a mail of its own, and none is outreach", () => {
  for (const kind of kinds)
    if ("joins" in dayRules[kind]) {
      expect([kind, "calendar" in mailCatalogue[kind]]).toEqual([kind, false]);
      expect(mailKinds[kind].category).not.toBe("outreach");
    }
});

test("a mother of two reads of both in one mail, each by name, and is greeted once; a lone piece of news is its own mail", async () => {
  const pursuitId = await anaOffered(stage);
  const siblings = await hodanIsHersToo(pursuitId);
  await promise("family-news", { key: `family-news:${siblings}:offered:x` });
  await work();
  stage.wiring.sent.length = 0;
  at(THURSDAY_AFTERNOON);
  await run();
  await work();
  const [mail, ...more] = sentTo("rosa");
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("2 novedades de Lakeview Learning Lab (sample)");
  expect(mail?.text.match(/Hola, Rosa:/g)).toHaveLength(1);
  for (const words of ["sí a Ana", "sí a Hodan", "Juntamos las novedades"]) expect(mail?.text).toContain(words);
  at(FRIDAY_AFTERNOON);
  await promise("introduction-thanks");
  await run();
  await work();
  expect(sentTo("rosa")[1]?.subject).toContain("Priya");
  expect(sentTo("rosa")[1]?.text).not.toContain("Juntamos las novedades");
  await stage.rows("delete from guardian_links where guardian_id = $1 and student_id = $2", [
    cast.rosa.personId,
    cast.hodan.personId,
  ]);
});

/** Hodan has Ana's mother too, and is where a pursuit of Ana is. Answers her pursuit. */
async function hodanIsHersToo(pursuitId: string): Promise<string> {
  const [pursuit] = await stage.rows<{ id: string }>(
    `with sibling as (insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, call_order, from_on)
        select school_id, $2, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, 9, from_on
        from guardian_links where guardian_id = $1 and student_id = $3)
      insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, contacted_at, created_at, updated_at)
      select school_id, $2, listing_id, organisation_id, state, student_asked_at, contacted_at, created_at, updated_at from pursuits where id = $4 returning id`,
    [cast.rosa.personId, cast.hodan.personId, cast.ana.personId, pursuitId],
  );
  return pursuit?.id ?? "";
}

test("it leaves once its hour has come, not at night, once a day also when two run at once, and is sent once", async () => {
  await promise("student-status", { key: "a" }, "ana");
  await promise("student-status", { key: "b" }, "ana");
  for (const moment of [THURSDAY_MORNING, THURSDAY_NIGHT]) {
    at(moment);
    await run();
    expect(await carriersTo("ana")).toEqual([]);
  }
  at(FRIDAY_AFTERNOON);
  await Promise.all([run(), run()]);
  const [carrier, ...more] = await carriersTo("ana");
  expect(more).toEqual([]);
  await Promise.all(Array.from({ length: 5 }, () => deliverMail(stage.wiring, { mailId: carrier?.id ?? "" })));
  expect(sentTo("ana")).toHaveLength(1);
  expect(await stage.rows("select distinct state from mails where recipient_mail = $1", [cast.ana.mail])).toEqual([
    { state: "sent" },
  ]);
  await promise("student-status", { key: "c" }, "ana");
  await run();
  expect(await carriersTo("ana")).toHaveLength(1);
});

test("that a mentor has left, and that a student shall not go there, waits for no afternoon", async () => {
  const left = [
    await promise("student-status", { status: "lead_left" }, "ana"),
    await promise("family-news", { event: "lead_left" }),
  ];
  const goesOn = await promise("student-status", { status: "lead_new" }, "ana");
  await work();
  for (const id of left) expect(await stateOf(id)).toBe("sent");
  expect(await stateOf(goesOn)).toBe("queued");
});

test("staff have it in the morning of a day of the week", async () => {
  await promise("introduction-news", {}, "ines");
  at("2026-10-17T17:00:00Z");
  await run();
  expect(await stage.rows("select 1 from mails where day_at is not null and kind = 'introduction-news'")).toEqual([]);
  at("2026-10-19T15:10:00Z");
  await run();
  expect(await stage.rows("select 1 from mails where day_at is not null and kind = 'introduction-news'")).toHaveLength(
    1,
  );
});

for (const first of ["family-news", "introduction-thanks"] as const)
  test(`what its reader may not know any more is left out and staff are asked; the rest goes (${first} came first)`, async () => {
    if (first === "introduction-thanks") await promise("introduction-thanks");
    const pursuitId = await anaOffered(stage);
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
    if (first === "family-news") await promise("introduction-thanks");
    at(THURSDAY_AFTERNOON);
    await run();
    await linkOfRosa("may_know_whereabouts = false");
    await work();
    // The first of them was left out, so the next one took the rest along.
    await work();
    const mails = sentTo("rosa").filter(({ kind }) => kind !== "consent-request");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("Priya");
    expect(mails[0]?.text).not.toMatch(/clinic|Offered|Ana acepta/i);
    const left = await stage.rows<{ id: string }>("select id, state, last_error from mails where kind = 'family-news'");
    expect(left).toMatchObject([1, 2].map(() => ({ state: "suppressed", last_error: "no longer true" })));
    const tasks = await stage.rows("select subject_id from staff_tasks where kind = 'mail_undeliverable' order by 1");
    expect(tasks).toEqual(
      left.map(({ id }) => ({ subject_id: id })).sort((a, b) => (a.subject_id < b.subject_id ? -1 : 1)),
    );
  });

test("an address that was taken away while a mail waited gets nothing of it, and staff are asked", async () => {
  const [news, digest] = [await promise("introduction-thanks"), await promise("search-news")];
  at(THURSDAY_AFTERNOON);
  await run();
  const isNow = (mail: string) =>
    stage.rows("update contact_points set value = $2 where person_id = $1 and kind = 'mail'", [
      cast.rosa.personId,
      mail,
    ]);
  await isNow("rosa.new@family.example");
  try {
    await work();
    await work();
  } finally {
    await isNow(cast.rosa.mail);
  }
  expect(sentTo("rosa")).toEqual([]);
  expect([await stateOf(news), await stateOf(digest)]).toEqual(["suppressed", "suppressed"]);
  expect(await stage.rows("select subject_id from staff_tasks where kind = 'mail_undeliverable'")).toEqual([
    { subject_id: news },
  ]);
});

test("a day's mail that was refused for now is written anew without what has stopped being its reader's", async () => {
  await promise("introduction-thanks");
  const [digest, other] = [await promise("search-news"), await promise("introduction-placed")];
  at(THURSDAY_AFTERNOON);
  await run();
  await workWhile({ outcome: "wait", seconds: 1, reason: "429" });
  await silenceDigests();
  at(THURSDAY_LATER);
  await work();
  const [mail] = sentTo("rosa");
  expect(mail?.subject).toBe("2 novedades de Lakeview Learning Lab (sample)");
  expect([await stateOf(digest), await stateOf(other)]).toEqual(["suppressed", "sent"]);
});

/** Works off what waits while the provider answers so. */
async function workWhile(result: SendResult) {
  const { mailer } = stage.wiring;
  stage.wiring.mailer = { ...mailer, send: async () => result };
  await work();
  stage.wiring.mailer = mailer;
}

for (const first of ["introduction-news", "visitor-offer-news"] as const)
  test(`what may have left with a mail of a day is taken back no more, and who is forgotten then is left to a person (${first} came first)`, async () => {
    const introductionId = "0199d1f0-0000-7000-8000-0000000051c2";
    const digest = await promise("search-news", {}, "ines");
    const key = `introduction-news:${introductionId}:accepted:x`;
    const ofZeno = () => promise("introduction-news", { key, mentorName: "Zeno Canary" }, "ines");
    if (first === "introduction-news") await ofZeno();
    const stays = await promise("visitor-offer-news", {}, "ines");
    if (first === "visitor-offer-news") await ofZeno();
    await run();
    await workWhile({ outcome: "unknown", reason: "no answer" });
    const now = stage.wiring.clock.now();
    await withScope(stage.wiring, actor, (tx) => recallDigests(tx, { schoolId, personId: cast.ines.personId, now }));
    expect(await stateOf(digest)).toBe("queued");
    await withScope(stage.wiring, actor, (tx) => forgetIntroductionMails(tx, { introductionId, schoolId, now }));
    at(THURSDAY_LATER);
    await work();
    expect(sentTo("ines")).toEqual([]);
    await sweepMails(stage.wiring);
    expect(await Promise.all([digest, stays].map(stateOf))).toEqual(["needs_person", "needs_person"]);
    const asked = await stage.rows("select subject_id from staff_tasks where kind = 'mail_failed'");
    expect(asked).toContainEqual({ subject_id: stays });
    expect(JSON.stringify(await stage.rows("select * from mails"))).not.toContain("Zeno");
  });

test("what was put off leaves with the names of today, and news to coordinators leaves only while they are some", async () => {
  const request = await promise("consent-request");
  const offer = await promise("visitor-offer-news", {}, "ines");
  await run();
  await workWhile({ outcome: "later", seconds: 60, reason: "451" });
  const called = (name: string) =>
    stage.rows("update people set name_used = $2 where id = $1", [cast.rosa.personId, name]);
  const since = (end: string | null) =>
    stage.rows("update identity.memberships set to_on = $2 where person_id = $1 and role = 'coordinator'", [
      cast.ines.personId,
      end,
    ]);
  await called("Rosalia");
  await since("2026-10-14");
  try {
    await work();
  } finally {
    await called("Rosa");
    await since(null);
  }
  expect(sentTo("rosa")[0]?.text).toContain("Rosalia");
  expect(await Promise.all([request, offer].map(stateOf))).toEqual(["sent", "suppressed"]);
  expect(await stage.rows("select 1 from staff_tasks")).toEqual([]);
});

test("a mail of a day that was refused for good is tried again alone; what it carried is not sent by that", async () => {
  const mails = [await promise("introduction-thanks"), await promise("introduction-placed")];
  at(THURSDAY_AFTERNOON);
  await run();
  await workWhile({ outcome: "refused", reason: "422" });
  expect(await Promise.all(mails.map(stateOf))).toEqual(["failed", "failed"]);
  const [carrier] = await carriersTo("rosa");
  valueIn(await settleMail(stage.wiring, castActor(cast.priya), { mailId: carrier?.id ?? "", decision: "retry" }));
  await work();
  expect(sentTo("rosa")).toHaveLength(1);
  expect((await Promise.all(mails.map(stateOf))).toSorted()).toEqual(["failed", "sent"]);
});

const silenceDigests = () =>
  stage.rows(
    `insert into mail_suppressions (address_hash, category, reason, district_id)
      values (sha256(convert_to(lower($1), 'utf8')), 'digest', 'unsubscribed', $2)`,
    [cast.rosa.mail, districtId],
  );

test("a digest in it is stopped by a link of its own, and the mail that people count on by none", async () => {
  await promise("search-news");
  await promise("introduction-thanks");
  at(THURSDAY_AFTERNOON);
  await run();
  await work();
  const [mail] = sentTo("rosa");
  expect(mail?.text.match(/\/unsubscribe\//g)).toHaveLength(1);
  expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
});

test("a conversation in it shows its own address for answers, and an answer to the mail itself is for the school", async () => {
  const conversation = { ...mailCatalogue["conversation-news"].example.conversationList[0] };
  const parts = [
    { kind: "conversation-news", change: { conversationList: [conversation], count: 2 } },
    { kind: "introduction-thanks", change: {} },
  ] as const;
  const mail = await renderDayMail({
    ...{
      language: "en",
      to: "rosa@family.example",
      from: "mail@throughline.example",
      sender: null,
      unsubscribeLink: null,
      replyTo: "o-1@replies.example",
    },
    parts: parts.map(({ kind, change }) => ({
      part: { kind, props: { ...mailCatalogue[kind].example, ...change } as MailProps<MailKind> },
      stopLink: null,
    })),
  });
  expect(mail.text).toContain(conversation.replyTo);
  expect(mail.text.match(/^Hello Rosa,$/gm)).toHaveLength(1);
  expect(mail.headers["Reply-To"]).toBe("o-1@replies.example");
});

test("more than one reads in full is a line each, with its link", async () => {
  for (let n = 1; n <= 8; n += 1) await promise("introduction-thanks", { mentorName: `Mentor ${n}`, key: `n${n}` });
  at(THURSDAY_AFTERNOON);
  await run();
  await work();
  const [mail] = sentTo("rosa");
  expect(mail?.subject).toContain("8");
  for (let n = 1; n <= 8; n += 1) expect(mail?.text).toContain(`Mentor ${n}`);
  expect(mail?.text.match(/\/introduce\b/g)).toHaveLength(8);
});

test("a mail of a day that comes back is a task for each thing that it told, and the next may leave on the same day", async () => {
  const ids = [await promise("introduction-thanks"), await promise("own-rights")];
  at(THURSDAY_AFTERNOON);
  await run();
  await work();
  const wiring = withReports(stage.wiring);
  const [carrier = null] = sentTo("rosa").map(({ key }) => key);
  const report = () => signReport(reportOf({ type: "email.bounced", mailId: carrier, bounce: PERMANENT }));
  for (let n = 0; n < 2; n += 1) valueIn(await receiveMailReport(wiring, report()));
  expect(await stage.rows("select distinct arrival from mails")).toEqual([{ arrival: "bounced" }]);
  const tasks = await stage.rows<{ subject_id: string }>(
    "select subject_id from staff_tasks where kind = 'mail_undeliverable'",
  );
  expect(tasks.map(({ subject_id }) => subject_id).sort()).toEqual([...ids].sort());
  await promise("introduction-placed");
  expect(await run()).toBe(1);
});

test("who is forgotten is forgotten in the mail of a day too, and what went with a stopped one waits for the next", async () => {
  const introductionId = "0199d1f0-0000-7000-8000-0000000051c1";
  const news = { key: `introduction-news:${introductionId}:accepted:x`, mentorName: "Zeno Canary" };
  const forget = () =>
    withScope(stage.wiring, actor, (tx) =>
      forgetIntroductionMails(tx, { introductionId, schoolId, now: stage.wiring.clock.now() }),
    );
  await promise("visitor-offer-news", {}, "ines");
  await promise("introduction-news", news, "ines");
  await run();
  await work();
  expect(sentTo("ines")[0]?.text).toContain("Zeno Canary");
  await forget();
  expect(JSON.stringify(await stage.rows("select * from mails"))).not.toContain("Zeno");

  await stage.rows("delete from mails");
  await promise("introduction-news", news, "ines");
  const stays = await promise("visitor-offer-news", {}, "ines");
  await run();
  await forget();
  await work();
  expect(await stateOf(stays)).toBe("queued");
  await sweepMails(stage.wiring);
  await run();
  await work();
  expect(await stateOf(stays)).toBe("sent");
  expect(sentTo("ines")).toHaveLength(2);
});
