import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { deleteInvitee } from "~/features/introductions/delete-invitee.server";
import { joinIntroduction } from "~/features/introductions/join-introduction.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { cast, castActor } from "~db/cast";
import { hashAddress } from "~db/mails.server";
import { sql } from "../../support/sql";
import { ines, NO, openStage, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const suppressionsOf = (mail: string) =>
  sql(stage.database, "select category, reason, district_id from mail_suppressions where address_hash = $1", [
    hashAddress(mail),
  ]);

describe("delete me", () => {
  it("silences every address that families told of the person, also of an introduction that joined", async () => {
    const first = await stage.invite(stage.somebody("Dina Double"));
    const other = stage.somebody("Dina Double", { mentorMail: "dina.home@work.example" });
    const second = await stage.propose(castActor(cast.monique), other);
    expect(await joinIntroduction(stage.wiring, ines, { introductionId: second, firstId: first })).toMatchObject({
      ok: true,
    });
    await deleteInvitee(stage.wiring, await stage.bearer(first, "delete-me"));
    for (const mail of ["dina.double@work.example", "dina.home@work.example"])
      expect(await suppressionsOf(mail)).toMatchObject([{ category: "outreach", reason: "delete_me" }]);
  });

  it("forgets person, address and what the mails said, and keeps a hash that silences outreach in the district", async () => {
    const id = await stage.invite(stage.somebody("Dora Delete"));
    const [mail] = await stage.mails(`introduction-invitation:${id}`);
    await deliverMail(stage.wiring, { mailId: String(mail?.id) });
    const link = await stage.bearer(id, "delete-me");
    expect(await deleteInvitee(stage.wiring, link)).toEqual({ ok: true, value: null });
    const left = [await stage.row(id), await stage.mails(`introduction-%:${id}%`), await stage.tasks(id)];
    expect(JSON.stringify(left)).not.toMatch(/dora/i);
    expect(await stage.row(id)).toMatchObject({ state: "declined", mentor_mail: "" });
    expect(await suppressionsOf("dora.delete@work.example")).toEqual([
      { category: "outreach", reason: "delete_me", district_id: cast.rosa.districtId },
    ]);
    expect(
      await sql(
        stage.database,
        "select reason, actor_kind, actor_note from audit_log where noun_id = $1 and transition = 'decline'",
        [id],
      ),
    ).toEqual([{ reason: "delete me", actor_kind: "link", actor_note: "delete-me" }]);
  });

  it("stops a mail that has not left, also one that a provider may have seen before", async () => {
    const id = await stage.invite(stage.somebody("Early Eve"));
    const link = await stage.bearer(id, "delete-me");
    await sql(
      stage.database,
      "update mails set handed_at = now(), frozen_subject = 'Hello Early Eve', frozen_html = 'Early Eve' where dedupe_key = $1",
      [`introduction-invitation:${id}`],
    );
    expect(await deleteInvitee(stage.wiring, link)).toEqual({ ok: true, value: null });
    const [mail] = await stage.mails(`introduction-invitation:${id}`);
    expect(mail).toMatchObject({
      state: "suppressed",
      recipient_mail: "forgotten",
      frozen_subject: "",
      frozen_html: null,
    });
    const before = stage.wiring.sent.length;
    await deliverMail(stage.wiring, { mailId: String(mail?.id) });
    expect(stage.wiring.sent.length).toBe(before);
  });

  it("twice, or after a no, is harmless, and the page says that nothing is left", async () => {
    const id = await stage.invite(stage.somebody("Twice Tina"));
    const link = await stage.bearer(id, "delete-me");
    await answerInvitation(stage.wiring, await stage.bearer(id), NO);
    expect(await Promise.all([deleteInvitee(stage.wiring, link), deleteInvitee(stage.wiring, link)])).toEqual(
      Array(2).fill({ ok: true, value: null }),
    );
    expect(await openInvitation(stage.wiring, link)).toMatchObject({ value: { state: "declined", mentorName: "" } });
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "decline"]);
  });

  it("leaves the mail program's own button working: whoever is forgotten and stops such mail is not written to again", async () => {
    const id = await stage.invite(stage.somebody("Silent Sol"));
    await answerInvitation(stage.wiring, await stage.bearer(id), NO);
    const [mail] = await stage.mails(`introduction-invitation:${id}`);
    expect(mail?.recipient_mail).toBe("forgotten");
    const token = unsubscribeToken(stage.wiring.env.secret, String(mail?.id));
    expect(await openUnsubscribe(stage.wiring, { token })).toMatchObject({ value: { mail: null } });
    expect(await unsubscribe(stage.wiring, { token })).toEqual({ ok: true, value: null });
    expect(await suppressionsOf("silent.sol@work.example")).toEqual([
      { category: "outreach", reason: "unsubscribed", district_id: cast.rosa.districtId },
    ]);
    expect(await suppressionsOf("forgotten")).toEqual([]);
  });

  it("keeps no hash with the mails that tell coordinators, which nobody can stop", async () => {
    const id = await stage.invite(stage.somebody("Hashless Hal"));
    await deleteInvitee(stage.wiring, await stage.bearer(id, "delete-me"));
    const news = await stage.mails(`introduction-news:${id}:%`);
    expect(news.map((mail) => mail.recipient_hash)).toEqual(news.map(() => null));
    expect(news.length).toBeGreaterThan(0);
  });

  it("makes a yes by the other link of the mail impossible", async () => {
    const id = await stage.invite(stage.somebody("Changed Cheng"));
    const invitation = await stage.bearer(id);
    await deleteInvitee(stage.wiring, await stage.bearer(id, "delete-me"));
    expect(await answerInvitation(stage.wiring, invitation, YES)).toEqual({
      ok: false,
      reason: "wrong_state",
      detail: { state: "declined" },
    });
  });

  it("is refused to somebody who said yes: they are a mentor, and the page gives a phone number", async () => {
    const id = await stage.invite(stage.somebody("Mentor Mo"));
    const link = await stage.bearer(id, "delete-me");
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "Mo's Motors" });
    expect(await deleteInvitee(stage.wiring, link)).toEqual({
      ok: false,
      reason: "wrong_state",
      detail: { state: "accepted" },
    });
    expect(await stage.row(id)).toMatchObject({ mentor_name: "Mentor Mo" });
    expect(await suppressionsOf("mentor.mo@work.example")).toEqual([]);
  });

  it("may not be asked by a link of another kind, or for another school", async () => {
    const id = await stage.invite(stage.somebody("Stranger Stan"));
    const link = await stage.bearer(id, "delete-me");
    expect(await deleteInvitee(stage.wiring, { ...link, linkKind: "introduction-invitation" })).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await deleteInvitee(stage.wiring, { ...link, schoolId: castActor(cast.malik).schoolId })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_name: "Stranger Stan" });
  });
});
