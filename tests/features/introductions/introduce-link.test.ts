import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { openLink } from "~/features/accounts/open-link.server";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { expireIntroductions } from "~/features/introductions/expire-introductions.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { remindReviewers } from "~/features/introductions/remind-reviewers.server";
import { sendIntroduceLink } from "~/features/introductions/send-introduce-link.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { TEST_NOW } from "../../support/wiring";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const KINDS = ["introduce", "consent"] as const;
const open = (link: string | null | undefined) =>
  openLink(stage.wiring, { token: link?.split("/").at(-1), kinds: KINDS });

/** Who acts by the link under the mail that thanks for somebody. */
async function thanked(name: string): Promise<{ id: string; link: string; actor: LinkActor }> {
  const id = await stage.invite(stage.somebody(name));
  await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: `${name}'s Own` });
  const [mail] = await stage.mails(`introduction-thanks:${id}`);
  const link = mail?.props.link ?? "";
  const opened = await open(link);
  if (!opened.ok) throw new Error(`the link is ${opened.reason}`);
  return { id, link, actor: opened.value };
}

/** A guardian's link to answer for a child. */
const consentLink = (guardian: { personId: string }): LinkActor => ({
  ...castActor(cast.rosa),
  kind: "link",
  linkKind: "consent",
  linkId: guardian.personId,
  subjectId: guardian.personId,
  personId: guardian.personId,
  organisationId: null,
  language: "es",
});

describe("the link under a family's thanks", () => {
  it("introduces the next one without signing in, and shows what became of the first by its day, without a name", async () => {
    const { id, actor } = await thanked("Linked Lin");
    expect(actor).toMatchObject({ linkKind: "introduce", personId: cast.rosa.personId });
    const outcome = await proposeIntroduction(stage.wiring, actor, stage.somebody("Linked Leo"));
    expect(outcome.ok && (await stage.row(outcome.value.introductionId))).toMatchObject({
      proposed_as: "guardian",
      proposed_by: cast.rosa.personId,
    });
    const { own } = await openProposal(stage.wiring, actor);
    expect(own.find((each) => each.id === id)).toMatchObject({ name: "", state: "accepted" });
    expect(JSON.stringify(own)).not.toContain("Linked");
  });

  it("goes to guardians alone: students and staff have a page of their own", async () => {
    const id = await stage.invite(stage.somebody("Linked Student"), castActor(cast.ana));
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "Student's Find" });
    const mails = await stage.mails(`introduction-thanks:${id}`);
    for (const { props } of mails) expect(props.link).toMatch(/\/introduce$/);
  });

  it("after a year offers a fresh one, to the address the school knows, once a day", async () => {
    const { link, actor } = await thanked("Linked Old");
    stage.wiring.clock.pass(366 * 24 * 60);
    expect(await open(link)).toMatchObject({ ok: false, reason: "expired" });
    const sent = await Promise.all([1, 2].map(() => sendIntroduceLink(stage.wiring, actor.linkId)));
    expect(sent).toEqual(Array(2).fill({ ok: true, value: null }));
    expect(await sendIntroduceLink(stage.wiring, actor.linkId)).toEqual({ ok: true, value: null });
    const fresh = await stage.mails(`introduce-link:${cast.rosa.personId}:%`);
    expect(fresh).toMatchObject([{ recipient_mail: cast.rosa.mail, recipient_language: "es" }]);
    expect(await open(fresh[0]?.props.link)).toMatchObject({ ok: true });
    stage.wiring.clock.set(TEST_NOW);
  });

  it("is sent on a day on which other mail had a link too, and once when it is asked for a moment later", async () => {
    const { actor } = await thanked("Linked Today");
    for (const _ of [1, 2]) {
      expect(await sendIntroduceLink(stage.wiring, actor.linkId)).toEqual({ ok: true, value: null });
      stage.wiring.clock.pass(1);
    }
    expect(await stage.mails(`introduce-link:${cast.rosa.personId}:2026-10-15`)).toHaveLength(1);
    stage.wiring.clock.set(TEST_NOW);
  });

  it("is nobody's mail in English who reads another language: staff are asked to call, once", async () => {
    const { actor } = await thanked("Linked Somali");
    const speak = (language: string) =>
      sql(stage.database, "update people set language = $1 where id = $2", [language, cast.rosa.personId]);
    await speak("so");
    const mails = () => stage.mails(`introduce-link:${cast.rosa.personId}:%`);
    const before = (await mails()).length;
    stage.wiring.clock.pass(3 * 24 * 60);
    for (const _ of [1, 2])
      expect(await sendIntroduceLink(stage.wiring, actor.linkId)).toEqual({ ok: false, reason: "no_mail" });
    expect(await mails()).toHaveLength(before);
    const tasks = await sql(stage.database, "select props from staff_tasks where dedupe_key = $1", [
      `tell_family:introduce_link:${cast.rosa.personId}`,
    ]);
    expect(tasks).toMatchObject([{ props: { news: "knows_somebody", language: "so" } }]);
    await speak("es");
    stage.wiring.clock.set(TEST_NOW);
  });

  it("sends nothing for a link of another kind, to nobody's address, or once no child of theirs is at the school", async () => {
    const { actor } = await thanked("Linked Gone");
    expect(await sendIntroduceLink(stage.wiring, cast.rosa.personId)).toEqual({ ok: false, reason: "not_found" });
    await sql(
      stage.database,
      "update guardian_links set to_on = '2026-09-01', from_on = '2026-08-01' where guardian_id = $1",
      [cast.rosa.personId],
    );
    expect(await sendIntroduceLink(stage.wiring, actor.linkId)).toEqual({ ok: false, reason: "not_found" });
    expect(await proposeIntroduction(stage.wiring, actor, stage.somebody("Linked Late"))).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    await sql(stage.database, "update guardian_links set to_on = null where guardian_id = $1", [cast.rosa.personId]);
  });
});

