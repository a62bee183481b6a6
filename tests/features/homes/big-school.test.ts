import { afterAll, beforeAll, expect, test } from "vitest";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { listPeople, PEOPLE_PER_PAGE } from "~/features/people/list-people.server";
import { openPerson } from "~/features/people/open-person.server";
import { listOwnPursuits } from "~/features/pursuits/list-own-pursuits.server";
import { listSchoolPursuits, PURSUITS_PER_PAGE } from "~/features/pursuits/list-school-pursuits.server";
import { listTasks, TASKS_PER_PAGE } from "~/features/tasks/list-tasks.server";
import { cast } from "~db/cast";
import { countQueries } from "../../support/count-queries";
import { CROWD, insertCrowd } from "../../support/crowd";
import { staff, student } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";
import type { TestWiring } from "../../support/wiring";

const ines = staff("ines");
const pages: Record<string, (wiring: TestWiring) => Promise<unknown>> = {
  home: (wiring) => openCoordinatorHome(wiring, ines),
  tasks: (wiring) => listTasks(wiring, ines, { page: 2 }),
  queue: (wiring) => listSchoolPursuits(wiring, ines, { states: ["approved", "contacted"], page: 3 }),
  advisory: (wiring) => openAdvisory(wiring, staff("tom")),
  own: (wiring) => listOwnPursuits(wiring, student("ana")),
  people: (wiring) => listPeople(wiring, ines, { show: "all", words: "", page: 9 }),
  found: (wiring) => listPeople(wiring, ines, { show: "guardian", words: "guardian 7", page: 1 }),
  person: (wiring) => openPerson(wiring, ines, { personId: cast.rosa.personId }),
};
const countAll = async () => {
  const counts: Record<string, number> = {};
  for (const [name, open] of Object.entries(pages)) counts[name] = await countQueries(stage.wiring, open);
  return counts;
};

let stage: Stage;
let small: Record<string, number>;
beforeAll(async () => {
  stage = await openStage();
  // The names of whom tasks are about are asked for where there are any.
  await stage.rows("update staff_tasks set props = jsonb_build_object('studentId', $1::text, 'mentorId', $2::text)", [
    cast.ana.personId,
    cast.maya.personId,
  ]);
  small = await countAll();
  await stage.clear();
  await insertCrowd(stage);
});
afterAll(() => stage.close());

test("a page asks as many questions in a school of 2,000 students as in one of 30", async () => {
  expect(await countAll()).toEqual(small);
  for (const count of Object.values(small)) expect(count).toBeLessThan(12);
});

test("the home shows the twelve that wait longest of all kinds, and counts all of them", async () => {
  const home = valueIn(await openCoordinatorHome(stage.wiring, ines));
  const waiting = await stage.rows<{ since: string }>(
    `select updated_at as since from pursuits where state = 'requested' and school_id = $1
      union all select created_at from introductions where state in ('submitted', 'in_review', 'bounced') and school_id = $1
      union all select opened_at from staff_tasks where state = 'open' and school_id = $1
      union all select min(created_at) from listings where state = 'in_review' and school_id = $1 order by since`,
    [ines.schoolId],
  );
  expect(waiting.length).toBeGreaterThan(CROWD.tasks + CROWD.introductions);
  expect(home.total).toBe(waiting.length);
  expect(home.waiting.map(({ since }) => since)).toEqual(waiting.slice(0, 12).map(({ since }) => since));
});

test("page after page shows every waiting pursuit once, the longest waiting first", async () => {
  const states = ["approved", "contacted", "offered"] as const;
  const first = valueIn(await listSchoolPursuits(stage.wiring, ines, { states, page: 1 }));
  const seen = [...first.pursuits];
  for (let page = 2; page <= first.pages; page += 1)
    seen.push(...valueIn(await listSchoolPursuits(stage.wiring, ines, { states, page })).pursuits);
  const total = states.reduce((sum, state) => sum + (first.counts[state] ?? 0), 0);
  expect(first.pages).toBe(Math.ceil(total / PURSUITS_PER_PAGE));
  expect(new Set(seen.map((pursuit) => pursuit.pursuit_id)).size).toBe(total);
  const since = seen.map((pursuit) => pursuit.updated_at);
  expect(since).toEqual([...since].sort());
});

test("page after page shows every open task once, the longest waiting first", async () => {
  const first = valueIn(await listTasks(stage.wiring, ines, { page: 1 }));
  expect(first.tasks).toHaveLength(TASKS_PER_PAGE);
  const all = [...first.tasks];
  for (let page = 2; page <= first.pages; page += 1)
    all.push(...valueIn(await listTasks(stage.wiring, ines, { page })).tasks);
  expect(new Set(all.map(({ id }) => id)).size).toBeGreaterThanOrEqual(CROWD.tasks);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ openedAt }) => openedAt)).toEqual(all.map(({ openedAt }) => openedAt).sort());
});

test("a page after the last shows the last, one before the first shows the first, and what has ended comes newest first", async () => {
  const last = valueIn(await listSchoolPursuits(stage.wiring, ines, { states: ["withdrawn"], page: 9_999 }));
  expect(last.page).toBe(last.pages);
  expect(last.pursuits.length).toBeGreaterThan(0);
  const first = valueIn(await listSchoolPursuits(stage.wiring, ines, { states: ["withdrawn"], page: -1 }));
  expect(first.page).toBe(1);
  expect((first.pursuits[0]?.updated_at ?? "") > (last.pursuits.at(-1)?.updated_at ?? "")).toBe(true);
});

test("page after page shows everybody once, and a word finds all who have it", async () => {
  const ask = async (show: "all" | "guardian", words: string, page: number) =>
    valueIn(await listPeople(stage.wiring, ines, { show, words, page }));
  const first = await ask("all", "", 1);
  expect(first.counts).toMatchObject({ student: CROWD.students + 30, guardian: expect.any(Number) });
  expect(first.pages).toBe(Math.ceil(first.counts.all / PEOPLE_PER_PAGE));
  const seen = new Set<string>();
  for (let page = 1; page <= first.pages; page += 1)
    for (const { id } of (await ask("all", "", page)).people) seen.add(id);
  expect(seen.size).toBe(first.counts.all);
  const found = await ask("guardian", "guardian 77", 1);
  expect(found.counts.guardian).toBe(found.people.length);
  expect(found.people.map(({ nameUsed }) => nameUsed)).toContain("Guardian 77");
  expect(found.people.every(({ children }) => children.length >= 2)).toBe(true);
});

test("the crowd of one school is in no page of another", async () => {
  const malik = staff("malik");
  const queue = valueIn(await listSchoolPursuits(stage.wiring, malik, { states: ["requested"], page: 1 }));
  expect(queue).toMatchObject({ pursuits: [], counts: {}, pages: 1 });
  const home = valueIn(await openCoordinatorHome(stage.wiring, malik));
  expect(home.total).toBeLessThan(CROWD.introductions);
});
