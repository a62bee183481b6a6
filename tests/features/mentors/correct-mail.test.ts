import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { findSession } from "~/features/accounts/find-session.server";
import { openLink } from "~/features/accounts/open-link.server";
import { redeemSignIn } from "~/features/accounts/redeem-sign-in.server";
import { startSession } from "~/features/accounts/start-session.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { correctMentorMail } from "~/features/mentors/correct-mentor-mail.server";
import { openMentorMail } from "~/features/mentors/open-mentor-mail.server";
import { preferContact } from "~/features/people/settle-contact.server";
import { cast, castActor } from "~db/cast";
import { enqueueMail, hashAddress, suppressMail } from "~db/mails.server";
import { listMailsOfSeat } from "~db/replies.server";
import { withIdentity, withScope } from "~db/scope.server";
import { PERMANENT, reportOf, signReport, withReports } from "../../support/mail-reports";
import { anaContacted, staff } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import type { TestWiring } from "../../support/wiring";

let stage: Stage;
let wiring: TestWiring;
beforeAll(async () => {
  stage = await openStage();
  wiring = withReports(stage.wiring);
  await stage.rows("create table kept_ways as select id, account_id, suspended_at from identity.memberships");
  await stage.rows("create table whole_ways as select * from identity.memberships");
  await stage.rows("create table kept_points as select * from mentor_contact_points");
  await stage.rows("create table kept_accounts as select id from identity.accounts");
});
beforeEach(async () => {
  await stage.clear();
  for (const undo of [
    "delete from drafts",
    "delete from identity.sessions",
    "update identity.memberships m set account_id = k.account_id, suspended_at = k.suspended_at from kept_ways k where k.id = m.id",
    "delete from identity.accounts where id not in (select id from kept_accounts)",
    "delete from mentor_contact_points",
    "insert into mentor_contact_points select * from kept_points",
    "update contact_points set undeliverable_at = null",
    "delete from identity.rate_limits",
  ])
    await stage.rows(undo);
});
afterAll(() => stage.close());

const { maya, rosa, carlos, ines } = cast;
const NEW = "maya.right@clinic.example";
const correct = (
  address: string,
  { by = staff("ines") as Actor, was = maya.mail as string, mentorId = maya.personId as string } = {},
) => correctMentorMail(wiring, by, { mentorId, was, address });
const openTasks = () =>
  stage.rows("select school_id from staff_tasks where kind = 'mail_undeliverable' and state = 'open'");
const points = () =>
  stage.rows(
    "select value, preferred, undeliverable_at is not null as dead from mentor_contact_points where mentor_id = $1 and kind = 'mail' order by value",
    [maya.personId],
  );

async function comesBack(mailId: string): Promise<void> {
  const report = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }));
  expect(valueIn(await receiveMailReport(wiring, report)).effect).toBe("applied");
}

/** A code that the provider took and that came back. */
async function codeBounces(mail: string): Promise<void> {
  const [row] = await stage.rows<{ id: string }>(
    `insert into mails (kind, category, props, recipient_mail, recipient_language, dedupe_key, state, sent_at)
      values ('sign-in', 'transactional', '{}', $1, 'en', gen_random_uuid()::text, 'sent', now()) returning id`,
    [mail],
  );
  await comesBack(row?.id ?? "");
}

/** A mail that goes with the mail of the day to Maya; answers its id. */
async function promiseNews(): Promise<string> {
  const school = { schoolName: "Mission Valley High", helpName: "Ines", helpPhone: "+15035550100" };
  const mailId = await withScope(wiring, staff("ines"), (tx) =>
    enqueueMail(tx, {
      kind: "placement-published",
      props: { ...school, mentorName: "Maya", placementTitle: "Care", link: "https://clinic.example" },
      to: { mail: maya.mail, language: "en", mentorId: maya.personId },
      schoolId: ines.schoolId,
      dedupeKey: "placement-published:test",
      now: wiring.clock.now(),
    }),
  );
  return mailId ?? "";
}

/** Signs in with the code that was mailed; answers who is signed in. */
async function signIn(mail: string) {
  const { browser } = valueIn(await askForSignIn(wiring, { mail, returnTo: "/home" }));
  const [row] = await stage.rows<{ code: string }>(
    "select props->>'code' as code from mails where kind = 'sign-in' and recipient_mail = $1 and props->>'code' is not null",
    [mail],
  );
  if (!row) return null;
  const { token } = valueIn(await redeemSignIn(wiring, { browser, proof: { code: row.code }, device: "Phone" }));
  return (await findSession(wiring, token))?.actor ?? null;
}

