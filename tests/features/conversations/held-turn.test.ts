import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { openHeld } from "~/features/conversations/open-held.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { saveHeldReader } from "~/features/conversations/save-held-reader.server";
import { watchHeld } from "~/features/conversations/watch-held.server";
import { openOperations } from "~/features/operations/open-operations.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { staff, student } from "../../support/pursuit-way";
import { listMails, listTaskKinds, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from school_settings where school_id = $1", [cast.ana.schoolId]);
});
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const save = (actor: Actor, readerId: string, hours = 4) => saveHeldReader(stage.wiring, actor, { readerId, hours });
const at = (moment: string) => stage.wiring.clock.set(new Date(moment));
const watch = async () => valueIn(await watchHeld(stage.wiring)).moved;
const desk = async () => valueIn(await openHeld(stage.wiring, staff("ines")));
const asked = async (event: string) =>
  (await listMails(stage, "pursuit-news")).filter(({ props }) => props.event === event).map(({ to }) => to);

/** Ana's host has written a number, on Thursday at ten. */
async function mayaWaits(): Promise<{ pursuitId: string; messageId: string }> {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Call me: 206 555 0177" }));
  const [held] = await stage.rows<{ id: string }>("select id from messages where state = 'held'");
  return { pursuitId, messageId: held?.id ?? "" };
}

test("whom the school named is asked alone, and when their time runs out the coordinators are, then the admins, each once", async () => {
  valueIn(await save(staff("ines"), cast.priya.personId));
  await mayaWaits();
  expect(await asked("message_held")).toEqual([cast.priya.mail]);
  expect((await desk()).waiting).toMatchObject([{ turn: "named", until: "2026-10-15T21:00:00.000Z", isLate: false }]);
  at("2026-10-15T20:59:00Z");
  expect(await watch()).toBe(0);
  at("2026-10-15T21:00:00Z");
  const both = await Promise.all([watch(), watch()]);
  expect(both.sort()).toEqual([0, 1]);
  expect(await asked("message_late")).toEqual([cast.ines.mail]);
  expect((await desk()).waiting).toMatchObject([{ turn: "coordinators", until: "2026-10-16T17:00:00.000Z" }]);
  at("2026-10-16T17:00:00Z");
  // Nobody else is an admin here: it stays late, and nobody is asked again.
  expect([await watch(), await watch()]).toEqual([1, 0]);
  expect(await asked("message_late")).toEqual([cast.ines.mail]);
  expect((await desk()).waiting).toMatchObject([{ turn: "admins", isLate: true, messages: 1 }]);
  const acts = await stage.rows("select from_state, to_state from audit_log where transition = 'pass_on' order by at");
  expect(acts).toEqual([
    { from_state: "named", to_state: "coordinators" },
    { from_state: "coordinators", to_state: "admins" },
  ]);
});

test("without a name it is the coordinators', then the admins', and what is decided meanwhile asks nobody else", async () => {
  const { pursuitId, messageId } = await mayaWaits();
  expect(await asked("message_held")).toEqual([cast.ines.mail]);
  // Another one that waits changes nobody's time.
  at("2026-10-15T18:00:00Z");
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "My number is 206 555 0188" }));
  expect((await desk()).waiting).toMatchObject([{ messages: 2, until: "2026-10-15T21:00:00.000Z" }]);
  at("2026-10-15T21:00:00Z");
  expect(await watch()).toBe(1);
  expect(await asked("message_late")).toEqual([cast.priya.mail]);
  valueIn(await readThread(stage.wiring, staff("priya"), { pursuitId }));
  const [second] = await stage.rows<{ id: string }>("select id from messages where state = 'held' and id <> $1", [
    messageId,
  ]);
  valueIn(await releaseMessage(stage.wiring, staff("priya"), { pursuitId, messageId }));
  const last = { pursuitId, messageId: second?.id ?? "" };
  valueIn(await returnMessage(stage.wiring, staff("priya"), { ...last, reason: "Please no numbers." }));
  expect((await desk()).waiting).toEqual([]);
  at("2026-10-20T21:00:00Z");
  expect(await watch()).toBe(0);
  // What waits next begins from the start.
  valueIn(await say(stage, { actor: maya, pursuitId, body: "206 555 0177" }));
  expect((await desk()).waiting).toMatchObject([{ turn: "coordinators", isLate: false }]);
});

