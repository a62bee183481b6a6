import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { openRecording } from "~/features/pursuits/open-recording.server";
import { recordRequest } from "~/features/pursuits/record-request.server";
import { listWishes } from "~/features/wishes/list-wishes.server";
import { recordWish } from "~/features/wishes/record-wish.server";
import { removeWish } from "~/features/wishes/remove-wish.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const listingId = lakeviewListing("clinic-care");
const studentId = cast.ana.personId;
const said = {
  channel: "in_person",
  language: "es",
  interpreter: "Luz Mora",
  evidence: "After class, Tuesday.",
} as const;
const request = (by: Actor = staff("tom"), change: { evidence?: string; studentId?: string } = {}) =>
  recordRequest(stage.wiring, by, { listingId, studentId, note: "I love dogs.", ...said, ...change });
const wish = (by: Actor = staff("tom"), change: { evidence?: string; listingId?: string } = {}) =>
  recordWish(stage.wiring, by, { listingId, studentId, ...said, ...change });
const LOGGED = {
  ...{ actor_kind: "staff", actor_id: cast.tom.personId, on_behalf_of: studentId },
  ...said,
};
const acts = () =>
  stage.rows(
    "select actor_kind, actor_id, on_behalf_of, channel, language, interpreter, evidence, transition from audit_log order by at, id",
  );

test("an advisor takes down what a student without a screen would like: it is the student's request, and the student reads who noted it", async () => {
  const { pursuitId } = valueIn(await request());
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    ...{ state: "requested", origin: "student", student_id: studentId, student_note: "I love dogs." },
    student_asked_at: expect.any(String),
  });
  expect(await acts()).toEqual([{ ...LOGGED, transition: "request" }]);
  const { recorded } = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(recorded).toMatchObject([{ transition: "request", channel: "in_person", recordedBy: cast.tom.name }]);
  expect(await listMails(stage)).toMatchObject([{ to: cast.ana.mail, props: { status: "answer_recorded" } }]);
});

test("a wish stands on the student's list with who noted it, once, and the student may take it off", async () => {
  for (const _twice of [1, 2]) valueIn(await wish());
  const list = () => listWishes(stage.wiring, student("ana"));
  expect(await list()).toMatchObject([{ listingId, recordedBy: cast.tom.name }]);
  expect(await acts()).toEqual([{ ...LOGGED, transition: "save" }]);
  valueIn(await removeWish(stage.wiring, student("ana"), { listingId }));
  valueIn(await saveWish(stage.wiring, student("ana"), { listingId }));
  expect(await list()).toMatchObject([{ listingId, recordedBy: null }]);
});

test("what is refused to the student is refused to whoever writes for them, and nothing without who said it", async () => {
  expect(reasonIn(await request(staff("ines"), { evidence: " " }))).toBe("evidence_missing");
  expect(reasonIn(await wish(staff("ines"), { evidence: " " }))).toBe("evidence_missing");
  expect(reasonIn(await wish(staff("ines"), { listingId: NOBODY }))).toBe("not_found");
  await anaAsks(stage);
  expect(reasonIn(await request())).toBe("already_asked");
  await stage.clear();
  await inesSuggests(stage);
  expect(reasonIn(await request())).toBe("suggested_already");
});

test("strangers: an advisor of others, another school, families, mentors and students write for nobody", async () => {
  const strangers = [
    ...[cast.june, cast.malik, cast.greta].map((each) => [castActor(each), "not_found"] as const),
    ...[cast.rosa, cast.maya, cast.ana].map((each) => [castActor(each), "not_permitted"] as const),
  ];
  for (const [stranger, reason] of strangers) {
    expect(reasonIn(await request(stranger))).toBe(reason);
    expect(reasonIn(await wish(stranger))).toBe(reason);
  }
  expect(await countRows(stage, "pursuits")).toBe(0);
  expect(await countRows(stage, "wishes")).toBe(0);
  const open = async (by: Actor) => valueIn(await openRecording(stage.wiring, by, { listingId })).students;
  expect((await open(staff("tom"))).map(({ name }) => name)).toContain(cast.ana.name);
  expect((await open(castActor(cast.june))).map(({ name }) => name)).not.toContain(cast.ana.name);
  expect(reasonIn(await openRecording(stage.wiring, castActor(cast.malik), { listingId }))).toBe("not_found");
});
