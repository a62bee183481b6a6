import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { joinThread } from "~/features/conversations/join-thread.server";
import { listThreads } from "~/features/conversations/list-threads.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { openThread } from "~/features/conversations/open-thread.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import { countRows, hostByLink, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const open = (actor: Actor, pursuitId: string) => openThread(stage.wiring, actor, { pursuitId });
const look = (actor: Actor, pursuitId: string) => openConversation(stage.wiring, actor, { pursuitId, page: 1 });
const list = async (actor: Actor) => valueIn(await listThreads(stage.wiring, actor, { page: 1 })).threads;
const maya = castActor(cast.maya);
const theo = castActor(cast.theo);

test("student, host or staff begin it, and the school's staff sit in it from the first moment", async () => {
  for (const actor of [student("ana"), maya, staff("ines"), staff("tom")]) {
    await stage.clear();
    const pursuitId = await anaContacted(stage);
    valueIn(await open(actor, pursuitId));
    const seats = await stage.rows<{ role: string; who: string }>(
      "select role, coalesce(person_id, mentor_id) as who from thread_members",
    );
    const who = seats.map((seat) => seat.who);
    expect(who).toEqual(
      expect.arrayContaining([cast.ana.personId, cast.maya.personId, cast.ines.personId, cast.tom.personId]),
    );
    expect(who).not.toContain(cast.june.personId);
    expect(seats.filter(({ role }) => role === "guardian")).toEqual([]);
  }
});

test("begun twice, also at once, it is one", async () => {
  const pursuitId = await anaContacted(stage);
  const both = await Promise.all([open(student("ana"), pursuitId), open(maya, pursuitId)]);
  expect(valueIn(both[0]).threadId).toBe(valueIn(both[1]).threadId);
  expect(await countRows(stage, "threads")).toBe(1);
});

test("nobody begins it before the host was told, nor after the end, and a guardian never", async () => {
  const pursuitId = await anaApproved(stage);
  for (const actor of [student("ana"), staff("ines")]) expect(reasonIn(await open(actor, pursuitId))).toBe("closed");
  expect(reasonIn(await open(maya, pursuitId))).toBe("not_found");
  await stage.clear();
  const told = await anaContacted(stage);
  expect(reasonIn(await open(castActor(cast.rosa), told))).toBe("not_permitted");
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId: told, reason: "" }));
  expect(reasonIn(await open(student("ana"), told))).toBe("closed");
  expect(await countRows(stage, "threads")).toBe(0);
});

test("where nobody of the school could read along, nothing begins and nothing is written", async () => {
  const pursuitId = await anaTalks(stage);
  const staffOf = "school_id = $1 and role in ('advisor', 'coordinator', 'admin')";
  await stage.rows(`update identity.memberships set to_on = '2026-10-01' where ${staffOf}`, [cast.ana.schoolId]);
  expect(reasonIn(await say(stage, { actor: student("ana"), pursuitId }))).toBe("no_staff");
  await stage.rows("delete from threads");
  expect(reasonIn(await open(student("ana"), pursuitId))).toBe("no_staff");
  await stage.rows(`update identity.memberships set to_on = null where ${staffOf}`, [cast.ana.schoolId]);
  expect(await countRows(stage, "messages")).toBe(0);
});

test("staff read after a press that the log keeps, once in an hour; everybody else reads at once", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Do you like dogs?" }));
  expect(valueIn(await look(student("ana"), pursuitId)).messages).toMatchObject([
    { body: "Do you like dogs?", role: "mentor", name: "Maya", isOwn: false, language: "en" },
  ]);
  const sealed = valueIn(await look(staff("ines"), pursuitId));
  expect(sealed).toMatchObject({ isOpen: false, messages: [], can: { read: true } });
  const read = () => readThread(stage.wiring, staff("ines"), { pursuitId });
  valueIn(await read());
  valueIn(await read());
  expect(valueIn(await look(staff("ines"), pursuitId)).messages).toHaveLength(1);
  const acts = () =>
    stage.rows("select actor_id, noun_id from audit_log where noun = 'thread' and transition = 'read'");
  expect(await acts()).toMatchObject([{ actor_id: cast.ines.personId }]);
  // What one opened is not open to another.
  expect(valueIn(await look(staff("priya"), pursuitId)).isOpen).toBe(false);
  stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + 61 * 60_000));
  expect(valueIn(await look(staff("ines"), pursuitId)).isOpen).toBe(false);
  valueIn(await read());
  expect(await acts()).toHaveLength(2);
  expect(reasonIn(await readThread(stage.wiring, student("ana"), { pursuitId }))).toBe("not_permitted");
});