describe("the link by which a guardian answers for a child", () => {
  it("introduces somebody too, and not for a student who answers for themselves", async () => {
    const outcome = await proposeIntroduction(stage.wiring, consentLink(cast.rosa), stage.somebody("Asked After"));
    expect(outcome).toMatchObject({ ok: true });
    expect(await proposeIntroduction(stage.wiring, consentLink(cast.leo), stage.somebody("Asked Self"))).toEqual({
      ok: false,
      reason: "not_permitted",
    });
  });
});

describe("what a family reads", () => {
  const stateOf = async (id: string) =>
    (await openProposal(stage.wiring, rosa)).own.find((each) => each.id === id) ?? null;

  it("keeps two people apart by their day once both are forgotten", async () => {
    const first = await stage.propose(rosa, stage.somebody("Day One"));
    stage.wiring.clock.pass(3 * 24 * 60);
    const second = await stage.propose(rosa, stage.somebody("Day Four"));
    for (const introductionId of [first, second])
      await setIntroductionAside(stage.wiring, ines, { introductionId, note: "" });
    const [one, four] = [await stateOf(first), await stateOf(second)];
    expect([one?.name, four?.name]).toEqual(["", ""]);
    expect(one?.proposedAt).not.toEqual(four?.proposedAt);
    stage.wiring.clock.set(TEST_NOW);
  });

  it("is “the school did not get to it” where nobody was asked, and the coordinator was told once, after a month", async () => {
    await sql(
      stage.database,
      "update introductions set state = 'declined' where state in ('submitted', 'in_review', 'invited')",
      [],
    );
    const unread = await stage.propose(rosa, stage.somebody("Never Read"));
    const asked = await stage.invite(stage.somebody("Never Answered"));
    stage.wiring.clock.pass(29 * 24 * 60);
    expect(await remindReviewers(stage.wiring)).toBe(0);
    stage.wiring.clock.pass(2 * 24 * 60);
    await remindReviewers(stage.wiring);
    await remindReviewers(stage.wiring);
    expect(await stage.mails(`introduction-news:${unread}:waiting:%`)).toMatchObject([
      { recipient_mail: cast.ines.mail },
    ]);
    expect(await stage.mails(`introduction-news:${asked}:waiting:%`)).toEqual([]);
    stage.wiring.clock.pass(60 * 24 * 60);
    await expireIntroductions(stage.wiring);
    expect([(await stateOf(unread))?.state, (await stateOf(asked))?.state]).toEqual(["unread", "expired"]);
    stage.wiring.clock.set(TEST_NOW);
  });
});