describe("the address of a mentor whose code came back", () => {
  test("is corrected: they sign in with the new one as who they were, with what they had begun, and the old one opens nothing", async () => {
    await codeBounces(maya.mail);
    expect((await openTasks()).length).toBeGreaterThan(1);
    await stage.rows(
      "insert into drafts (district_id, organisation_id, account_id, form, content) values ($1, $2, $3, 'placement-new', '{}')",
      [maya.districtId, maya.organisationId, maya.accountId],
    );
    const phone = await withIdentity(wiring, (tx) =>
      startSession(tx, { accountId: maya.accountId, device: "Phone", now: wiring.clock.now() }),
    );
    valueIn(await correct("  Maya.Right@clinic.example "));
    expect(await points()).toEqual([{ value: NEW, preferred: true, dead: false }]);
    expect(await openTasks()).toEqual([]);
    expect(
      await stage.rows("select kind, recipient_mail, recipient_mentor_id from mails where school_id is not null"),
    ).toEqual([{ kind: "sign-in-address", recipient_mail: NEW, recipient_mentor_id: maya.personId }]);
    const log = await stage.rows("select actor_id, noun_id from audit_log where transition = 'correct_address'");
    expect(log).toEqual([{ actor_id: ines.personId, noun_id: maya.personId }]);
    expect((await findSession(wiring, phone.token))?.actor ?? null).toBeNull();
    expect(await signIn(maya.mail)).toBeNull();
    const { personId: mentorId, organisationId } = maya;
    expect(await signIn(NEW)).toMatchObject({ kind: "mentor", mentorId, organisationId });
    const [draft] = await stage.rows("select a.mail from drafts d join identity.accounts a on a.id = d.account_id");
    expect(draft).toEqual({ mail: NEW });
  });

  test("stays as it is: the mark goes, and a mail is tried there", async () => {
    await codeBounces(maya.mail);
    expect(valueIn(await openMentorMail(wiring, staff("ines"), { mentorId: maya.personId })).ways).toEqual([
      { mail: maya.mail, isDead: true },
    ]);
    valueIn(await correct(maya.mail));
    expect(await points()).toEqual([{ value: maya.mail, preferred: true, dead: false }]);
    expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
    expect(await stage.rows("select recipient_mail from mails where kind = 'sign-in-address'")).toEqual([
      { recipient_mail: maya.mail },
    ]);
    expect(await openTasks()).toEqual([]);
  });

  test("pressed twice, and by two coordinators at once, is corrected once", async () => {
    const answers = await Promise.all([correct(NEW), correct(NEW), correct("other@clinic.example")]);
    const [row] = await stage.rows<{ mail: string }>(
      "select distinct a.mail from identity.memberships m join identity.accounts a on a.id = m.account_id where m.person_id = $1",
      [maya.personId],
    );
    const isOther = row?.mail === "other@clinic.example";
    expect(answers.map((answer) => answer.ok)).toEqual(isOther ? [false, false, true] : [true, true, false]);
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.reason))).toContain("changed_before");
    expect(await stage.rows("select id from mails where kind = 'sign-in-address'")).toHaveLength(1);
  });

  test("is never that of somebody else: an account, a wish for silence and a complaint are refused in the same words", async () => {
    await withScope(wiring, staff("ines"), (tx) =>
      suppressMail(tx, {
        ...{ mail: "tired@clinic.example", districtId: maya.districtId, category: "outreach" },
        ...{ reason: "complained", now: wiring.clock.now() },
      }),
    );
    await stage.rows(
      "insert into mail_suppressions (address_hash, category, reason, district_id) values ($1, 'transactional', 'bounced', null)",
      [hashAddress("silent@clinic.example")],
    );
    for (const address of [rosa.mail, carlos.mail, "tired@clinic.example", "silent@clinic.example"])
      expect(reasonIn(await correct(address))).toBe("address_not_usable");
    expect(await points()).toEqual([{ value: maya.mail, preferred: true, dead: false }]);
    expect(await stage.rows("select id from mails")).toEqual([]);
    expect(await signIn(maya.mail)).toMatchObject({ mentorId: maya.personId });
  });

  test("takes everything from the old one: its links open nothing, its answers are not theirs, and what waits does not go there", async () => {
    await anaContacted(stage);
    const [mail] = await stage.rows<{ link: string }>(
      "select props->>'link' as link from mails where kind = 'first-contact'",
    );
    const byLink = () => openLink(wiring, { token: mail?.link.split("/").at(-1), kinds: ["first-contact"] });
    const waits = await promiseNews();
    valueIn(await correct(maya.mail));
    valueIn(await byLink());
    valueIn(await correct(NEW));
    expect(reasonIn(await byLink())).toBe("expired");
    const seat = { person_id: null, mentor_id: maya.personId, district_id: maya.districtId };
    const own = await withScope(wiring, staff("ines"), (tx) =>
      listMailsOfSeat(tx, { schoolId: ines.schoolId, reply: seat }),
    );
    expect(own).toEqual([NEW]);
    await stage.rows("update mails set day_at = now() where id = $1", [waits]);
    expect(await deliverMail(wiring, { mailId: waits })).toBe("suppressed");
  });

  test("is corrected back: whoever corrected it by mistake lets them in as before", async () => {
    valueIn(await correct(NEW));
    valueIn(await correct(maya.mail, { was: NEW }));
    expect(await signIn(maya.mail)).toMatchObject({ kind: "mentor", mentorId: maya.personId });
    expect(await signIn(NEW)).toBeNull();
  });

  test("is one with which they sign in already: the old one opens nothing, nor do its links, and at one organisation they are once", async () => {
    await anaContacted(stage);
    const [mail] = await stage.rows<{ link: string }>(
      "select props->>'link' as link from mails where kind = 'first-contact'",
    );
    const [also] = await stage.rows<{ id: string }>(
      "insert into identity.accounts (mail, language) values ($1, 'en') returning id",
      [NEW],
    );
    await stage.rows(
      `insert into identity.memberships (account_id, role, district_id, organisation_id, person_id, from_on)
        select $1, role, district_id, organisation_id, person_id, from_on from identity.memberships where person_id = $2`,
      [also?.id, maya.personId],
    );
    try {
      await stage.rows(
        `insert into drafts (district_id, organisation_id, account_id, form, content)
          select $1, $2, id, 'placement-new', '{}' from identity.accounts where mail in ($3, $4)`,
        [maya.districtId, maya.organisationId, maya.mail, NEW],
      );
      valueIn(await correct(NEW));
      expect(await signIn(maya.mail)).toBeNull();
      expect(await signIn(NEW)).toMatchObject({ kind: "mentor", mentorId: maya.personId });
      const byLink = await openLink(wiring, { token: mail?.link.split("/").at(-1), kinds: ["first-contact"] });
      expect(reasonIn(byLink)).toBe("expired");
    } finally {
      await stage.rows("delete from drafts");
      await stage.rows("delete from identity.memberships where person_id = $1", [maya.personId]);
      await stage.rows("insert into identity.memberships select * from whole_ways where person_id = $1", [
        maya.personId,
      ]);
    }
  });

  test("is told by no mail while they are suspended, and by staff in a language in which no mail is written", async () => {
    expect(valueIn(await correct(maya.mail))).toEqual({ told: "by_mail" });
    for (const [set, back, told] of [
      ["suspended_at = now()", "suspended_at = null", "not_while_suspended"],
      ["language = 'so'", "language = 'en'", "by_staff"],
    ]) {
      await stage.rows("delete from mails");
      await stage.rows(`update mentors set ${set} where id = $1`, [maya.personId]);
      const outcome = await correct(maya.mail);
      await stage.rows(`update mentors set ${back} where id = $1`, [maya.personId]);
      expect(valueIn(outcome)).toEqual({ told });
      expect(await stage.rows("select id from mails")).toEqual([]);
    }
  });

  test("and what waits for the end of quiet hours does not go to the old one", async () => {
    const waits = await promiseNews();
    await stage.rows("update mails set kind = 'check-ending', joins_day = false where id = $1", [waits]);
    valueIn(await correct(NEW));
    expect(await deliverMail(wiring, { mailId: waits })).toBe("suppressed");
    expect(await stage.rows("select id from staff_tasks where subject_id = $1", [waits])).toHaveLength(1);
  });

  test("keeps a suspension: whoever is suspended is so with the new address", async () => {
    await stage.rows("update identity.memberships set suspended_at = now() where person_id = $1", [maya.personId]);
    valueIn(await correct(NEW));
    expect(await signIn(NEW)).toBeNull();
  });

  test("is corrected by coordinators of a school that meets the mentor, and by nobody else", async () => {
    for (const who of ["tom", "ana", "rosa", "maya", "theo"] as const)
      expect(reasonIn(await correct(NEW, { by: castActor(cast[who]) }))).toBe("not_permitted");
    const [stranger] = await stage.rows<{ id: string }>(
      "insert into mentors (district_id, full_name, name_used) values ($1, 'Ida Moe', 'Ida') returning id",
      [maya.districtId],
    );
    expect(reasonIn(await correct(NEW, { mentorId: stranger?.id }))).toBe("not_found");
    expect(reasonIn(await openMentorMail(wiring, staff("ines"), { mentorId: stranger?.id ?? "" }))).toBe("not_found");
    expect(reasonIn(await correct(NEW, { was: "never@clinic.example" }))).toBe("changed_before");
    expect(await points()).toMatchObject([{ value: maya.mail }]);
  });
});

