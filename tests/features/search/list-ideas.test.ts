import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { StudentActor } from "~/domain/actor";
import type { StudentInterest } from "~/domain/interest/student-interest";
import { listIdeas } from "~/features/search/list-ideas.server";
import { cast } from "~db/cast";
import { student } from "../../support/pursuit-way";
import { indexSample } from "../../support/searching";
import { openStage, type Stage } from "../../support/stage";

const leo = student("leo") as StudentActor;
const mine = [cast.leo.personId];

let stage: Stage;
let before: StudentInterest[];
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await indexSample(stage);
});
afterAll(() => stage.close());

/** Leo has said nothing of what he likes. */
beforeEach(async () => {
  before = await stage.rows<StudentInterest & Record<string, unknown>>(
    `delete from student_interests where student_id = $1 returning interest_id as "interestId", strength, liked`,
    mine,
  );
});
afterEach(async () => {
  await stage.rows("delete from student_interests where student_id = $1", mine);
  for (const { interestId, strength, liked } of before)
    await stage.rows(
      `insert into student_interests (school_id, student_id, interest_id, strength, liked)
       select school_id, id, $2, $3, $4 from students where id = $1`,
      [...mine, interestId, strength, liked],
    );
});

const liking = (interestId: string): StudentInterest => ({ interestId, strength: 2, liked: true });
const about = (interest: string, ideas: { interests: readonly string[] }[] | null) =>
  (ideas ?? []).filter(({ interests }) => interests.includes(interest)).length;

test("a student who has told nothing has ten placements to look at, and no surprise, for nothing is expected", async () => {
  const { fitting, unexpected } = await listIdeas(stage.wiring, leo);
  expect(fitting).toHaveLength(10);
  expect(unexpected).toBeNull();
});

test.each(["animals", "music"])(
  "trying %s leads the ten placements, and the surprise is about something else",
  async (interest) => {
    const without = await listIdeas(stage.wiring, leo);
    const { fitting, unexpected } = await listIdeas(stage.wiring, leo, { trying: [liking(interest)] });
    expect(fitting).toHaveLength(10);
    expect(fitting?.[0]?.interests).toContain(interest);
    expect(about(interest, fitting)).toBeGreaterThan(about(interest, without.fitting));
    expect(unexpected?.interests).not.toContain(interest);
  },
);

test("the surprise is none of the ten", async () => {
  // Who dislikes much and likes nothing is led nowhere, so the same placement could come as both.
  const dislikes = ["office", "finance", "libraries", "marketing", "law", "speaking", "business", "sales"];
  const trying = dislikes.map((interestId): StudentInterest => ({ interestId, strength: 3, liked: false }));
  const { fitting, unexpected } = await listIdeas(stage.wiring, leo, { trying });
  expect(unexpected).not.toBeNull();
  expect(fitting).toHaveLength(10);
  expect(fitting?.map(({ listingId }) => listingId)).not.toContain(unexpected?.listingId);
});

test("what is tried is kept nowhere", async () => {
  await listIdeas(stage.wiring, leo, { trying: [liking("animals")] });
  expect(await stage.rows("select from student_interests where student_id = $1", mine)).toEqual([]);
});

test("there are ten also where something stands in the way of most of the first page", async () => {
  const first = (await listIdeas(stage.wiring, leo)).fitting ?? [];
  const ids = first.map(({ listingId }) => listingId);
  await stage.rows(
    `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason)
     select distinct l.school_id, $1::uuid, l.district_id, p.lead_mentor_id, 'relative' from listings l join placements p on p.id = l.placement_id
     where l.id = any($2::uuid[])`,
    [...mine, ids],
  );
  try {
    const { fitting } = await listIdeas(stage.wiring, leo);
    expect(fitting).toHaveLength(10);
    expect(fitting?.filter(({ listingId }) => ids.includes(listingId))).toEqual([]);
  } finally {
    await stage.rows("delete from forbidden_pairs where student_id = $1 and reason = 'relative'", mine);
  }
});
