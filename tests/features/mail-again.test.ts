import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findSession } from "~/features/accounts/find-session.server";
import { openLink } from "~/features/accounts/open-link.server";
import { startSession } from "~/features/accounts/start-session.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openUnreachedMail } from "~/features/mail/open-unreached-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { invitePerson } from "~/features/people/invite-person.server";
import { removeContact } from "~/features/people/settle-contact.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import { enqueueMail, hashAddress, suppressMail } from "~db/mails.server";
import { listMailsOfSeat } from "~db/replies.server";
import { withIdentity, withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { PERMANENT, reportOf, signReport, withReports } from "../support/mail-reports";
import { anaApproved, anaContacted, staff, student } from "../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../support/stage";
import type { TestWiring } from "../support/wiring";

let stage: Stage;
let wiring: TestWiring;
beforeAll(async () => {
  stage = await openStage({ connections: 25 });
  wiring = withReports(stage.wiring);
  await stage.rows("create table kept_ways as select id, account_id, to_on, came_in_at from identity.memberships");
  await stage.rows("create table kept_points as select * from contact_points");
  await stage.rows("create table kept_mentor_points as select * from mentor_contact_points");
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mail_suppressions");
  for (const undo of [
    "update identity.memberships m set account_id = k.account_id, to_on = k.to_on, came_in_at = k.came_in_at from kept_ways k where k.id = m.id",
    "delete from identity.sessions",
    "delete from identity.memberships where id not in (select id from kept_ways)",
    "delete from invitations",
    "delete from contact_points",
    "insert into contact_points select * from kept_points",
    "delete from mentor_contact_points",
    "insert into mentor_contact_points select * from kept_mentor_points",
  ])
    await stage.rows(undo);
});
afterAll(() => stage.close());

const ines = staff("ines");
const again = (mailId: string, address: string, actor: Parameters<typeof sendMailAgain>[1] = ines) =>
  sendMailAgain(wiring, actor, { mailId, address });

async function told(mailId: string, type = "email.bounced"): Promise<void> {
  await stage.rows("update mails set state = 'sent', sent_at = now() where id = $1", [mailId]);
  const report = signReport(reportOf({ type, mailId, bounce: PERMANENT }));
  expect(valueIn(await receiveMailReport(wiring, report)).effect).toBe("applied");
}

/** A mail of a kind that the way of a pursuit caused, which came back. */
async function bounced(kind: string, type?: string): Promise<string> {
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = $1 order by id desc limit 1", [
    kind,
  ]);
  await told(mail?.id ?? "", type);
  return mail?.id ?? "";
}
/** A receipt for a gift. */
async function giftMail(giftId: string): Promise<string> {
  const { schoolId, districtId } = cast.ines;
  const id = await withScope(wiring, { kind: "system", job: "test", schoolId, districtId }, (tx) =>
    enqueueMail(tx, {
      kind: "gift-receipt",
      props: mailCatalogue["gift-receipt"].example,
      to: { mail: "lu@old.example", language: "en" },
      schoolId,
      dedupeKey: `gift-receipt:${giftId}:ch_1`,
      now: wiring.clock.now(),
    }),
  );
  return id ?? "";
}
const copies = () =>
  stage.rows<{ recipient_mail: string; props: Record<string, unknown> }>(
    "select kind, state, recipient_mail, recipient_language, recipient_person_id, recipient_mentor_id, props from mails where dedupe_key like '%:again:%'",
  );
const rosasMails = () =>
  stage.rows(
    "select value, preferred, undeliverable_at is null as works from contact_points where person_id = $1 and kind = 'mail' order by preferred",
    [cast.rosa.personId],
  );
/** The addresses that let Rosa in. */
const rosasWays = () =>
  stage.rows(
    `select a.mail from identity.memberships m join identity.accounts a on a.id = m.account_id
      where m.person_id = $1 and (m.to_on is null or m.to_on >= current_date) order by a.mail`,
    [cast.rosa.personId],
  );
/** A session of whoever has come in with Rosa's address. */
async function signedInSession() {
  const [account] = await stage.rows<{ id: string }>("select id from identity.accounts where mail = $1", [
    cast.rosa.mail,
  ]);
  return withIdentity(wiring, (tx) =>
    startSession(tx, { accountId: account?.id ?? "", device: "Firefox", now: wiring.clock.now() }),
  );
}
const openTasks = () => stage.rows("select kind from staff_tasks where kind like 'mail%' and state = 'open'");