test("the host reads the first name it was told, the student no name of a guardian, and nobody an address", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: student("ana"), pursuitId }));
  const host = valueIn(await look(maya, pursuitId));
  expect(host.about.student).toBe("Ana");
  const told = JSON.stringify(host);
  for (const word of ["Reyes", cast.ana.mail, cast.rosa.mail, "Rosa", cast.ines.mail]) expect(told).not.toContain(word);
  const own = JSON.stringify(valueIn(await look(student("ana"), pursuitId)));
  for (const word of [cast.maya.mail, "Brandt", "Rosa"]) expect(own).not.toContain(word);
});

test("after its end student and staff still read it, and the host reads nothing of the student any more", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId }));
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  const after = valueIn(await look(student("ana"), pursuitId));
  expect(after).toMatchObject({ standing: "ended", can: { write: false } });
  expect(after.messages).toHaveLength(1);
  expect(reasonIn(await say(stage, { actor: student("ana"), pursuitId }))).toBe("closed");
  expect(reasonIn(await look(maya, pursuitId))).toBe("not_found");
  expect(await list(maya)).toEqual([]);
});

test("everybody finds their own conversations in a list", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId }));
  for (const actor of [student("ana"), maya, theo, staff("ines"), staff("tom")])
    expect(await list(actor)).toMatchObject([{ pursuitId, messages: 1, standing: "open" }]);
  expect((await list(maya))[0]?.student).toBe("Ana");
  for (const actor of [castActor(cast.rosa), student("hodan"), staff("june"), staff("malik"), castActor(cast.carlos)])
    expect(await list(actor)).toEqual([]);
  const link = await hostByLink(stage, pursuitId);
  expect(reasonIn(await listThreads(stage.wiring, link, { page: 1 }))).toBe("not_permitted");
});

test("strangers find no conversation: others of the school, another school, and colleagues of the mentor", async () => {
  const pursuitId = await anaTalks(stage);
  await stage.rows("delete from placement_backups");
  const link = await hostByLink(stage, pursuitId);
  const strangers = [student("hodan"), student("finn"), staff("june"), staff("malik"), staff("greta"), theo, link];
  for (const actor of [...strangers, castActor(cast.carlos), castActor(cast.abdi as never)]) {
    expect(reasonIn(await look(actor, pursuitId))).toBe("not_found");
    expect(reasonIn(await open(actor, pursuitId))).toBe("not_found");
    expect(reasonIn(await say(stage, { actor, pursuitId }))).toBe("not_found");
    expect(reasonIn(await readThread(stage.wiring, actor, { pursuitId }))).toBe("not_found");
  }
  expect(await countRows(stage, "messages")).toBe(0);
});

test("with a student under 13 nobody begins, joins, writes or lets a message through, and what was written stays to be read", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Do you like dogs?" }));
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Call me: 206 555 0177" }));
  const [held] = await stage.rows<{ id: string }>("select id from messages where state = 'held'");
  const born = await bornOn("2014-06-01");
  for (const actor of [student("ana"), maya, staff("ines")])
    expect(reasonIn(await say(stage, { actor, pursuitId }))).toBe("closed");
  const rosa = castActor(cast.rosa);
  expect(reasonIn(await joinThread(stage.wiring, rosa, { pursuitId }))).toBe("closed");
  const release = { pursuitId, messageId: held?.id ?? "" };
  expect(reasonIn(await releaseMessage(stage.wiring, staff("ines"), release))).toBe("wrong_state");
  expect(valueIn(await look(rosa, pursuitId))).toMatchObject({ standing: "without_messages", can: { join: false } });
  const seen = valueIn(await look(student("ana"), pursuitId));
  expect(seen.can).toMatchObject({ write: false, open: false });
  expect(seen.messages).toMatchObject([{ body: "Do you like dogs?" }]);
  await stage.rows("delete from threads");
  for (const actor of [student("ana"), maya, staff("ines")])
    expect(reasonIn(await open(actor, pursuitId))).toBe("closed");
  await bornOn("2013-10-16");
  expect(reasonIn(await open(student("ana"), pursuitId))).toBe("closed");
  // The birthday is the first day.
  await bornOn("2013-10-15");
  valueIn(await open(student("ana"), pursuitId));
  await bornOn(born);
});

/** Sets Ana's birthday; answers the one before. */
async function bornOn(day: string | null): Promise<string | null> {
  const [was] = await stage.rows<{ born_on: string | null }>("select born_on from people where id = $1", [
    cast.ana.personId,
  ]);
  await stage.rows("update people set born_on = $2 where id = $1", [cast.ana.personId, day]);
  return was?.born_on ?? null;
}
