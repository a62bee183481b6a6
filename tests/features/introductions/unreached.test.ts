import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { answerMentorQuestion } from "~/features/introductions/answer-question.server";
import { inviteAgain } from "~/features/introductions/invite-again.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { remindInvitees } from "~/features/introductions/remind-invitees.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { TEST_NOW } from "../../support/wiring";
import { ines, NO, openStage, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await sql(stage.database, "update introductions set state = 'declined' where state <> 'accepted'", []);
});
afterAll(() => stage.close());

const FATES = {
  failed: "state = 'failed', claimed_until = null, last_error = '422 invalid'",
  needs_person: "state = 'needs_person', claimed_until = null, handed_at = now(), frozen_subject = ''",
  returned: "state = 'sent', sent_at = now(), arrival = 'returned', arrival_at = now()",
  sent: "state = 'sent', sent_at = now(), arrival = 'delivered', arrival_at = now()",
};

/** Invited, and that became of the mail, with the task that staff then have. */
async function invited(name: string, fate: keyof typeof FATES): Promise<string> {
  const id = await stage.invite(stage.somebody(name));
  await sql(stage.database, `update mails set ${FATES[fate]} where dedupe_key = $1`, [`introduction-invitation:${id}`]);
  await sql(
    stage.database,
    "insert into staff_tasks (school_id, kind, subject_noun, subject_id, props, dedupe_key) values ($1, $2, 'introduction', $3, '{}', $4)",
    [cast.ines.schoolId, fate === "needs_person" ? "mail_failed" : "mail_undeliverable", id, `mail:${id}`],
  );
  stage.wiring.clock.pass(1);
  return id;
}

const again = (introductionId: string, mentorMail: string, actor = ines) =>
  inviteAgain(stage.wiring, actor, { introductionId, mentorMail, mentorLanguage: "es" });
const secondMails = (id: string) => stage.mails(`introduction-invitation:${id}:again:%`);
const whyOf = async (introductionId: string) => {
  const opened = await openIntroduction(stage.wiring, ines, { introductionId });
  return opened.ok && opened.value.unreached?.why;
};

describe("an invitation that reached nobody", () => {
  test.each([
    ["failed", "refused"],
    ["needs_person", "unknown"],
    ["returned", "returned"],
  ] as const)("because it is %s says so on its page, and goes out once more to the same address", async (fate, why) => {
    const id = await invited(`Lost ${fate}`, fate);
    expect(await whyOf(id)).toBe(why);
    const address = String((await stage.row(id)).mentor_mail);
    expect(await again(id, address)).toEqual({ ok: true, value: null });
    expect(await secondMails(id)).toMatchObject([{ recipient_mail: address, state: "queued" }]);
    expect(await whyOf(id)).toBeUndefined();
    expect((await stage.tasks(id)).filter(({ state }) => state === "open")).toEqual([]);
    expect((await stage.acts("introduction", id)).at(-1)).toBe("invite_again");
    const [second] = await secondMails(id);
    await sql(stage.database, "update mails set dedupe_key = 'first' where dedupe_key = $1", [
      `introduction-invitation:${id}`,
    ]);
    await sql(stage.database, "update mails set dedupe_key = $2 where id = $1", [
      second?.id,
      `introduction-invitation:${id}`,
    ]);
    const yes = { ...YES, organisationName: `${fate} Again` };
    expect(await answerInvitation(stage.wiring, await stage.bearer(id), yes)).toMatchObject({ ok: true });
    await sql(stage.database, "delete from mails where dedupe_key = 'first'", []);
  });

  it("is sent again once, also by two coordinators at the same moment", async () => {
    const id = await invited("Lost Twice", "failed");
    const outcomes = await Promise.all([1, 2, 3].map(() => again(id, "lost.twice@work.example")));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await secondMails(id)).toHaveLength(1);
  });

  it("goes to a corrected address, unless a school invited that one before or it asked for silence", async () => {
    const other = await stage.invite(stage.somebody("Lost Other"));
    const id = await invited("Lost Typo", "returned");
    expect(await again(id, "lost.other@work.example")).toEqual({ ok: false, reason: "invited_before" });
    await answerInvitation(stage.wiring, await stage.bearer(other), NO);
    expect(await again(id, " Lost.Right@work.example ")).toEqual({ ok: true, value: null });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_mail: "lost.right@work.example" });
    expect(await again(id, "")).toEqual({ ok: false, reason: "no_mail" });
  });
});

