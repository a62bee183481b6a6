import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { daysLater } from "~/clock";
import { MOST_WAITING, type Proposal } from "~/domain/introduction/proposal";
import { openLink } from "~/features/accounts/open-link.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { type Proposer, proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { cast, castActor } from "~db/cast";
import { insertLink } from "~db/links.server";
import { withScope } from "~db/scope.server";
import { BAKER, ines, openStage, rosa, type Stage } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const propose = (actor: Proposer, proposal: Proposal) => proposeIntroduction(stage.wiring, actor, proposal);

async function introduceLink(personId: string | null) {
  const { schoolId, districtId } = cast.rosa;
  const token = await withScope(stage.wiring, rosa, (tx) =>
    insertLink(tx, {
      kind: "introduce",
      schoolId,
      districtId,
      subjectId: cast.rosa.personId,
      personId,
      language: "es",
      expiresAt: daysLater(stage.wiring.clock.now(), 30),
    }),
  );
  const outcome = await openLink(stage.wiring, { token, kinds: ["introduce"] });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe("proposing somebody", () => {
  it("writes the introduction down as it was told, with an audit row, and nobody is invited yet", async () => {
    const id = await stage.propose(rosa, {
      ...BAKER,
      mentorName: " Elena Panadera ",
      mentorMail: "Elena.Panadera@Horno.example",
    });
    expect(await stage.row(id)).toMatchObject({
      school_id: cast.rosa.schoolId,
      proposed_by: cast.rosa.personId,
      proposed_as: "guardian",
      state: "submitted",
      mentor_name: "Elena Panadera",
      mentor_mail: "elena.panadera@horno.example",
      mentor_language: "es",
      may_be_named: true,
    });
    expect(await stage.acts("introduction", id)).toEqual(["propose"]);
    expect(await stage.mails(`introduction-invitation:${id}`)).toEqual([]);
  });

  it("tells the school's coordinators and nobody else", async () => {
    const id = await stage.propose(rosa, stage.somebody("Told Once"));
    const news = await stage.mails(`introduction-news:${id}:%`);
    expect(news.map(({ recipient_mail, props }) => [recipient_mail, props.event])).toEqual([
      [cast.ines.mail, "submitted"],
    ]);
  });

  it("is open to a student, to staff, and to a guardian by their own link", async () => {
    const link = await introduceLink(cast.rosa.personId);
    expect(await stage.row(await stage.propose(castActor(cast.ana), stage.somebody("By Ana")))).toMatchObject({
      proposed_as: "student",
    });
    expect(await stage.row(await stage.propose(castActor(cast.tom), stage.somebody("By Tom")))).toMatchObject({
      proposed_as: "staff",
    });
    expect(await stage.row(await stage.propose(link, stage.somebody("By Link")))).toMatchObject({
      proposed_as: "guardian",
      proposed_by: cast.rosa.personId,
    });
  });

  it("takes a phone number instead of a mail address", async () => {
    const outcome = await propose(
      rosa,
      stage.somebody("Phone Only", { mentorMail: "", mentorPhone: "+1 206 555 0177" }),
    );
    expect(outcome).toMatchObject({ ok: true });
  });

  it("answers the same whether the address is a mentor of the district already or not", async () => {
    const known = await propose(rosa, stage.somebody("Maya Again", { mentorMail: cast.maya.mail }));
    const unknown = await propose(rosa, stage.somebody("Nobody Knows"));
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known).toEqual({ ok: true, value: { introductionId: expect.any(String) } });
    const page = await openProposal(stage.wiring, rosa);
    expect(
      page.own.filter(({ name }) => name === "Maya Again" || name === "Nobody Knows").map(({ state }) => state),
    ).toEqual(["submitted", "submitted"]);
  });

  it("makes one introduction of a form that is sent twice, also at the same moment", async () => {
    const proposal = stage.somebody("Double Click");
    const outcomes = await Promise.all([propose(rosa, proposal), propose(rosa, proposal), propose(rosa, proposal)]);
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.introductionId)).size).toBe(1);
  });

  it("lets a guardian name an own child as the relative's", async () => {
    const id = await stage.propose(
      rosa,
      stage.somebody("Aunt Reyes", { isRelative: true, studentId: cast.ana.personId }),
    );
    expect(await stage.row(id)).toMatchObject({ is_relative: true, relatives_student_id: cast.ana.personId });
  });
});

describe("what is refused", () => {
  it("a person without a name", async () => {
    expect(await propose(rosa, { ...BAKER, mentorName: "  " })).toEqual({ ok: false, reason: "name_missing" });
  });

  it("a person whom nobody can reach", async () => {
    expect(await propose(rosa, { ...BAKER, mentorMail: " ", mentorPhone: " " })).toEqual({
      ok: false,
      reason: "no_way_to_reach",
    });
  });

  it("more people at once than a coordinator can read", async () => {
    const anja = castActor(cast.anja);
    for (let count = 0; count < MOST_WAITING; count += 1) await stage.propose(anja, stage.somebody(`Crowd ${count}`));
    expect(await propose(anja, stage.somebody("One Too Many"))).toEqual({ ok: false, reason: "too_many_waiting" });
  });

  it.each([
    ["a guardian who names another family's child", castActor(cast.rosa), cast.hodan.personId],
    ["a guardian who names a child of another school", castActor(cast.rosa), cast.mateo.personId],
    ["a student who names another student", castActor(cast.ana), cast.hodan.personId],
    ["staff who name a student of another school", castActor(cast.tom), cast.mateo.personId],
    ["staff who name nobody there is", castActor(cast.tom), "01990000-0000-7000-8000-000000000000"],
  ])("%s finds nobody", async (_who, actor, studentId) => {
    expect(await propose(actor, stage.somebody("Not Mine", { studentId }))).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("a stranger may not", () => {
  it("propose by a link that was made for something else", async () => {
    const link = await introduceLink(cast.rosa.personId);
    expect(await propose({ ...link, linkKind: "first-contact" }, BAKER)).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await propose({ ...link, linkKind: "introduction-invitation" }, BAKER)).toEqual({
      ok: false,
      reason: "not_permitted",
    });
  });

  it("propose by a link that names nobody, and its page shows nobody's people", async () => {
    const link = await introduceLink(null);
    expect(await propose(link, BAKER)).toEqual({ ok: false, reason: "not_permitted" });
    expect(await openProposal(stage.wiring, link)).toMatchObject({ own: [], students: [] });
  });

  it("see what another family proposed", async () => {
    await stage.propose(rosa, stage.somebody("Only Rosa's"));
    const names = async (actor: Proposer) => (await openProposal(stage.wiring, actor)).own.map(({ name }) => name);
    expect(await names(rosa)).toContain("Only Rosa's");
    expect(await names(castActor(cast.lan))).not.toContain("Only Rosa's");
    expect(await names(castActor(cast.rosaAtHarbor))).not.toContain("Only Rosa's");
    expect(await names(ines)).not.toContain("Only Rosa's");
  });
});
