import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openUnreachedMail } from "~/features/mail/open-unreached-mail.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { settleMail } from "~/features/operations/settle-mail.server";
import { changeNames } from "~/features/people/change-names.server";
import { callOffVisit } from "~/features/visits/call-off-visit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast } from "~db/cast";
import { readMail } from "../support/mail";
import { anaApproved, staff } from "../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../support/stage";
import { anaHasInterview, PLACE, THURSDAY } from "../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await linkOfRosa("may_know_whereabouts = true, to_on = null");
  await stage.rows("delete from guardian_links where relationship = 'uncle'");
  await stage.rows("delete from contact_points where person_id = $1 and kind = 'mail'", [cast.abdi.personId]);
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.ines.personId]);
});
afterAll(() => stage.close());

const linkOfRosa = (change: string) =>
  stage.rows(`update guardian_links set ${change} where guardian_id = $1 and student_id = $2`, [
    cast.rosa.personId,
    cast.ana.personId,
  ]);

/** The newest mail of a kind to somebody. */
async function mailTo(kind: string, to: { mail: string }): Promise<string> {
  const [mail] = await stage.rows<{ id: string }>(
    "select id from mails where kind = $1 and recipient_mail = $2 order by id desc limit 1",
    [kind, to.mail],
  );
  return mail?.id ?? "";
}
async function refusedVisitMail(to: { mail: string }): Promise<string> {
  const id = await mailTo("visit-news", to);
  await stage.rows(
    "update mails set state = 'failed', handed_at = now(), frozen_subject = 'x', last_error = '422' where id = $1",
    [id],
  );
  return id;
}
const deliver = (mailId: string) => deliverMail(stage.wiring, { mailId });
const copies = () => stage.rows("select 1 from mails where dedupe_key like '%:again:%'");
const mailTasks = () =>
  stage.rows("select kind, subject_id from staff_tasks where state = 'open' and kind like 'mail%'");

/** Neither a corrected address nor another try brings it out. */
async function expectKeptBack(mailId: string): Promise<void> {
  const again = await sendMailAgain(stage.wiring, staff("ines"), { mailId, address: "new@family.example" });
  expect(reasonIn(again)).toBe("no_longer_true");
  expect(reasonIn(await settleMail(stage.wiring, staff("priya"), { mailId, decision: "retry" }))).toBe(
    "no_longer_true",
  );
  expect(await copies()).toEqual([]);
}

const NO_WORDS = { pronunciation: "", pronouns: "" };
/** All that the newest mail to somebody about a visit says, with its calendar entry. */
async function written(to: { mail: string }): Promise<string> {
  const [mail] = await stage.rows<{ all: string }>(
    "select concat_ws(' ', frozen_subject, frozen_text, frozen_html, frozen_calendar::text) as all from mails where id = $1",
    [await mailTo("visit-news", to)],
  );
  return mail?.all ?? "";
}

interface Interview {
  pursuitId: string;
  visitId: string;
}
const move = ({ visitId }: Interview) =>
  dateVisit(stage.wiring, staff("ines"), { visitId, place: PLACE, ...THURSDAY, from: "10:00", to: "11:00" });
const callOff = (at: Interview) => callOffVisit(stage.wiring, staff("ines"), { ...at, reason: "The host is ill." });

/** Abdi, who may not know where Ana is, reads the mail of an address from now on. */
const abdiReads = async (to: { mail: string }) => {
  await stage.rows(
    `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, call_order, from_on)
      select school_id, $1, $2, 'uncle', 'guardian', false, false, false, 9, '2026-01-01' from guardian_links where guardian_id = $3 limit 1`,
    [cast.ana.personId, cast.abdi.personId, cast.rosa.personId],
  );
  await stage.rows("insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', $3)", [
    ...[cast.ana.schoolId, cast.abdi.personId, to.mail],
  ]);
};

const changes: [string, { mail: string }, (at: Interview) => Promise<unknown>, "task" | "none"][] = [
  ["whereabouts are taken from the guardian", cast.rosa, () => linkOfRosa("may_know_whereabouts = false"), "task"],
  [
    "the guardian's link has ended",
    cast.rosa,
    () => linkOfRosa("from_on = '2026-01-01', to_on = '2026-10-14'"),
    "task",
  ],
  ["the visit has another time, and the family", cast.rosa, move, "none"],
  ["the visit has another time, and the host", cast.maya, move, "none"],
  ["the visit is off, and the student", cast.ana, callOff, "none"],
  ["the visit is off, and the host", cast.maya, callOff, "none"],
];

