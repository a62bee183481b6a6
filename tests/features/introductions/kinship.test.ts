import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { keepHouseholdsApart } from "~/features/introductions/keep-households-apart.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { reviewIntroduction } from "~/features/introductions/review-introduction.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { decidePair } from "~/features/tasks/decide-pair.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

const { schoolId } = rosa;
const ana = cast.ana.personId;
const leo = cast.leo.personId;
const carlos = cast.carlos.personId;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await sql(stage.database, "delete from forbidden_pairs where school_id = $1", [schoolId]);
  await sql(stage.database, "delete from staff_tasks where kind = 'relative_pair' and school_id = $1", [schoolId]);
  await sql(stage.database, "update introductions set state = 'declined' where school_id = $1", [schoolId]);
  await sql(stage.database, "delete from guardian_links where guardian_id = $1 and student_id = $2", [
    cast.rosa.personId,
    leo,
  ]);
});

const pairsOf = (mentorId: string) =>
  sql(
    stage.database,
    "select student_id, reason, state from forbidden_pairs where mentor_id = $1 and school_id = $2 order by student_id",
    [mentorId, schoolId],
  );
const isKin = (studentId: string) => ({ student_id: studentId, reason: "relative", state: "standing" });
const uncle = (name: string, changes = {}) =>
  stage.somebody(name, { mentorMail: cast.carlos.mail, isRelative: true, studentId: ana, ...changes });
const kinshipOf = async (introductionId: string) => {
  const opened = await openIntroduction(stage.wiring, ines, { introductionId });
  return opened.ok ? opened.value.kinship : opened;
};

/** Rosa is Leo's guardian too. */
const makeSiblings = () =>
  sql(
    stage.database,
    "insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on) values ($1, $2, $3, 'mother', 'parent', '2026-08-01')",
    [schoolId, leo, cast.rosa.personId],
  );

/** A way to reach a mentor that a family of the school has too, as another list writes it. */
const shareWithRosa = async (kind: "sms" | "mail", [family, mentor]: [string, string]) => {
  await sql(
    stage.database,
    "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, $3, $4) on conflict do nothing",
    [schoolId, cast.rosa.personId, kind, family],
  );
  await sql(
    stage.database,
    "insert into mentor_contact_points (district_id, mentor_id, kind, value) values ($1, $2, $3, $4) on conflict do nothing",
    [rosa.districtId, carlos, kind, mentor],
  );
};

describe("a declared relative who is a mentor already", () => {
  it("is kept apart at once, and the coordinator is asked", async () => {
    const id = await stage.propose(rosa, uncle("Carlos Known"));
    expect(await pairsOf(carlos)).toEqual([isKin(ana)]);
    expect(await stage.tasks(carlos)).toMatchObject([{ kind: "relative_pair", props: { studentId: ana } }]);
    expect(await kinshipOf(id)).toEqual({ is: "apart", students: [cast.ana.name] });
  });

  it("stays apart when the introduction is set aside, and the question stays open", async () => {
    const id = await stage.propose(rosa, uncle("Carlos Aside"));
    await setIntroductionAside(stage.wiring, ines, { introductionId: id, note: "He is with us." });
    expect(await pairsOf(carlos)).toEqual([isKin(ana)]);
    expect(await stage.tasks(carlos)).toMatchObject([{ kind: "relative_pair", state: "open" }]);
  });

  it("is known by phone too, however it is written, and once a coordinator has corrected the address", async () => {
    await shareWithRosa("sms", ["+1 206 555 0881", "(206) 555-0882"]);
    await stage.propose(rosa, uncle("Carlos Phone", { mentorMail: "", mentorPhone: "1 206.555.0882" }));
    expect(await pairsOf(carlos)).toEqual([isKin(ana)]);
    const id = await stage.propose(rosa, uncle("Maya Later", { mentorMail: "maya.typo@work.example" }));
    expect(await kinshipOf(id)).toEqual({ is: "later", students: [cast.ana.name] });
    await reviewIntroduction(stage.wiring, ines, {
      introductionId: id,
      mentorMail: cast.maya.mail,
      mentorLanguage: "en",
    });
    expect(await pairsOf(cast.maya.personId)).toEqual([isKin(ana)]);
  });

  it("is kept apart from brothers and sisters, whoever of them was named or proposed", async () => {
    await makeSiblings();
    await stage.propose(rosa, uncle("Carlos Family"));
    expect(await pairsOf(carlos)).toEqual([ana, leo].sort().map(isKin));
    await sql(stage.database, "delete from forbidden_pairs where school_id = $1", [schoolId]);
    await stage.propose(castActor(cast.leo), uncle("Carlos Cousin", { studentId: null }));
    expect(await pairsOf(carlos)).toEqual([ana, leo].sort().map(isKin));
  });

  it("is kept apart also when the family says so only in a second form, about somebody who is invited already", async () => {
    const baker = stage.somebody("Second Thought");
    const id = await stage.invite(baker);
    expect(await stage.propose(rosa, { ...baker, isRelative: true, studentId: ana })).toBe(id);
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "Second Thoughts" });
    const { mentor_id } = await stage.row(id);
    expect(await pairsOf(String(mentor_id))).toEqual([isKin(ana)]);
  });

  it("may learn with the family once a coordinator says so, and another proposal does not undo it", async () => {
    const id = await stage.propose(rosa, uncle("Carlos Decided"));
    const [task] = await stage.tasks(carlos);
    const decision = { taskId: task?.id ?? "", decision: "lift", note: "His brother runs the shop." } as const;
    expect(await decidePair(stage.wiring, ines, decision)).toMatchObject({ ok: true });
    await stage.propose(castActor(cast.ana), uncle("Carlos Again", { studentId: null }));
    expect(await pairsOf(carlos)).toEqual([{ ...isKin(ana), state: "lifted" }]);
    expect(await kinshipOf(id)).toEqual({ is: "decided", students: [cast.ana.name] });
  });
});