test("a mentor's mail that is sent again to a corrected address lets them in there too", async () => {
  await anaContacted(stage);
  const [mail] = await stage.rows<{ id: string; recipient_mail: string; recipient_mentor_id: string }>(
    "select id, recipient_mail, recipient_mentor_id from mails where kind = 'first-contact'",
  );
  await stage.rows("update mails set state = 'sent', sent_at = now() where id = $1", [mail?.id]);
  await comesBack(mail?.id ?? "");
  const send = (address: string) => sendMailAgain(wiring, staff("ines"), { mailId: mail?.id ?? "", address });
  expect(reasonIn(await send(rosa.mail))).toBe("address_not_usable");
  valueIn(await send(NEW));
  expect(await signIn(NEW)).toMatchObject({ kind: "mentor", mentorId: mail?.recipient_mentor_id });
  expect(await points(), "what is written from the old one is not theirs").toMatchObject([{ value: NEW }]);
});

test("a mail that is not sent again to a suspended mentor corrects nothing of theirs", async () => {
  const mailId = await promiseNews();
  await stage.rows("update mails set state = 'sent', sent_at = now() where id = $1", [mailId]);
  await comesBack(mailId);
  await stage.rows("update mentors set suspended_at = now() where id = $1", [maya.personId]);
  try {
    const again = await sendMailAgain(wiring, staff("ines"), { mailId, address: NEW });
    expect(reasonIn(again)).toBe("no_longer_true");
  } finally {
    await stage.rows("update mentors set suspended_at = null where id = $1", [maya.personId]);
  }
  expect(await points()).toMatchObject([{ value: maya.mail }]);
  expect(await signIn(maya.mail)).toMatchObject({ mentorId: maya.personId });
});