describe("the address is corrected", () => {
  test("and the same mail goes out once more, to the same guardian at the new address, who is written to there from now on", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    expect(await openTasks()).toHaveLength(1);
    valueIn(await again(mailId, "rosa.new@family.example"));
    const [first] = await stage.rows<{ props: object }>("select props from mails where id = $1", [mailId]);
    const copied = await copies();
    expect(copied).toEqual([
      {
        kind: "consent-request",
        state: "queued",
        recipient_mail: "rosa.new@family.example",
        recipient_language: "es",
        recipient_person_id: cast.rosa.personId,
        recipient_mentor_id: null,
        props: { ...first?.props, link: expect.stringContaining("/consent/") },
      },
    ]);
    expect(await openTasks()).toEqual([]);
    expect(await rosasMails()).toEqual([{ value: "rosa.new@family.example", preferred: true, works: true }]);
    expect(
      await stage.rows("select actor_id, transition, evidence from audit_log where noun = 'mail' and noun_id = $1", [
        mailId,
      ]),
    ).toMatchObject([
      { actor_id: cast.ines.personId, transition: "send_again", evidence: expect.stringMatching(/^mail /) },
    ]);
  });

  test.each(["email.bounced", "email.complained"])("and the wrong one is hers no more (%s)", async (type) => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request", type);
    const linkOf = async (where: string) =>
      (await stage.rows<{ link: string }>(`select props->>'link' as link from mails where ${where}`))[0]?.link ?? "";
    const byLink = (link: string) => openLink(wiring, { token: link.split("/").at(-1), kinds: ["consent"] });
    const old = await linkOf(`id = '${mailId}'`);
    valueIn(await byLink(old));
    valueIn(await again(mailId, "rosa.new@family.example"));
    expect(reasonIn(await byLink(old))).toBe("expired");
    valueIn(await byLink(await linkOf("dedupe_key like '%:again:%'")));
    const { schoolId, districtId, personId } = cast.rosa;
    const seat = { person_id: personId, mentor_id: null, district_id: districtId };
    const own = await withScope(wiring, ines, (tx) => listMailsOfSeat(tx, { schoolId, reply: seat }));
    expect(own, "what is written from the old one is not hers").toEqual(["rosa.new@family.example"]);
    expect(await rosasWays(), "the right one lets her in").toEqual([{ mail: "rosa.new@family.example" }]);
    const log = await stage.rows<{ transition: string }>(
      "select transition from audit_log where noun = 'person' and noun_id = $1 and actor_id = $2 order by id",
      [personId, cast.ines.personId],
    );
    expect(log.map(({ transition }) => transition)).toEqual(["shut_out", "add_contact", "let_in", "remove_contact"]);
  });

  test("and one with which she has signed in stays hers, marked, and goes on letting her in", async () => {
    await anaApproved(stage);
    await stage.rows("update identity.memberships set came_in_at = now() where person_id = $1", [cast.rosa.personId]);
    const mailId = await bounced("consent-request");
    const address = "rosa.new@family.example";
    expect(reasonIn(await again(mailId, address))).toBe("whose_missing");
    expect(await copies()).toEqual([]);
    valueIn(await sendMailAgain(wiring, ines, { mailId, address, old: "theirs" }));
    expect(await rosasMails()).toMatchObject([
      { value: cast.rosa.mail, preferred: false, works: false },
      { value: "rosa.new@family.example", preferred: true, works: true },
    ]);
    expect(await rosasWays()).toEqual([{ mail: cast.rosa.mail }]);
  });

  test("and a stranger has signed in with the wrong one: it lets them in no more once staff say so", async () => {
    await anaApproved(stage);
    await stage.rows("update identity.memberships set came_in_at = now() where person_id = $1", [cast.rosa.personId]);
    const mailId = await bounced("consent-request", "email.complained");
    expect(valueIn(await openUnreachedMail(wiring, ines, { mailId })).asksWhose).toBe(true);
    const address = "rosa.new@family.example";
    const { token } = await signedInSession();
    expect(await findSession(wiring, token)).toMatchObject({
      actor: { kind: "guardian", personId: cast.rosa.personId },
    });
    valueIn(await sendMailAgain(wiring, ines, { mailId, address, old: "strangers" }));
    expect((await findSession(wiring, token))?.actor ?? null, "nor does a session that is open").toBeNull();
    expect(await rosasWays()).toEqual([{ mail: address }]);
    expect(await rosasMails()).toMatchObject([{ value: address, preferred: true, works: true }]);
  });

  test("and nobody is asked whose it is where nobody has signed in with it", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request", "email.complained");
    expect(valueIn(await openUnreachedMail(wiring, ines, { mailId })).asksWhose).toBe(false);
  });

  test("and the right one is somebody else's too: the old one lets nobody in, and neither does that one", async () => {
    await anaApproved(stage);
    valueIn(await again(await bounced("consent-request"), cast.monique.mail));
    expect(await rosasMails()).toMatchObject([{ value: cast.monique.mail, preferred: true }]);
    expect(await rosasWays()).toEqual([]);
  });

  test("of an invitation: it invites her at the right one, and never at an address of somebody else", async () => {
    valueIn(await invitePerson(wiring, ines, { personId: cast.rosa.personId, way: "mail", note: "" }));
    const mailId = await bounced("place-invitation");
    expect(reasonIn(await again(mailId, cast.monique.mail))).toBe("address_not_usable");
    expect(await rosasWays()).toEqual([{ mail: cast.rosa.mail }]);
    valueIn(await again(mailId, "rosa.new@family.example"));
    const [copy] = await stage.rows<{ id: string }>("select id from mails where dedupe_key like '%:again:%'");
    expect(await deliverMail(wiring, { mailId: copy?.id ?? "" })).toBe("sent");
    expect(
      await stage.rows("select c.value from invitations i join contact_points c on c.id = i.contact_point_id"),
    ).toEqual([{ value: "rosa.new@family.example" }]);
    expect(await rosasWays()).toEqual([{ mail: "rosa.new@family.example" }]);
    await told(copy?.id ?? "");
    expect(reasonIn(await again(copy?.id ?? "", cast.monique.mail))).toBe("address_not_usable");
    await stage.rows("update invitations set withdrawn_at = now()");
    expect(reasonIn(await again(copy?.id ?? "", "rosa.newer@family.example"))).toBe("no_longer_true");
  });

  test("in quiet hours whoever corrects it is told that a reminder leaves later, and a request for consent at once", async () => {
    await anaApproved(stage);
    const request = await bounced("consent-request");
    const send = async (mail: string) => valueIn(await again(request, mail));
    stage.wiring.clock.set(new Date("2026-10-16T05:00:00Z"));
    expect(await send("rosa.one@family.example")).toEqual({ isLater: false });
    for (const [at, isLater] of [
      ["2026-10-16T05:00:00Z", true],
      ["2026-10-16T17:00:00Z", false],
    ] as const) {
      stage.wiring.clock.set(new Date(at));
      await stage.rows("delete from mails where dedupe_key like '%:again:%'");
      await stage.rows("update mails set kind = 'consent-reminder' where id = $1", [request]);
      expect(await send("rosa.two@family.example")).toEqual({ isLater });
    }
  });

  test.each(["email.bounced", "email.complained"])(
    "of a mentor: the link that a stranger got opens nothing, the copy's does (%s)",
    async (type) => {
      await anaContacted(stage);
      const linkOf = async (where: string) =>
        (await stage.rows<{ link: string }>(`select props->>'link' as link from mails where ${where}`))[0]?.link ?? "";
      const byLink = (link: string) => openLink(wiring, { token: link.split("/").at(-1), kinds: ["first-contact"] });
      const mailId = await bounced("first-contact", type);
      const old = await linkOf(`id = '${mailId}'`);
      valueIn(await byLink(old));
      valueIn(await again(mailId, "maya.new@clinic.example"));
      expect(reasonIn(await byLink(old))).toBe("expired");
      expect(valueIn(await byLink(await linkOf("dedupe_key like '%:again:%'")))).toMatchObject({
        personId: cast.maya.personId,
      });
      const { schoolId, districtId } = cast.ines;
      const seat = { person_id: null, mentor_id: cast.maya.personId, district_id: districtId };
      const own = await withScope(wiring, ines, (tx) => listMailsOfSeat(tx, { schoolId, reply: seat }));
      expect(own, "what is written from the old one is not theirs").toEqual(["maya.new@clinic.example"]);
    },
  );

  test("of a mentor whose mailbox was full: the same link goes on", async () => {
    await anaContacted(stage);
    const [mail] = await stage.rows<{ id: string; link: string }>(
      "select id, props->>'link' as link from mails where kind = 'first-contact'",
    );
    await stage.rows("update mails set state = 'failed' where id = $1", [mail?.id]);
    valueIn(await again(mail?.id ?? "", "maya.new@clinic.example"));
    valueIn(await openLink(wiring, { token: mail?.link.split("/").at(-1), kinds: ["first-contact"] }));
  });

  test("of a mentor: the first contact reaches them after all", async () => {
    await anaContacted(stage);
    const mailId = await bounced("first-contact");
    valueIn(await again(mailId, "priya.new@clinic.example"));
    expect(await copies()).toMatchObject([{ kind: "first-contact", recipient_mail: "priya.new@clinic.example" }]);
    expect(
      await stage.rows("select preferred from mentor_contact_points where value = 'priya.new@clinic.example'"),
    ).toEqual([{ preferred: true }]);
  });

  test("of a donor: the receipt goes there, and so does all later mail about the gift", async () => {
    const [gift] = await stage.rows<{ id: string }>(
      `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, donor_name, donor_mail)
        values ($1, $2, 'test', 'tools', 5000, 'usd', 'pledge', 'Lu Li', 'lu@old.example') returning id`,
      [cast.ines.schoolId, cast.ines.districtId],
    );
    const mailId = await giftMail(gift?.id ?? "");
    await told(mailId);
    valueIn(await again(mailId, "lu@new.example"));
    expect(await copies()).toMatchObject([{ kind: "gift-receipt", recipient_mail: "lu@new.example" }]);
    expect(await stage.rows("select donor_mail from gifts where id = $1", [gift?.id])).toEqual([
      { donor_mail: "lu@new.example" },
    ]);
    const log = await stage.rows("select actor_id, transition from audit_log where noun = 'gift'");
    expect(log).toEqual([{ actor_id: cast.ines.personId, transition: "correct address" }]);
    await stage.rows("delete from gifts where id = $1", [gift?.id]);
  });

  test("from an old page, once the copy came back too: refused, and the address stays marked", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    const [first] = await stage.rows<{ mail: string }>("select recipient_mail as mail from mails where id = $1", [
      mailId,
    ]);
    valueIn(await again(mailId, first?.mail ?? ""));
    await stage.rows("delete from mail_suppressions");
    await stage.rows(
      "insert into mail_suppressions (address_hash, category, reason, district_id) values ($1, 'outreach', 'bounced', $2)",
      [hashAddress(first?.mail ?? ""), cast.ines.districtId],
    );
    expect(reasonIn(await again(mailId, first?.mail ?? ""))).toBe("sent_already");
    expect(await stage.rows("select reason from mail_suppressions")).toEqual([{ reason: "bounced" }]);
  });

  test("twice, also from 20 desks at once: one mail", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => again(mailId, `rosa.${at}@family.example`)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(outcomes.filter(({ ok }) => !ok).map(reasonIn))).toEqual(new Set(["sent_already"]));
    expect(await copies()).toHaveLength(1);
  });

  test("and the new one is wrong too: its own task, and it can be corrected again", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    valueIn(await again(mailId, "rosa.new@family.example"));
    const second = await bounced("consent-request");
    expect(second).not.toBe(mailId);
    expect(await openTasks()).toHaveLength(1);
    valueIn(await again(second, "rosa.newer@family.example"));
    expect(await copies()).toHaveLength(2);
  });
});