test.each(changes)("%s: what a visit's mail said is not sent again", async (_what, to, change) => {
  const at = await anaHasInterview(stage);
  const mailId = await refusedVisitMail(to);
  await change(at);
  await expectKeptBack(mailId);
});

/** At another address it may still be told. */
const opened: typeof changes = [
  ["an uncle who may not know reads the student's mailbox", cast.ana, () => abdiReads(cast.ana), "task"],
  ["an uncle who may not know reads the mother's mailbox", cast.rosa, () => abdiReads(cast.rosa), "task"],
];

test.each([...changes, ...opened])(
  "%s: what waited three days is not sent any more",
  async (_what, to, change, task) => {
    const at = await anaHasInterview(stage);
    const mailId = await mailTo("visit-news", to);
    await change(at);
    stage.wiring.clock.pass(3 * 24 * 60);
    expect(await deliver(mailId)).toBe("suppressed");
    expect(await readMail(stage.database, mailId)).toMatchObject({ state: "suppressed", handed_at: null });
    expect(stage.wiring.sent.map(({ key }) => key)).not.toContain(mailId);
    // Of what has changed they hear in another mail; what they may not know any more a person has to look at.
    expect(await mailTasks()).toEqual(task === "none" ? [] : [{ kind: "mail_undeliverable", subject_id: mailId }]);
    if (task === "task")
      expect(valueIn(await openUnreachedMail(stage.wiring, staff("ines"), { mailId })).why).toBe("no_longer_true");
  },
);

test("a visit that is as it was told goes out after three days, to everybody, and so does the word that it is off", async () => {
  const at = await anaHasInterview(stage);
  stage.wiring.clock.pass(3 * 24 * 60);
  for (const to of [cast.ana, cast.maya, cast.rosa]) expect(await deliver(await mailTo("visit-news", to))).toBe("sent");
  valueIn(await callOff(at));
  stage.wiring.clock.pass(2 * 60);
  for (const to of [cast.ana, cast.maya, cast.rosa]) expect(await deliver(await mailTo("visit-news", to))).toBe("sent");
});

test("whoever is called otherwise by now is so in a mail that waited and in its calendar; a host reads what was disclosed", async () => {
  const { personId, name } = cast.ana;
  const { personId: motherId, name: motherName } = cast.rosa;
  const call = (nameUsed: string, nameUsedFor: "everyone" | "staff", fullName: string, id = personId) =>
    changeNames(stage.wiring, staff("ines"), { personId: id, fullName, nameUsed, nameUsedFor, ...NO_WORDS });
  await anaHasInterview(stage);
  valueIn(await call("Kai", "staff", "Ren Reyes"));
  valueIn(await call("Rosalia", "everyone", motherName, motherId));
  for (const to of [cast.ana, cast.maya, cast.rosa]) expect(await deliver(await mailTo("visit-news", to))).toBe("sent");
  const [ana, maya, rosa] = await Promise.all([cast.ana, cast.maya, cast.rosa].map(written));
  valueIn(await call("Ana", "everyone", name));
  valueIn(await call("Rosa", "everyone", motherName, motherId));
  expect(ana).toContain("Kai");
  expect(rosa).toMatch(/Rosalia[\s\S]*Ren/);
  for (const mail of [ana, rosa]) expect(mail).not.toMatch(/\bAna\b/);
  expect(rosa).not.toContain("Kai");
  expect(maya).toContain("Ana");
});

test("a visit that is over is not announced", async () => {
  await anaHasInterview(stage);
  const mailId = await mailTo("visit-news", cast.rosa);
  stage.wiring.clock.pass(10 * 24 * 60);
  expect(await deliver(mailId)).toBe("suppressed");
});

test("a guardian without whereabouts still gets the news that names no place", async () => {
  await linkOfRosa("may_know_whereabouts = false");
  await anaHasInterview(stage);
  stage.wiring.clock.pass(3 * 24 * 60);
  expect(await deliver(await mailTo("visit-news", cast.rosa))).toBe("sent");
});