test("whoever is named while something waits is asked about it, with their own hours, and whoever was named before is not again", async () => {
  valueIn(await save(staff("ines"), cast.priya.personId));
  await mayaWaits();
  at("2026-10-15T18:00:00Z");
  valueIn(await save(staff("ines"), cast.priya.personId, 8));
  expect(await asked("message_held"), "nobody else is named").toEqual([cast.priya.mail]);
  valueIn(await save(staff("ines"), cast.ines.personId));
  expect(await asked("message_held")).toEqual([cast.priya.mail, cast.ines.mail]);
  expect((await desk()).waiting).toMatchObject([{ turn: "named", until: "2026-10-15T22:00:00.000Z" }]);
  // Who is not named any more may be asked in a later turn, as everybody else.
  valueIn(await save(staff("ines"), ""));
  expect((await desk()).waiting).toMatchObject([{ turn: "coordinators" }]);
});

test("what comes after everybody was asked in vain is asked about anew", async () => {
  const { pursuitId } = await mayaWaits();
  for (const moment of ["2026-10-15T21:00:00Z", "2026-10-16T17:00:00Z"]) {
    at(moment);
    await watch();
  }
  at("2026-10-19T17:00:00Z");
  expect((await desk()).waiting).toMatchObject([{ turn: "admins", isLate: true }]);
  const before = await asked("message_held");
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "Please call me: 206 555 0188" }));
  expect(await asked("message_held")).toEqual([...before, cast.ines.mail]);
  expect((await desk()).waiting).toMatchObject([{ turn: "coordinators", isLate: false, messages: 2 }]);
});

test("when whoever wrote it is erased, nothing waits any more and its task is closed", async () => {
  const { pursuitId } = await mayaWaits();
  await stage.rows("delete from thread_members where role = 'mentor'");
  expect(await listTaskKinds(stage)).toContain("message_held");
  at("2026-10-15T21:00:00Z");
  expect([await watch(), await watch()]).toEqual([1, 0]);
  expect(await listTaskKinds(stage)).not.toContain("message_held");
  expect(await asked("message_late")).toEqual([]);
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "206 555 0188" }));
  expect((await desk()).waiting).toHaveLength(1);
});

test("only whoever opened the conversation, which the log keeps, decides about what waits there", async () => {
  const { pursuitId, messageId } = await mayaWaits();
  const ines = staff("ines");
  expect(reasonIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId }))).toBe("not_read");
  expect(reasonIn(await returnMessage(stage.wiring, ines, { pursuitId, messageId, reason: "No." }))).toBe("not_read");
  valueIn(await readThread(stage.wiring, staff("priya"), { pursuitId }));
  expect(reasonIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId }))).toBe("not_read");
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  valueIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId }));
});

test("only a coordinator or admin of the school says who reads first, and names one of them", async () => {
  for (const personId of [cast.tom.personId, cast.malik.personId, cast.ana.personId])
    expect(reasonIn(await save(staff("ines"), personId))).toBe("unknown_reader");
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), maya]) {
    expect(reasonIn(await save(actor, ""))).toBe("not_permitted");
    expect(reasonIn(await openHeld(stage.wiring, actor))).toBe("not_permitted");
  }
  await mayaWaits();
  valueIn(await save(staff("ines"), cast.ines.personId, 8));
  expect(await desk()).toMatchObject({ readerId: cast.ines.personId, hours: 8, readerName: "Ines Carvalho" });
  // Another school of the district neither sees what waits here nor has this reader.
  expect(valueIn(await openHeld(stage.wiring, staff("malik")))).toMatchObject({ waiting: [], readerId: "", hours: 4 });
});

test("whoever looks after the server sees how much waits, since when, for whom, and what is late; no word of it", async () => {
  const seen = async (by: Actor = staff("priya")) => valueIn(await openOperations(stage.wiring, by)).held;
  expect(await seen()).toMatchObject({ messages: 0, oldestAt: null, late: 0, readerName: "", hours: 4 });
  valueIn(await save(staff("ines"), cast.priya.personId));
  await mayaWaits();
  const since = stage.wiring.clock.now();
  const { oldestAt, ...rest } = await seen();
  expect(new Date(oldestAt ?? 0)).toEqual(since);
  expect(rest).toEqual({ messages: 1, late: 0, readerName: cast.priya.name, hours: 4 });
  at("2026-10-15T21:00:00Z");
  expect(await seen()).toMatchObject({ messages: 1, late: 1 });
  expect(JSON.stringify(await seen())).not.toContain("555");
  expect(await seen(castActor(cast.walter))).toMatchObject({ messages: 0, oldestAt: null });
  expect(reasonIn(await openOperations(stage.wiring, staff("tom")))).toBe("not_permitted");
});
