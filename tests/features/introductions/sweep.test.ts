import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { expireIntroductions } from "~/features/introductions/expire-introductions.server";
import { remindInvitees } from "~/features/introductions/remind-invitees.server";
import { sweep } from "~/jobs/sweep";
import { cast, castActor } from "~db/cast";
import { hashAddress, suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { sql } from "../../support/sql";
import { TEST_NOW } from "../../support/wiring";
import { NO, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // The sample's own introductions would come due too.
  await sql(stage.database, "update introductions set state = 'declined' where state <> 'accepted'");
});
afterAll(() => stage.close());
beforeEach(() => stage.wiring.clock.set(TEST_NOW));

const passDays = (days: number) => stage.wiring.clock.pass(days * 24 * 60);

describe("the reminder", () => {
  it("goes out once after ten days, by a link that works as long as the first", async () => {
    const id = await stage.invite(stage.somebody("Rita Reminded"));
    passDays(9);
    expect(await remindInvitees(stage.wiring)).toBe(0);
    passDays(1);
    const counts = await Promise.all(Array.from({ length: 4 }, () => remindInvitees(stage.wiring)));
    expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
    passDays(20);
    expect(await remindInvitees(stage.wiring)).toBe(0);
    expect(await stage.mails(`introduction-reminder:${id}`)).toMatchObject([
      { recipient_mail: "rita.reminded@work.example" },
    ]);
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "remind"]);
    const [link] = await sql<{ latest: string; expires_at: string }>(
      stage.database,
      "select max(l.expires_at)::text as latest, i.expires_at::text from identity.links l, introductions i where l.subject_id = $1 and i.id = $1 group by i.expires_at",
      [id],
    );
    expect(link?.latest).toBe(link?.expires_at);
    const bearer = await stage.bearer(id, "introduction-invitation", "introduction-reminder");
    expect(await answerInvitation(stage.wiring, bearer, { ...YES, organisationName: "Rita's Radios" })).toMatchObject({
      ok: true,
    });
  });

  it("does not go to somebody who answered, or whose address asked for silence", async () => {
    const answered = await stage.invite(stage.somebody("Already Answered"));
    await answerInvitation(stage.wiring, await stage.bearer(answered), NO);
    const silenced = await stage.invite(stage.somebody("Silenced Since"));
    await withScope(stage.wiring, rosa, (tx) =>
      suppressMail(tx, {
        mail: "silenced.since@work.example",
        category: "outreach",
        reason: "unsubscribed",
        districtId: rosa.districtId,
        now: stage.wiring.clock.now(),
      }),
    );
    passDays(11);
    expect(await remindInvitees(stage.wiring)).toBe(0);
    expect(await stage.mails(`introduction-reminder:${silenced}`)).toEqual([]);
  });
});

describe("forgetting", () => {
  it("comes after 90 days without an answer: data gone, a hash of the address stays and silences outreach", async () => {
    const id = await stage.invite(stage.somebody("Unheard Uma"));
    passDays(89);
    expect(await expireIntroductions(stage.wiring)).toBe(0);
    passDays(2);
    expect(await expireIntroductions(stage.wiring)).toBeGreaterThan(0);
    expect(await stage.row(id)).toMatchObject({ state: "expired", mentor_name: "", mentor_mail: "", how_known: "" });
    expect(JSON.stringify(await stage.mails(`introduction-%:${id}%`))).not.toMatch(/uma/i);
    expect(
      await sql(stage.database, "select reason from mail_suppressions where address_hash = $1", [
        hashAddress("unheard.uma@work.example"),
      ]),
    ).toEqual([{ reason: "no_answer" }]);
    expect((await stage.acts("introduction", id)).at(-1)).toBe("expire");
    expect(await expireIntroductions(stage.wiring)).toBe(0);
  });

  it("comes for somebody whom nobody invited too, and leaves their address free", async () => {
    const id = await stage.propose(castActor(cast.lan), stage.somebody("Never Read"));
    passDays(91);
    await expireIntroductions(stage.wiring);
    expect(await stage.row(id)).toMatchObject({ state: "expired", mentor_mail: "" });
    expect(
      await sql(stage.database, "select 1 from mail_suppressions where address_hash = $1", [
        hashAddress("never.read@work.example"),
      ]),
    ).toEqual([]);
  });

  it("never comes for somebody who said yes", async () => {
    const id = await stage.invite(stage.somebody("Steady Stella"));
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "Stella's Stars" });
    passDays(400);
    await expireIntroductions(stage.wiring);
    expect(await stage.row(id)).toMatchObject({ state: "accepted", mentor_name: "Steady Stella" });
  });

  it("is a part of the hourly sweep, as the reminder is", async () => {
    const reminded = await stage.invite(stage.somebody("Swept Sven"));
    passDays(12);
    await sweep(stage.wiring);
    expect(await stage.mails(`introduction-reminder:${reminded}`)).toHaveLength(1);
    passDays(90);
    await sweep(stage.wiring);
    expect(await stage.row(reminded)).toMatchObject({ state: "expired" });
  });
});
