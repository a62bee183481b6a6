import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decidePair, type PairDecision } from "~/features/tasks/decide-pair.server";
import { cast, castActor } from "~db/cast";
import { anaContacted, staff } from "../../support/pursuit-way";
import { NOBODY, openStage, type Stage } from "../../support/stage";

let stage: Stage;
let pursuitId: string;
let taskId: string;
beforeAll(async () => {
  stage = await openStage({ connections: 4 });
});
afterAll(() => stage.close());
/** Maya leads the clinic's placement and is Ana's aunt: Ana's approved pursuit waits for a coordinator. */
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from forbidden_pairs");
  await stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'relative')",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, cast.maya.personId],
  );
  pursuitId = await anaContacted(stage);
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'relative_pair'");
  taskId = task?.id ?? "";
});

const ines = staff("ines");
const decide = (decision: PairDecision, changes: { taskId?: string; note?: string } = {}, actor = ines) =>
  decidePair(stage.wiring, actor, {
    taskId,
    decision,
    note: "Spoke with Rosa. They see each other once a year.",
    ...changes,
  });
const pair = async () => (await stage.rows("select state, decided_by, note from forbidden_pairs"))[0];
const pursuitState = async () => (await stage.rows("select state from pursuits where id = $1", [pursuitId]))[0]?.state;
const taskState = async () => (await stage.rows("select state, done_by from staff_tasks where id = $1", [taskId]))[0];

it("a pursuit of a forbidden pair waits, and asks for the decision once", async () => {
  expect(await pursuitState()).toBe("approved");
  expect(await stage.rows("select props from staff_tasks where kind = 'relative_pair'")).toMatchObject([
    { props: { studentId: cast.ana.personId, mentorId: cast.maya.personId } },
  ]);
});

it("lifting the pair lets the pursuit that waited go on to the host", async () => {
  expect(await decide("lift")).toEqual({ ok: true, value: null });
  expect(await pair()).toEqual({
    state: "lifted",
    decided_by: cast.ines.personId,
    note: "Spoke with Rosa. They see each other once a year.",
  });
  expect(await pursuitState()).toBe("contacted");
  expect(await taskState()).toEqual({ state: "done", done_by: cast.ines.personId });
});

it("keeping them apart leaves pair and pursuit as they are", async () => {
  expect(await decide("keep", { note: "Aunt and niece live together." })).toEqual({ ok: true, value: null });
  expect(await pair()).toMatchObject({ state: "standing" });
  expect(await pursuitState()).toBe("approved");
  expect(await taskState()).toMatchObject({ state: "done" });
});

it.each(["lift", "keep"] as const)(
  "the audit log has who decided to %s the pair, about whom and why",
  async (decision) => {
    await decide(decision);
    expect(
      await stage.rows(
        "select noun, noun_id, transition, actor_id, evidence, reason from audit_log where noun in ('student', 'task') order by noun",
      ),
    ).toEqual([
      {
        noun: "student",
        noun_id: cast.ana.personId,
        transition: `${decision}_pair`,
        actor_id: cast.ines.personId,
        evidence: `mentor ${cast.maya.personId}`,
        reason: "Spoke with Rosa. They see each other once a year.",
      },
      expect.objectContaining({ noun: "task", noun_id: taskId, transition: "done" }),
    ]);
  },
);

describe("a decision is refused", () => {
  it("without a reason", async () => {
    expect(await decide("lift", { note: "  " })).toEqual({ ok: false, reason: "note_missing" });
    expect(await pair()).toMatchObject({ state: "standing" });
  });

  it("the second time, also at the same moment and whichever it is", async () => {
    const outcomes = await Promise.all([decide("lift"), decide("keep"), decide("lift")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "already_closed" }));
  });

  it("about a task that is not there, or that asks for something else", async () => {
    expect(await decide("lift", { taskId: NOBODY })).toEqual({ ok: false, reason: "not_found" });
    await stage.rows("update staff_tasks set kind = 'find_contact' where id = $1", [taskId]);
    expect(await decide("lift")).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("a stranger may not decide", () => {
  it.each(["malik", "greta"] as const)("%s, who coordinates another school, finds no such task", async (key) => {
    expect(await decide("lift", {}, staff(key))).toEqual({ ok: false, reason: "not_found" });
  });

  it.each(["tom", "ana", "rosa", "maya"] as const)("%s, who coordinates nothing", async (key) => {
    expect(await decide("lift", {}, castActor(cast[key]) as typeof ines)).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await pair()).toMatchObject({ state: "standing" });
  });
});