test("an address is taken away on its person's page: the link that was mailed there opens nothing", async () => {
  await anaApproved(stage);
  const [mail] = await stage.rows<{ link: string }>(
    "select props->>'link' as link from mails where kind = 'consent-request'",
  );
  const byLink = () => openLink(wiring, { token: mail?.link.split("/").at(-1), kinds: ["consent"] });
  valueIn(await byLink());
  const [point] = await stage.rows<{ id: string }>(
    "select id from contact_points where person_id = $1 and kind = 'mail'",
    [cast.rosa.personId],
  );
  expect(reasonIn(await removeContact(wiring, staff("malik"), { contactPointId: point?.id ?? "" }))).toBe("not_found");
  valueIn(await byLink());
  valueIn(await removeContact(wiring, ines, { contactPointId: point?.id ?? "" }));
  expect(reasonIn(await byLink())).toBe("expired");
});

describe("the same address", () => {
  const addressOf = async (mailId: string) =>
    (await stage.rows<{ to: string }>('select recipient_mail as "to" from mails where id = $1', [mailId]))[0]?.to ?? "";

  test("is tried again where somebody says that it works, and nothing is silent any more", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    valueIn(await again(mailId, await addressOf(mailId)));
    expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
    expect(await copies()).toMatchObject([{ recipient_mail: await addressOf(mailId) }]);
  });

  test("is not, where its reader called our mail unwanted", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request", "email.complained");
    expect(reasonIn(await again(mailId, (await addressOf(mailId)).toUpperCase()))).toBe("address_complained");
    expect(await copies()).toEqual([]);
  });
});

