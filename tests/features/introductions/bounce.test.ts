import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { expireIntroductions } from "~/features/introductions/expire-introductions.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { remindInvitees } from "~/features/introductions/remind-invitees.server";
import { reviewIntroduction } from "~/features/introductions/review-introduction.server";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { sendMailAgain } from "~/features/mail/send-mail-again.server";
import { PERMANENT, reportOf, signReport, withReports } from "../../support/mail-reports";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const invite = (introductionId: string) => inviteIntroducedMentor(stage.wiring, ines, { introductionId });
const correct = (introductionId: string, mentorMail: string) =>
  reviewIntroduction(stage.wiring, ines, { introductionId, mentorMail, mentorLanguage: "es" });

/** Somebody was invited at an address that takes no mail. */
async function bounced(name: string): Promise<{ id: string; mailId: string }> {
  const id = await stage.invite(stage.somebody(name));
  const mailId = await sent(id);
  const report = signReport(reportOf({ type: "email.bounced", mailId, bounce: PERMANENT }));
  await receiveMailReport(withReports(stage.wiring), report);
  return { id, mailId };
}

/** The invitation has left; answers the mail's id. */
async function sent(id: string): Promise<string> {
  const [mail] = await sql<{ id: string }>(
    stage.database,
    "update mails set state = 'sent', sent_at = now() where dedupe_key = $1 returning id",
    [`introduction-invitation:${id}`],
  );
  return mail?.id ?? "";
}

describe("an invitation that bounced", () => {
  test("is over, waits for a coordinator, and no reminder follows", async () => {
    const { id } = await bounced("Wrong Wanda");
    expect(await stage.row(id)).toMatchObject({ state: "bounced" });
    expect((await stage.acts("introduction", id)).at(-1)).toBe("bounce");
    expect(await stage.tasks(id)).toMatchObject([{ kind: "mail_undeliverable", state: "open" }]);
    stage.wiring.clock.pass(20 * 24 * 60);
    await remindInvitees(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${id}`)).toEqual([]);
    const opened = await openIntroduction(stage.wiring, ines, { introductionId: id });
    expect(opened.ok && opened.value.obstacle).toBe("bounced");
    expect(await invite(id)).toEqual({ ok: false, reason: "bounced" });
  });

  test("goes out once more to the corrected address, and the task is done", async () => {
    const { id } = await bounced("Typo Tina");
    expect(await correct(id, "tina@work.example")).toMatchObject({ ok: true });
    expect(await invite(id)).toMatchObject({ ok: true });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_mail: "tina@work.example" });
    const again = await sql(stage.database, "select recipient_mail, state from mails where dedupe_key like $1", [
      `introduction-invitation:${id}:again:%`,
    ]);
    expect(again).toEqual([{ recipient_mail: "tina@work.example", state: "queued" }]);
    expect((await stage.tasks(id)).filter(({ state }) => state === "open")).toEqual([]);
  });

  test("that is called unwanted is a no: nobody is asked to call, what was told is forgotten, the family reads “Not this time”", async () => {
    const id = await stage.invite(stage.somebody("Spam Sue"));
    const mailId = await sent(id);
    await receiveMailReport(withReports(stage.wiring), signReport(reportOf({ type: "email.complained", mailId })));
    expect(await stage.row(id)).toMatchObject({ state: "declined", mentor_name: "", mentor_mail: "" });
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "complain"]);
    expect((await stage.tasks(id)).filter(({ state }) => state === "open")).toEqual([]);
    const again = await stage.propose(rosa, stage.somebody("Spam Sue"));
    expect(await invite(again)).toEqual({ ok: false, reason: "silenced" });
    const { own } = await openProposal(stage.wiring, rosa);
    expect(own.find((each) => each.id === id)).toMatchObject({ state: "declined" });
  });

  test("that a mentor calls unwanted after their yes is for staff to look at", async () => {
    const id = await stage.invite(stage.somebody("Yes Yara"));
    const mailId = await sent(id);
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "Yara's Yarn" });
    await receiveMailReport(withReports(stage.wiring), signReport(reportOf({ type: "email.complained", mailId })));
    expect(await stage.row(id)).toMatchObject({ state: "accepted", mentor_name: "Yes Yara" });
    expect(await stage.tasks(id)).toMatchObject([{ kind: "mail_undeliverable", state: "open" }]);
  });

  test("stays with the corrected address when a second report about the first one comes late", async () => {
    const { id, mailId } = await bounced("Late Lou");
    await correct(id, "lou@work.example");
    await invite(id);
    await receiveMailReport(withReports(stage.wiring), signReport(reportOf({ type: "email.complained", mailId })));
    const [first] = await sql(stage.database, "select arrival from mails where id = $1", [mailId]);
    expect(first).toEqual({ arrival: "complained" });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_mail: "lou@work.example" });
  });

  test("does not go out again to the address that bounced", async () => {
    const { id } = await bounced("Same Sam");
    expect(await correct(id, "same.sam@work.example")).toMatchObject({ ok: true });
    expect(await invite(id)).toMatchObject({ ok: false, reason: "silenced" });
  });

  test("is corrected on the page of its introduction only: the mail by itself cannot be sent again", async () => {
    const { mailId } = await bounced("Only Ona");
    const outcome = await sendMailAgain(stage.wiring, ines, { mailId, address: "ona@work.example" });
    expect(outcome).toEqual({ ok: false, reason: "not_found" });
  });

  test("is forgotten after its days, the second mail too", async () => {
    const { id } = await bounced("Gone Gil");
    await correct(id, "gil@work.example");
    await invite(id);
    const { id: never } = await bounced("Never Nan");
    stage.wiring.clock.pass(91 * 24 * 60);
    await expireIntroductions(stage.wiring);
    for (const each of [id, never])
      expect(await stage.row(each)).toMatchObject({ state: "expired", mentor_mail: "", mentor_name: "" });
    const named = await sql(stage.database, "select 1 from mails where recipient_mail ~ '^(gil|gone.gil|never.nan)@'");
    expect(named).toEqual([]);
  });
});