test("a code that is used shows that mail arrives: the mark goes at each school, and nobody has to call", async () => {
  for (const mail of [maya.mail, rosa.mail]) await codeBounces(mail);
  expect((await openTasks()).length).toBeGreaterThan(2);
  await signIn(maya.mail);
  await signIn(rosa.mail);
  expect(await openTasks()).toEqual([]);
  expect(await points()).toMatchObject([{ dead: false }]);
  expect(await stage.rows("select id from contact_points where undeliverable_at is not null")).toEqual([]);
  expect(await stage.rows("select * from mail_suppressions")).toEqual([]);
});

test("a fault while it is noted that mail arrives is logged, by ids alone, and keeps nobody out", async () => {
  await codeBounces(maya.mail);
  await stage.rows("alter table staff_tasks add constraint broken check (state <> 'done') not valid");
  const before = wiring.lines.length;
  try {
    expect(await signIn(maya.mail)).toMatchObject({ mentorId: maya.personId });
  } finally {
    await stage.rows("alter table staff_tasks drop constraint broken");
  }
  const logged = JSON.stringify(wiring.lines.slice(before));
  expect(logged).toContain("it is not noted that mail arrives");
  expect(logged).not.toContain(maya.mail);
});

test("an address that staff choose again is tried again, and one whose reader complained is not", async () => {
  const [point] = await stage.rows<{ id: string }>(
    "select id from contact_points where person_id = $1 and kind = 'mail'",
    [rosa.personId],
  );
  const prefer = () => preferContact(wiring, staff("ines"), { contactPointId: point?.id ?? "" });
  const isDead = async () =>
    (
      await stage.rows<{ dead: boolean }>(
        "select undeliverable_at is not null as dead from contact_points where id = $1",
        [point?.id],
      )
    )[0]?.dead;
  await codeBounces(rosa.mail);
  valueIn(await prefer());
  expect(await isDead()).toBe(false);
  await codeBounces(rosa.mail);
  await withScope(wiring, staff("ines"), (tx) =>
    suppressMail(tx, {
      ...{ mail: rosa.mail, districtId: rosa.districtId, category: "outreach" },
      ...{ reason: "complained", now: wiring.clock.now() },
    }),
  );
  expect(reasonIn(await prefer())).toBe("address_complained");
  expect(await isDead()).toBe(true);
});