describe("nothing goes out", () => {
  test("to an address that asked for silence", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    const { districtId } = ines;
    await withScope(wiring, ines, (tx) =>
      suppressMail(tx, {
        mail: "no@x.example",
        category: "transactional",
        reason: "delete_me",
        districtId,
        now: new Date(),
      }),
    );
    expect(reasonIn(await again(mailId, "no@x.example"))).toBe("silenced");
  });

  test("about a student who is not going there any more", async () => {
    const pursuitId = await anaContacted(stage);
    const mailId = await bounced("first-contact");
    valueIn(await withdrawPursuit(wiring, student("ana"), { pursuitId, reason: "" }));
    expect(reasonIn(await again(mailId, "priya.new@clinic.example"))).toBe("no_longer_true");
    expect(await copies()).toEqual([]);
  });

  test.each([
    ["kind", "update mails set kind = 'of-next-year' where id = $1"],
    ["words", "update mails set props = '{\"guardianName\": 1}' where id = $1"],
  ])("of a mail whose %s only another release knows, and its page says so", async (_, change) => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    await stage.rows(change, [mailId]);
    expect(reasonIn(await again(mailId, "rosa.new@family.example"))).toBe("of_another_release");
    expect(valueIn(await openUnreachedMail(wiring, ines, { mailId })).isWritable).toBe(false);
    expect(await rosasMails()).toMatchObject([{ value: cast.rosa.mail }]);
    expect(await copies()).toEqual([]);
  });

  test("once its words are deleted", async () => {
    await anaApproved(stage);
    const mailId = await bounced("consent-request");
    await stage.rows("update mails set props = '{}', wiped_at = now() where id = $1", [mailId]);
    expect(reasonIn(await again(mailId, "rosa.new@family.example"))).toBe("words_gone");
  });

  test("of a mail that is on its way, or of none", async () => {
    await anaContacted(stage);
    const [queued] = await stage.rows<{ id: string }>("select id from mails where state = 'queued' limit 1");
    expect(reasonIn(await again(queued?.id ?? "", "rosa.new@family.example"))).toBe("not_found");
    expect(reasonIn(await again(NOBODY, "rosa.new@family.example"))).toBe("not_found");
  });
});

