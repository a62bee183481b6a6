import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { joinIntroduction } from "~/features/introductions/join-introduction.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { cast, castActor } from "~db/cast";
import { ines, NO, openStage, type Stage, YES } from "./stage";

const monique = castActor(cast.monique);
const derek = castActor(cast.derek);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const join = (introductionId: string, firstId: string, actor = ines) =>
  joinIntroduction(stage.wiring, actor, { introductionId, firstId });
const sameAs = async (introductionId: string) => {
  const opened = await openIntroduction(stage.wiring, ines, { introductionId });
  return opened.ok ? opened.value.same.map(({ id }) => id) : opened;
};
const toldTo = async (proposer: typeof monique, id: string) =>
  (await openProposal(stage.wiring, proposer)).own.find((each) => each.id === id)?.state;

describe("a second family that proposes the same person", () => {
  it("is recognised by mail, by phone however it is written, and by name; one who was declined is not", async () => {
    const first = await stage.propose(monique, stage.somebody("Same Sana", { mentorPhone: "+1 (206) 555-0131" }));
    const byMail = await stage.propose(derek, stage.somebody("S. Sana", { mentorMail: "SAME.SANA@work.example" }));
    const byPhone = await stage.propose(derek, stage.somebody("Sana P", { mentorPhone: "206.555.0131" }));
    const byName = await stage.propose(derek, stage.somebody("same sana", { mentorMail: "other@work.example" }));
    const stranger = await stage.propose(derek, stage.somebody("Nobody Like Her"));
    expect(await sameAs(byMail)).toContain(first);
    expect(await sameAs(byPhone)).toContain(first);
    expect(await sameAs(byName)).toContain(first);
    expect(await sameAs(stranger)).toEqual([]);
  });

  it("reads what became of the first, and is thanked with it, without hearing of the other family", async () => {
    const first = await stage.invite(stage.somebody("Joined June"), monique);
    const second = await stage.propose(derek, stage.somebody("Joined June"));
    expect(await join(second, first)).toEqual({ ok: true, value: null });
    expect(await toldTo(derek, second)).toBe("invited");
    await answerInvitation(stage.wiring, await stage.bearer(first), { ...YES, organisationName: "June's Junction" });
    expect([await toldTo(monique, first), await toldTo(derek, second)]).toEqual(["accepted", "accepted"]);
    for (const id of [first, second]) {
      const thanks = [...(await stage.mails(`introduction-thanks:${id}`)), ...(await stage.tasks(id))];
      expect(thanks).toHaveLength(1);
    }
    const told = JSON.stringify([
      await stage.mails(`introduction-thanks:${second}`),
      await openProposal(stage.wiring, derek),
    ]);
    expect(told).not.toContain(cast.monique.name);
  });

  it("is thanked at once when the first said yes already, and their relatives are kept apart too", async () => {
    const first = await stage.invite(stage.somebody("Joined Jules"), monique);
    await answerInvitation(stage.wiring, await stage.bearer(first), { ...YES, organisationName: "Jules and Jars" });
    const ana = castActor(cast.ana);
    const second = await stage.propose(ana, stage.somebody("Joined Jules", { isRelative: true }));
    expect(await join(second, first)).toEqual({ ok: true, value: null });
    expect(await stage.mails(`introduction-thanks:${second}`)).toHaveLength(1);
    const { mentor_id } = await stage.row(first);
    expect(await stage.tasks(String(mentor_id))).toMatchObject([
      { kind: "relative_pair", props: { studentId: cast.ana.personId } },
    ]);
  });

  it("reads a no as any other, and what it told is forgotten with the first", async () => {
    const first = await stage.invite(stage.somebody("Joined Jo"), monique);
    const second = await stage.propose(derek, stage.somebody("Joined Jo"));
    await join(second, first);
    await answerInvitation(stage.wiring, await stage.bearer(first), NO);
    expect(await toldTo(derek, second)).toBe("declined");
    expect(await stage.row(second)).toMatchObject({ state: "joined", mentor_name: "", mentor_mail: "", how_known: "" });
  });
});

describe("two introductions are not joined", () => {
  it("that are not of the same person, twice, to each other, or in a chain", async () => {
    const first = await stage.propose(monique, stage.somebody("Chain Cho"));
    const second = await stage.propose(derek, stage.somebody("Chain Cho"));
    const third = await stage.propose(castActor(cast.lan), stage.somebody("Chain Cho"));
    const other = await stage.propose(castActor(cast.lan), stage.somebody("Chain Else"));
    expect(await join(other, first)).toMatchObject({ ok: false, reason: "wrong_state" });
    const both = await Promise.all([join(second, first), join(first, second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [kept, joined] = both[0]?.ok ? [first, second] : [second, first];
    expect(await join(joined, kept)).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await join(third, joined)).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await join(kept, third)).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await join(third, kept)).toEqual({ ok: true, value: null });
  });

  it("by an advisor, or by a coordinator of another school", async () => {
    const first = await stage.propose(monique, stage.somebody("Chain Stranger"));
    const second = await stage.propose(derek, stage.somebody("Chain Stranger"));
    expect(await join(second, first, castActor(cast.tom))).toEqual({ ok: false, reason: "not_permitted" });
    const elsewhere = { ...ines, schoolId: cast.malik.schoolId, districtId: cast.malik.districtId };
    expect(await join(second, first, elsewhere)).toEqual({ ok: false, reason: "not_found" });
    expect(await stage.row(second)).toMatchObject({ state: "submitted", joined_to: null });
  });
});
