import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { finishTask } from "~/features/tasks/finish-task.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { cast, castActor } from "~db/cast";
import { withScope } from "~db/scope.server";
import { type NewStaffTask, openTask } from "~db/staff-tasks.server";
import { staff } from "../../support/pursuit-way";
import { NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 4 });
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

const ines = staff("ines");

/** A task at Lakeview; answers its id. */
async function open(
  kind: NewStaffTask["kind"],
  props: NewStaffTask["props"] = {},
  key: string = kind,
): Promise<string> {
  const now = stage.wiring.clock.now();
  const { schoolId } = ines;
  await withScope(stage.wiring, ines, (tx) =>
    openTask(tx, { schoolId, kind, subject: { noun: "student", id: cast.ana.personId }, props, dedupeKey: key, now }),
  );
  const [task] = await stage.rows<{ id: string }>(
    "select id from staff_tasks where dedupe_key = $1 and state = 'open'",
    [key],
  );
  return task?.id ?? "";
}
const finish = (taskId: string, outcome: "done" | "dropped" = "done", actor = ines) =>
  finishTask(stage.wiring, actor, { taskId, outcome, note: " Called them. " });

describe("finishing a task", () => {
  it.each(["done", "dropped"] as const)("as %s keeps who, when and the note, with an audit row", async (outcome) => {
    const taskId = await open("find_contact");
    expect(await finish(taskId, outcome)).toEqual({ ok: true, value: null });
    expect(
      await stage.rows("select state, done_by, outcome_note, done_at from staff_tasks where id = $1", [taskId]),
    ).toEqual([
      { state: outcome, done_by: cast.ines.personId, outcome_note: "Called them.", done_at: expect.anything() },
    ]);
    expect(await stage.rows("select transition, actor_id, reason from audit_log where noun_id = $1", [taskId])).toEqual(
      [{ transition: outcome, actor_id: cast.ines.personId, reason: "Called them." }],
    );
  });

  it("twice, also at the same moment, says that it was closed before", async () => {
    const taskId = await open("find_contact");
    const outcomes = await Promise.all([finish(taskId), finish(taskId, "dropped")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "already_closed" });
    expect(await stage.rows("select 1 from audit_log where noun_id = $1", [taskId])).toHaveLength(1);
  });

  it.each(["relative_pair", "confirm_organisation"] as const)("is no way out of a decision: %s", async (kind) => {
    const taskId = await open(kind);
    for (const outcome of ["done", "dropped"] as const)
      expect(await finish(taskId, outcome)).toEqual({ ok: false, reason: "needs_decision" });
    expect(await stage.rows("select state from staff_tasks where id = $1", [taskId])).toEqual([{ state: "open" }]);
  });

  it("that is not there, or of another school, finds nothing", async () => {
    const taskId = await open("find_contact");
    expect(await finish(NOBODY)).toEqual({ ok: false, reason: "not_found" });
    for (const key of ["malik", "greta", "walter"] as const)
      expect(await finish(taskId, "done", staff(key))).toEqual({ ok: false, reason: "not_found" });
  });

  it.each(["tom", "ana", "rosa", "maya"] as const)("is not for %s", async (key) => {
    const taskId = await open("find_contact");
    expect(await finish(taskId, "done", castActor(cast[key]) as typeof ines)).toEqual({
      ok: false,
      reason: "not_permitted",
    });
  });
});

describe("the list of tasks", () => {
  const list = async (actor = ines) => valueIn(await listTasks(stage.wiring, actor, { page: 1 })).tasks;

  it("has the open ones of the school, the longest waiting first", async () => {
    const first = await open("find_contact");
    stage.wiring.clock.pass(5);
    const second = await open("no_guardian");
    const closed = await open("accommodation");
    await finish(closed);
    expect((await list()).map(({ id }) => id)).toEqual([first, second]);
    expect(await list(staff("malik"))).toEqual([]);
  });

  it("names the pair and the recipient of a mail as they are called now", async () => {
    await open("relative_pair", { studentId: cast.ana.personId, mentorId: cast.maya.personId });
    await open("mail_undeliverable", { personId: cast.rosa.personId, mentorId: "" }, "mail:1");
    await open("mail_failed", { personId: "", mentorId: cast.theo.personId }, "mail:2");
    expect((await list()).map(({ names }) => names)).toEqual([
      { student: cast.ana.name, person: "", mentor: cast.maya.name },
      { student: "", person: cast.rosa.name, mentor: "" },
      { student: "", person: "", mentor: cast.theo.name },
    ]);
  });

  it("names nobody of another school, whatever a task says", async () => {
    await open("mail_failed", { personId: cast.nadia.personId, mentorId: cast.ruth.personId });
    expect((await list()).map(({ names }) => names)).toEqual([{ student: "", person: "", mentor: "" }]);
  });

  it.each(["tom", "ana", "rosa", "maya"] as const)("is not for %s", async (key) => {
    expect(await listTasks(stage.wiring, castActor(cast[key]), { page: 1 })).toEqual({
      ok: false,
      reason: "not_permitted",
    });
  });
});