test("a stranger corrects nothing and sees nothing", async () => {
  await anaApproved(stage);
  const mailId = await bounced("consent-request");
  const outsiders = [
    castActor(cast.malik),
    castActor(cast.greta),
    castActor(cast.tom),
    student("ana"),
    castActor(cast.rosa),
  ];
  for (const stranger of outsiders) {
    const refusals = [
      await again(mailId, "me@x.example", stranger),
      await openUnreachedMail(wiring, stranger, { mailId }),
    ];
    for (const refusal of refusals) expect(["not_permitted", "not_found"]).toContain(reasonIn(refusal));
  }
  expect(await copies()).toEqual([]);
});

test("staff read whom the mail was for, why it came back, how to call, and where the matter is; not its words", async () => {
  await anaApproved(stage);
  const consent = await bounced("consent-request");
  const seen = valueIn(await openUnreachedMail(wiring, ines, { mailId: consent }));
  expect(seen).toMatchObject({ why: "bounced", language: "es", about: { noun: "consent" } });
  expect([seen.name, seen.phones.length > 0]).toEqual([expect.stringMatching(/^Rosa /), true]);
  await stage.clear();
  const pursuitId = await anaContacted(stage);
  const contact = valueIn(await openUnreachedMail(wiring, ines, { mailId: await bounced("first-contact") }));
  expect(contact).toMatchObject({ why: "bounced", about: { noun: "pursuit", id: pursuitId } });
  expect(JSON.stringify([seen, contact])).not.toMatch(/\/consent\/|\/first-contact\//);
});