describe("a corrected address", () => {
  it("is not a suspended mentor's", async () => {
    const id = await invited("Lost Suspended", "returned");
    await sql(stage.database, "update mentors set suspended_at = now() where id = $1", [cast.carlos.personId]);
    const outcome = await again(id, cast.carlos.mail);
    await sql(stage.database, "update mentors set suspended_at = null where id = $1", [cast.carlos.personId]);
    expect(outcome).toEqual({ ok: false, reason: "suspended" });
    expect(await secondMails(id)).toEqual([]);
  });

  it("that is a mentor's keeps a relative apart from the family's students at once", async () => {
    const kin = { isRelative: true, studentId: cast.ana.personId };
    const id = await stage.invite(stage.somebody("Lost Uncle", kin));
    await sql(stage.database, `update mails set ${FATES.returned} where dedupe_key = $1`, [
      `introduction-invitation:${id}`,
    ]);
    stage.wiring.clock.pass(1);
    expect(await again(id, cast.carlos.mail)).toEqual({ ok: true, value: null });
    const pairs = await sql(
      stage.database,
      "select student_id, state from forbidden_pairs where mentor_id = $1 and school_id = $2",
      [cast.carlos.personId, cast.ines.schoolId],
    );
    await sql(stage.database, "delete from forbidden_pairs where mentor_id = $1", [cast.carlos.personId]);
    expect(pairs).toEqual([{ student_id: cast.ana.personId, state: "standing" }]);
  });

  it("is proved by nobody who has the link of the first, and has its own reminder", async () => {
    stage.wiring.clock.set(TEST_NOW);
    const id = await invited("Lost Link", "returned");
    await sql(stage.database, "update introductions set reminded_at = now() where id = $1", [id]);
    await stage.bearer(id);
    expect(await again(id, "lost.link.two@work.example")).toEqual({ ok: true, value: null });
    await expect(stage.bearer(id)).rejects.toThrow("the link is");
    await stage.bearer(id, "delete-me");
    stage.wiring.clock.pass(11 * 24 * 60);
    await remindInvitees(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${id}`)).toMatchObject([
      { recipient_mail: "lost.link.two@work.example" },
    ]);
    stage.wiring.clock.set(TEST_NOW);
  });

  it("is reminded also after the first one was", async () => {
    const id = await invited("Lost Reminder", "sent");
    stage.wiring.clock.pass(11 * 24 * 60);
    await remindInvitees(stage.wiring);
    await sql(stage.database, `update mails set ${FATES.returned} where dedupe_key = $1`, [
      `introduction-invitation:${id}`,
    ]);
    expect(await again(id, "lost.reminder.two@work.example")).toEqual({ ok: true, value: null });
    stage.wiring.clock.pass(11 * 24 * 60);
    await remindInvitees(stage.wiring);
    expect((await stage.mails(`introduction-reminder:${id}%`)).map((mail) => mail.recipient_mail)).toEqual([
      "lost.reminder@work.example",
      "lost.reminder.two@work.example",
    ]);
    stage.wiring.clock.set(TEST_NOW);
  });
});

describe("nobody is invited again", () => {
  it("whose invitation is on its way or has arrived", async () => {
    const id = await invited("Lost Not", "sent");
    const fresh = await stage.invite(stage.somebody("Lost Queued"));
    for (const each of [id, fresh])
      expect(await again(each, "lost.not@work.example")).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await whyOf(id)).toBeUndefined();
  });

  it("by an advisor, or by a coordinator of another school", async () => {
    const id = await invited("Lost Stranger", "failed");
    const mail = "lost.stranger@work.example";
    expect(await again(id, mail, castActor(cast.tom))).toEqual({ ok: false, reason: "not_permitted" });
    const elsewhere = { ...ines, ...{ schoolId: cast.malik.schoolId, districtId: cast.malik.districtId } };
    expect(await again(id, mail, elsewhere)).toEqual({ ok: false, reason: "not_found" });
    expect(await secondMails(id)).toEqual([]);
  });
});

describe("a question", () => {
  const ask = async (id: string, question: string) =>
    answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, answer: "question", question });
  const reply = (introductionId: string, answer: string, actor = ines) =>
    answerMentorQuestion(stage.wiring, actor, { introductionId, answer });

  it("is answered by mail to the address that asked, with a link to say yes, once, and its task is done", async () => {
    const id = await stage.invite(stage.somebody("Ask Alma"));
    await ask(id, "How long does it take?");
    const opened = await openIntroduction(stage.wiring, ines, { introductionId: id });
    expect(opened.ok && opened.value.questions).toEqual(["How long does it take?"]);
    const outcomes = await Promise.all([1, 2].map(() => reply(id, "Half an hour.")));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const mails = await stage.mails(`introduction-answer:${id}:%`);
    expect(mails).toMatchObject([
      {
        recipient_mail: "ask.alma@work.example",
        recipient_language: "es",
        props: { question: "How long does it take?", answer: "Half an hour." },
      },
    ]);
    expect((await stage.tasks(id)).map(({ state }) => state)).toEqual(["done"]);
    expect(mails[0]?.props.link).toMatch(/\/invitation\/[\w-]{43}$/);
  });

  it("is forgotten with whoever asked it", async () => {
    const id = await stage.invite(stage.somebody("Ask Oblivia"));
    await ask(id, "Is zzoblivia all right?");
    await reply(id, "Yes, Oblivia.");
    await answerInvitation(stage.wiring, await stage.bearer(id), NO);
    expect(JSON.stringify(await stage.mails(`introduction-%:${id}%`))).not.toMatch(/oblivia/i);
  });

  it("is not answered with nothing, without being asked, or by a stranger", async () => {
    const id = await stage.invite(stage.somebody("Ask Nobody"));
    expect(await reply(id, "Hello")).toEqual({ ok: false, reason: "nothing_asked" });
    await ask(id, "Where?");
    expect(await reply(id, " ")).toEqual({ ok: false, reason: "answer_empty" });
    expect(await reply(id, "Here", castActor(cast.tom))).toEqual({ ok: false, reason: "not_permitted" });
    const elsewhere = { ...ines, schoolId: cast.malik.schoolId, districtId: cast.malik.districtId };
    expect(await reply(id, "Here", elsewhere)).toEqual({ ok: false, reason: "not_found" });
  });

  it("keeps the reminder back until it is answered, and no reminder leaves in quiet hours", async () => {
    stage.wiring.clock.set(TEST_NOW);
    const id = await stage.invite(stage.somebody("Ask Patience"));
    await ask(id, "May I bring my dog?");
    stage.wiring.clock.pass(11 * 24 * 60);
    await remindInvitees(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${id}`)).toEqual([]);
    await reply(id, "Yes.");
    stage.wiring.clock.pass(10 * 60);
    await remindInvitees(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${id}`), "at three in the night").toEqual([]);
    stage.wiring.clock.pass(14 * 60);
    await remindInvitees(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${id}`)).toHaveLength(1);
  });
});
