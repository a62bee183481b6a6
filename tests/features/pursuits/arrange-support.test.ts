import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerSuggestion } from "~/features/pursuits/answer-suggestion.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { cast } from "~db/cast";
import { anaApproved, anaContacted, inesSuggests, staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** What the student, the placement and its mentor speak, as far as anybody knows. */
async function speak(languages: { student: string[]; placement: string[]; mentor: string[] }): Promise<void> {
  await stage.rows("update students set languages = $1 where id = $2", [languages.student, cast.ana.personId]);
  await stage.rows("update placements set languages = $1 where lead_mentor_id = $2", [
    languages.placement,
    cast.maya.personId,
  ]);
  await stage.rows("update mentors set languages = $1 where id = $2", [languages.mentor, cast.maya.personId]);
}

const support = async () =>
  valueIn(await listTasks(stage.wiring, staff("ines"), { page: 1 })).tasks.filter(
    ({ kind }) => kind === "accommodation",
  );

describe("a student who shares no language with the place", () => {
  beforeEach(() => speak({ student: ["so"], placement: ["en"], mentor: ["en", "es"] }));

  test("is approved like everybody, and staff are asked to arrange support, once", async () => {
    const pursuitId = await anaApproved(stage);
    expect(await support()).toMatchObject([
      {
        subject: { noun: "pursuit", id: pursuitId },
        names: { student: cast.ana.name },
        facts: { title: expect.any(String) },
      },
    ]);
    expect(JSON.stringify(await stage.rows("select props from staff_tasks"))).not.toContain('"so"');
  });

  test("and takes a suggestion: the same, when they say so and not before", async () => {
    const pursuitId = await inesSuggests(stage);
    expect(await support()).toEqual([]);
    valueIn(await answerSuggestion(stage.wiring, student("ana"), { pursuitId, answer: "want" }));
    expect(await support()).toMatchObject([{ subject: { noun: "pursuit", id: pursuitId } }]);
  });

  test("staff close the task with what they did; a stranger may not", async () => {
    await anaApproved(stage);
    const [task] = await support();
    const finish = { taskId: task?.id ?? "", outcome: "done" as const, note: "An interpreter comes along." };
    expect(reasonIn(await finishTask(stage.wiring, staff("malik"), finish))).toBe("not_found");
    valueIn(await finishTask(stage.wiring, staff("ines"), finish));
    expect(await support()).toEqual([]);
  });

  test("nothing is left to arrange once the pursuit has ended, of that pursuit alone", async () => {
    const pursuitId = await anaApproved(stage);
    const other = await anaContacted(stage, "clinic-interview");
    expect(await support()).toHaveLength(2);
    valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
    expect(await support()).toMatchObject([{ subject: { id: other } }]);
    await stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");
    valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId: other }));
    expect(await support()).toEqual([]);
  });
});

test.each([
  ["the mentor speaks theirs", { student: ["so"], placement: ["en"], mentor: ["so"] }],
  ["the placement is in theirs", { student: ["so", "en"], placement: ["en"], mentor: ["es"] }],
  ["nobody knows what they speak", { student: [], placement: ["en"], mentor: ["en"] }],
  ["nobody knows what is spoken there", { student: ["so"], placement: [], mentor: [] }],
])("nothing is to be arranged where %s", async (_, languages) => {
  await speak(languages);
  await anaApproved(stage);
  expect(await support()).toEqual([]);
});
