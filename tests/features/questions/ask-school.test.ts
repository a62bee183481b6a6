import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor, LinkActor, LinkKind } from "~/domain/actor";
import { askAsVisitor } from "~/features/questions/ask-as-visitor.server";
import { askSchool } from "~/features/questions/ask-school.server";
import { openAsking } from "~/features/questions/open-asking.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { countRows, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const BUS = { question: "When does the bus leave?", name: "", contact: "", language: "en", schoolId: null };
const PAT = {
  ...{ question: "May my shop take a student?", name: "Pat Hill", contact: "206 555 0199", language: "es" },
  ...{ schoolId: sampleSchools.lakeview.schoolId as string | null, address: "192.0.2.7" },
};

const ask = (by: Actor, input: Partial<typeof PAT> = {}) => askSchool(stage.wiring, by, { ...BUS, ...input });
const askedOf = async (by = staff("ines")) =>
  valueIn(await listTasks(stage.wiring, by, { page: 1 })).tasks.filter(({ kind }) => kind === "question");

const bearer = (linkKind: LinkKind, personId: string | null): LinkActor => ({
  ...{ ...sampleSchools.lakeview, kind: "link", linkKind, linkId: NOBODY, subjectId: NOBODY },
  ...{ personId, organisationId: null, language: "en" },
});

test.each<[string, () => Actor, { person?: string; mentor?: string }]>([
  ["a student", () => student("ana"), { person: cast.ana.name }],
  ["a guardian", () => castActor(cast.rosa), { person: cast.rosa.name }],
  ["a guardian by a mailed link", () => bearer("consent", cast.rosa.personId), { person: cast.rosa.name }],
  ["a mentor by a mailed link", () => bearer("first-contact", cast.ingrid.personId), { mentor: cast.ingrid.name }],
])("what %s asks is a task of the school's coordinators, with who asks and in which language", async (_, by, names) => {
  valueIn(await ask(by(), { question: "  When does the bus leave?\n", contact: "after 5 pm" }));
  const [task, ...others] = await askedOf();
  expect(others).toEqual([]);
  expect(task?.facts).toMatchObject({ question: BUS.question, contact: "after 5 pm", language: "en" });
  expect(task?.names).toMatchObject(names);
  expect(await askedOf(staff("malik"))).toEqual([]);
});

test("a mentor chooses one of the district's schools, and only that one hears", async () => {
  const ingrid = castActor(cast.ingrid);
  expect(valueIn(await openAsking(stage.wiring, ingrid)).schools.length).toBeGreaterThan(1);
  expect(await ask(ingrid)).toMatchObject({ ok: false, reason: "school_missing" });
  expect(await ask(ingrid, { schoolId: sampleSchools["cedar-ridge"].schoolId })).toMatchObject({ ok: false });
  valueIn(await ask(ingrid, { schoolId: sampleSchools.harbor.schoolId }));
  expect((await askedOf(staff("malik"))).map(({ names }) => names.mentor)).toEqual([cast.ingrid.name]);
  expect(await askedOf()).toEqual([]);
});

test("a visitor says who they are and where an answer reaches them; nothing is mailed there", async () => {
  const mails = await countRows(stage, "mails");
  for (const [missing, reason] of [
    [{ question: " " }, "words_missing"],
    [{ name: " " }, "name_missing"],
    [{ contact: "call me" }, "contact_missing"],
    [{ schoolId: null }, "school_missing"],
    [{ schoolId: NOBODY }, "school_missing"],
  ] as const)
    expect(await askAsVisitor(stage.wiring, { ...PAT, ...missing })).toMatchObject({ ok: false, reason });
  valueIn(await askAsVisitor(stage.wiring, PAT));
  const [task] = await askedOf();
  expect(task?.facts).toEqual({
    question: PAT.question,
    asker: "Pat Hill",
    contact: "206 555 0199",
    language: "es",
  });
  expect(await countRows(stage, "mails")).toBe(mails);
});

test("somebody whose link was mailed to nobody the school knows says who they are", async () => {
  const invited = bearer("introduction-invitation", null);
  expect(await ask(invited)).toMatchObject({ ok: false, reason: "name_missing" });
  valueIn(await ask(invited, { name: "Pat Hill", contact: "pat@example.org" }));
  expect((await askedOf())[0]?.facts).toMatchObject({ asker: "Pat Hill", contact: "pat@example.org" });
});

test("a form sent twice, also at once, is one task and one line of the log, which says nothing of the words", async () => {
  await Promise.all([ask(student("ana")), ask(student("ana")), ask(student("ana"))]);
  expect(await askedOf()).toHaveLength(1);
  const log = await stage.rows("select noun, noun_id, reason, evidence from audit_log where transition = 'ask_school'");
  expect(log).toEqual([{ noun: "person", noun_id: cast.ana.personId, reason: "", evidence: "" }]);
});

test("nobody fills the coordinators' list alone; what was answered makes room", async () => {
  for (let n = 1; n <= 10; n += 1) valueIn(await ask(student("ana"), { question: `Question ${n}` }));
  expect(await ask(student("ana"), { question: "Question 11" })).toMatchObject({ ok: false, reason: "too_many" });
  valueIn(await ask(student("ana"), { question: "Question 3" }));
  valueIn(await ask(student("jada"), { question: "Question 11" }));
  const [first] = await askedOf();
  valueIn(await finishTask(stage.wiring, staff("ines"), { taskId: first?.id ?? "", outcome: "done", note: "Called." }));
  valueIn(await ask(student("ana"), { question: "Question 11" }));
});

test("one address asks five times in a quarter of an hour, whatever names it gives; another one still may", async () => {
  const from = (address: string, n: number) =>
    askAsVisitor(stage.wiring, { ...PAT, address, name: `Visitor ${n}`, question: `Question ${n}` });
  for (let n = 1; n <= 5; n += 1) valueIn(await from("192.0.2.8", n));
  expect(await from("192.0.2.8", 6)).toMatchObject({ ok: false, reason: "too_many" });
  valueIn(await from("192.0.2.9", 6));
});

test("when a question is answered, what was asked and by whom is gone, and what was done stays", async () => {
  valueIn(await askAsVisitor(stage.wiring, { ...PAT, address: "192.0.2.10" }));
  const [task] = await askedOf();
  valueIn(await finishTask(stage.wiring, staff("ines"), { taskId: task?.id ?? "", outcome: "done", note: "Called." }));
  expect(await stage.rows("select state, props, outcome_note from staff_tasks where kind = 'question'")).toEqual([
    { state: "done", props: {}, outcome_note: "Called." },
  ]);
});