test("what may have left and is not true any more goes to a person, and is not tried again", async () => {
  await anaHasInterview(stage);
  const mailId = await mailTo("visit-news", cast.rosa);
  const tried = stage.wiring.clock.now().toISOString();
  await stage.rows("update mails set handed_at = $2, frozen_subject = 'x', last_error = '500' where id = $1", [
    mailId,
    tried,
  ]);
  await linkOfRosa("may_know_whereabouts = false");
  stage.wiring.clock.pass(2 * 60);
  expect(await deliver(mailId)).toBe("needs_person");
  expect(await mailTasks()).toEqual([{ kind: "mail_failed", subject_id: mailId }]);
});

test("a consent that has been answered is not asked for by a mail that waited", async () => {
  await anaApproved(stage);
  const mailId = await mailTo("consent-request", cast.rosa);
  await stage.rows("update consents set state = 'lapsed' where state = 'requested'");
  stage.wiring.clock.pass(2 * 60);
  expect(await deliver(mailId)).toBe("suppressed");
  expect(await mailTasks()).toEqual([]);
});

const OVER = "from_on = '2026-01-01', to_on = '2026-10-14'";

test.each([
  ["at once", 0],
  ["after two hours", 2 * 60],
])("a guardian who may not answer any more is not asked for a consent by name (%s)", async (_when, minutes) => {
  await anaApproved(stage);
  const mailId = await mailTo("consent-request", cast.rosa);
  await linkOfRosa(OVER);
  stage.wiring.clock.pass(minutes);
  expect(await deliver(mailId)).toBe("suppressed");
  expect(await mailTasks()).toEqual([{ kind: "mail_undeliverable", subject_id: mailId }]);
  const again = await sendMailAgain(stage.wiring, staff("ines"), { mailId, address: "new@family.example" });
  expect(reasonIn(again)).toBe("no_longer_true");
});

test("a right that was taken a minute ago counts, and of a visit that has moved meanwhile nobody has to tell them", async () => {
  const at = await anaHasInterview(stage);
  const mailId = await mailTo("visit-news", cast.rosa);
  await linkOfRosa("may_know_whereabouts = false");
  stage.wiring.clock.pass(1);
  expect(await deliver(mailId)).toBe("suppressed");
  expect(await mailTasks()).toHaveLength(1);
  await linkOfRosa("may_know_whereabouts = true");
  valueIn(await callOff(at));
  const off = await mailTo("visit-news", cast.rosa);
  await linkOfRosa("may_know_whereabouts = false");
  await stage.rows("update visits set state = 'done' where id = $1", [at.visitId]);
  expect(await deliver(off)).toBe("suppressed");
  expect(await mailTasks()).toHaveLength(1);
});

test("what changed a minute ago goes out all the same: the next mail says it", async () => {
  const at = await anaHasInterview(stage);
  const mailId = await mailTo("visit-news", cast.ana);
  await move(at);
  expect(await deliver(mailId)).toBe("sent");
});

test("a host who was suspended a minute ago hears nothing", async () => {
  await anaHasInterview(stage);
  const mailId = await mailTo("visit-news", cast.maya);
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
  const outcome = await deliver(mailId);
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.maya.personId]);
  expect(outcome).toBe("suppressed");
});

test("a coordinator who has left hears of no student any more", async () => {
  const at = await anaHasInterview(stage);
  await stage.rows(
    `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_person_id, dedupe_key, created_at)
      select school_id, district_id, 'pursuit-news', category, props, 'ines@school.example', 'en', $2, 'pursuit-news:' || $1::text || ':offered:x', created_at
        from mails where kind = 'visit-news' limit 1`,
    [at.pursuitId, cast.ines.personId],
  );
  const mailId = await mailTo("pursuit-news", { mail: "ines@school.example" });
  await stage.rows("update identity.memberships set to_on = '2026-10-15' where person_id = $1", [cast.ines.personId]);
  stage.wiring.clock.pass(3 * 24 * 60);
  expect(await deliver(mailId)).toBe("suppressed");
  expect(await mailTasks()).toEqual([]);
});