describe("staff who introduce a relative of a student", () => {
  const proposal = { isRelative: true, studentId: null };

  it("say of which student, and the two are kept apart", async () => {
    expect(await proposeIntroduction(stage.wiring, ines, uncle("Carlos Staff", proposal))).toEqual({
      ok: false,
      reason: "student_missing",
    });
    await stage.propose(ines, uncle("Carlos Staff"));
    expect(await pairsOf(carlos)).toEqual([isKin(ana)]);
  });

  it("read the students they may know: all of them, or those of their advisory, who alone may be named", async () => {
    const tom = castActor(cast.tom);
    const all = (await openProposal(stage.wiring, ines)).students;
    const own = (await openProposal(stage.wiring, tom)).students;
    expect(all.length).toBeGreaterThan(own.length);
    expect(own.length).toBeGreaterThan(0);
    const other = all.find(({ id }) => own.every((each) => each.id !== id));
    expect(await proposeIntroduction(stage.wiring, tom, uncle("Carlos Tom", { studentId: other?.id }))).toEqual({
      ok: false,
      reason: "not_found",
    });
  });
});

describe("a mentor of the same household", () => {
  it("is kept apart once, wherever they came from, when phone or mail is a guardian's", async () => {
    await keepHouseholdsApart(stage.wiring);
    await shareWithRosa("sms", ["+1 206 555 0883", "206-555-0883"]);
    expect(await keepHouseholdsApart(stage.wiring)).toBe(1);
    expect(await keepHouseholdsApart(stage.wiring)).toBe(0);
    expect(await pairsOf(carlos)).toEqual([{ ...isKin(ana), reason: "household" }]);
    expect(await stage.tasks(carlos)).toMatchObject([
      { kind: "relative_pair", props: { studentId: ana, shares: true } },
    ]);
  });

  it("is noticed in the moment of their yes, without anybody having said so", async () => {
    const id = await stage.invite(stage.somebody("House Holder", { mentorMail: "Household@Family.example" }));
    await sql(
      stage.database,
      "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', 'household@family.example')",
      [schoolId, cast.rosa.personId],
    );
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: "House of Holder" });
    const { mentor_id } = await stage.row(id);
    expect(await pairsOf(String(mentor_id))).toEqual([{ ...isKin(ana), reason: "household" }]);
  });

  it("whom a coordinator allowed stays allowed", async () => {
    await sql(
      stage.database,
      `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason, state, decided_by, decided_on, note)
        values ($1, $2, $3, $4, 'household', 'lifted', $5, '2026-09-01', 'known')`,
      [schoolId, ana, rosa.districtId, carlos, cast.ines.personId],
    );
    await shareWithRosa("sms", ["+1 206 555 0884", "206-555-0884"]);
    await keepHouseholdsApart(stage.wiring);
    expect(await pairsOf(carlos)).toMatchObject([{ student_id: ana, state: "lifted" }]);
    expect(await stage.tasks(carlos)).toEqual([]);
  });
});
