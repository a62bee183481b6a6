import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RequestRefusal, requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, anaOffered, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  lakeviewListing,
  listMails,
  listTaskKinds,
  NOBODY,
  openStage,
  readPursuit,
  type Stage,
} from "../../support/stage";
import { TEST_NOW } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 30 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ask = (listingId: string, by = student("ana")) => requestPursuit(stage.wiring, by, { listingId, note: "" });
const refusedBecause = async (outcome: ReturnType<typeof ask>, reason: RequestRefusal) =>
  expect(await outcome).toMatchObject({ ok: false, reason });

test("a student asks: the pursuit waits for a coordinator, and nobody outside the school hears of it", async () => {
  const pursuitId = await anaAsks(stage);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "requested",
    origin: "student",
    student_id: cast.ana.personId,
    student_note: "I love animals.",
    student_asked_at: TEST_NOW.toISOString(),
  });
  expect(await listMails(stage)).toEqual([]);
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("asking twice for the same placement is refused, and so is asking for one that was suggested", async () => {
  await anaAsks(stage);
  await refusedBecause(ask(lakeviewListing("clinic-care")), "already_asked");
  await inesSuggests(stage, "ana", "clinic-desk");
  await refusedBecause(ask(lakeviewListing("clinic-desk")), "suggested_already");
});

test("a placement that the student was accepted at cannot be asked for again", async () => {
  const pursuitId = await anaOffered(stage);
  await stage.rows("update pursuits set state = 'accepted' where id = $1", [pursuitId]);
  await refusedBecause(ask(lakeviewListing("clinic-care")), "already_asked");
});

test("a listing that is paused or archived takes no request, one in review is not there", async () => {
  await refusedBecause(ask(lakeviewListing("seniors-shadow")), "not_open");
  await refusedBecause(ask(lakeviewListing("fire-interview")), "not_open");
  await refusedBecause(ask(lakeviewListing("web-design")), "not_found");
});

test("students do not ask for what staff ask for", async () => {
  await refusedBecause(ask(lakeviewListing("bakery-class")), "staff_ask_for_this");
});

test("a fourth live pursuit is refused with the school's limit, and an accepted one does not count", async () => {
  for (const placement of ["clinic-care", "clinic-desk", "bakery-morning"]) await anaAsks(stage, placement);
  expect(await ask(lakeviewListing("salmon-count"))).toEqual({
    ok: false,
    reason: "too_many_live",
    detail: { limit: 3 },
  });
  await stage.rows("update pursuits set state = 'accepted' where listing_id = $1", [lakeviewListing("clinic-care")]);
  expect(await ask(lakeviewListing("salmon-count"))).toMatchObject({ ok: true });
});

test("twelve requests at once never take a student past the limit", async () => {
  const placements = await stage.rows<{ id: string }>(
    `select l.id from listings l join placements p on p.id = l.placement_id
      where l.school_id = $1 and l.state = 'published' and p.kind = 'internship' order by l.id limit 12`,
    [cast.ana.schoolId],
  );
  const outcomes = await Promise.all(placements.map(({ id }) => ask(id)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason !== "too_many_live")).toEqual([]);
});

test("ten clicks at once on one placement make one pursuit", async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask(lakeviewListing("clinic-care"))));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "already_asked")).toHaveLength(9);
});

test("a placement that names no mentor makes one task to find the contact, however many ask", async () => {
  for (const key of ["ana", "jada", "hodan"] as const) {
    expect(await ask(lakeviewListing("bus-mechanics"), student(key))).toMatchObject({ ok: true });
  }
  expect(await listTaskKinds(stage)).toEqual(["find_contact"]);
});

test("a listing of another school is not there, nor is one that never was", async () => {
  await refusedBecause(ask(lakeviewListing("clinic-care", "harbor")), "not_found");
  await refusedBecause(ask(lakeviewListing("vet-farm", "cedar-ridge")), "not_found");
  await refusedBecause(ask(NOBODY), "not_found");
});

test("nobody asks in a student's place", async () => {
  const input = { listingId: lakeviewListing("clinic-care"), note: "" };
  const others = [staff("ines"), staff("tom"), castActor(cast.rosa), castActor(cast.maya)];
  for (const actor of others)
    expect(await requestPursuit(stage.wiring, actor, input)).toEqual({ ok: false, reason: "not_permitted" });
});
