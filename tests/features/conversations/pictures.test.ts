import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { LONGEST_SHOW, MOST_OF_WRITER } from "~/domain/conversation/pictures";
import { MOST_PICTURE_BYTES } from "~/domain/picture/read-picture";
import { lookAtConcernPicture } from "~/features/concerns/look-at-concern-picture.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { joinThread } from "~/features/conversations/join-thread.server";
import { leaveThread } from "~/features/conversations/leave-thread.server";
import { lookAtPicture } from "~/features/conversations/look-at-picture.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor } from "~db/cast";
import { raise } from "../../support/concerns";
import { anaTalks, say } from "../../support/conversations";
import { jpegOf, noted, PLACE, pngOf } from "../../support/pictures";
import { staff, student } from "../../support/pursuit-way";
import { countRows, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ana = student("ana");
const maya = castActor(cast.maya);
const rosa = castActor(cast.rosa);
const ines = staff("ines");
const pictures = (pursuitId: string) => ({
  actor: ana,
  pursuitId,
  body: "The way",
  files: [jpegOf({})],
  show: "A map",
});

const shown = async (actor: Actor, pursuitId: string) =>
  valueIn(await openConversation(stage.wiring, actor, { pursuitId, page: 1 })).messages;

/** Ana has sent a picture, which waits; answers how one asks for it. */
async function anaShows() {
  const pursuitId = await anaTalks(stage);
  valueIn(await say(stage, pictures(pursuitId)));
  const [message] = await shown(ana, pursuitId);
  const messageId = message?.id ?? "";
  const asked = { pursuitId, messageId, pictureId: message?.pictures[0]?.id ?? "" };
  return { ...asked, message, look: (actor: Actor) => lookAtPicture(stage.wiring, actor, asked) };
}
async function release({ pursuitId, messageId }: { pursuitId: string; messageId: string }) {
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  valueIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId }));
}

test("a picture is kept without place and device, waits for the school, and then reaches whoever reads the words", async () => {
  const { pursuitId, messageId, message, look } = await anaShows();
  expect(message).toMatchObject({ state: "held", heldFor: ["picture"], picturesShow: "A map" });
  const { kind, content } = valueIn(await look(ana));
  expect(kind).toBe("image/jpeg");
  expect(Buffer.from(content).includes(PLACE)).toBe(false);
  for (const actor of [maya, rosa, ines, staff("tom"), staff("june"), student("minh"), castActor(cast.walter)])
    expect(reasonIn(await look(actor))).toBe("not_found");
  await release({ pursuitId, messageId });
  for (const actor of [ana, maya, ines]) valueIn(await look(actor));
  // The log says of the conversation that she read it, once, as of its words.
  const reads = await stage.rows("select 1 from audit_log where noun = 'thread' and transition = 'read'");
  expect(reads).toHaveLength(1);
  stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + 61 * 60 * 1000));
  expect(reasonIn(await look(ines))).toBe("not_found");
});

test("a guardian sees pictures while they have joined, and not before or after", async () => {
  const { pursuitId, messageId, look } = await anaShows();
  await release({ pursuitId, messageId });
  expect(reasonIn(await look(rosa))).toBe("not_found");
  valueIn(await joinThread(stage.wiring, rosa, { pursuitId }));
  valueIn(await look(rosa));
  valueIn(await leaveThread(stage.wiring, rosa, { pursuitId }));
  expect(reasonIn(await look(rosa))).toBe("not_found");
});

test("a picture of another message or conversation is not found under this one", async () => {
  const { pursuitId, messageId, pictureId } = await anaShows();
  valueIn(await say(stage, { actor: ana, pursuitId }));
  const other = (await shown(ana, pursuitId)).find(({ id }) => id !== messageId)?.id ?? "";
  const look = (asked: object) => lookAtPicture(stage.wiring, ana, { pursuitId, messageId, pictureId, ...asked });
  for (const asked of [{ messageId: other }, { pictureId: randomUUID() }, { pursuitId: randomUUID() }])
    expect(reasonIn(await look(asked))).toBe("not_found");
});

/** A guardian of Ana has answered about photos, as if on paper an hour ago. */
const answerPhotos = (state: "given" | "refused") =>
  stage.rows(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, answered_at, valid_until)
      values ($1, $2, $3, 'photo', $4, 'P' || left(md5(random()::text), 9), 'paper', 'es',
        $5::timestamptz - interval '1 hour', ($5::timestamptz + interval '1 year')::date)`,
    [cast.ana.schoolId, cast.ana.personId, cast.rosa.personId, state, stage.wiring.clock.now()],
  );
const photosFor = async (actor: Actor, pursuitId: string) =>
  valueIn(await openConversation(stage.wiring, actor, { pursuitId, page: 1 })).photos;

test("who looks at a picture reads what the family answered about photos, and nobody else does", async () => {
  const { pursuitId, messageId } = await anaShows();
  expect(await photosFor(ines, pursuitId)).toEqual({ answer: "none" });
  await answerPhotos("given");
  expect(await photosFor(ines, pursuitId)).toEqual({ answer: "yes", until: "2027-10-15" });
  for (const actor of [ana, maya, rosa]) expect(await photosFor(actor, pursuitId)).toBe(null);
  await release({ pursuitId, messageId });
});

test("after a no to photos a picture only goes out when somebody says that the student is not in it", async () => {
  const { pursuitId, messageId, look } = await anaShows();
  await answerPhotos("refused");
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  const asked = { pursuitId, messageId };
  expect(reasonIn(await releaseMessage(stage.wiring, ines, asked))).toBe("photos_refused");
  expect(reasonIn(await look(maya))).toBe("not_found");
  valueIn(await releaseMessage(stage.wiring, ines, { ...asked, shows: "not_the_student" }));
  valueIn(await look(maya));
  expect(await stage.rows("select reason from audit_log where noun = 'message' and transition = 'release'")).toEqual([
    { reason: "not_the_student" },
  ]);
});

test("after a no to photos words alone go out as before, and a picture can be given back", async () => {
  const { pursuitId, messageId } = await anaShows();
  await answerPhotos("refused");
  valueIn(await say(stage, { actor: maya, pursuitId, body: "Call me: 206 555 0177" }));
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  const words = (await shown(ines, pursuitId)).find(({ id }) => id !== messageId)?.id ?? "";
  valueIn(await releaseMessage(stage.wiring, ines, { pursuitId, messageId: words }));
  valueIn(await returnMessage(stage.wiring, ines, { pursuitId, messageId, reason: "It shows a face." }));
});

test("what was given back only its writer and the school see", async () => {
  const { pursuitId, messageId, look } = await anaShows();
  valueIn(await readThread(stage.wiring, ines, { pursuitId }));
  valueIn(await returnMessage(stage.wiring, ines, { pursuitId, messageId, reason: "It shows a face." }));
  for (const actor of [ana, ines]) valueIn(await look(actor));
  expect(reasonIn(await look(maya))).toBe("not_found");
});

const kept = async (id: string | undefined) =>
  (await stage.rows<{ content: Buffer }>("select content from message_pictures where id = $1", [id]))[0]?.content ??
  Buffer.alloc(0);

test("staff choose what they send, and what is said of a picture is searched as the words are", async () => {
  const pursuitId = await anaTalks(stage);
  const two = { files: [noted(pngOf()), jpegOf({})] };
  valueIn(await say(stage, { actor: ines, pursuitId, ...two }));
  valueIn(await say(stage, { actor: maya, pursuitId, ...two, show: "Call 206 555 0177" }));
  const [first, second] = await shown(maya, pursuitId);
  expect(first?.pictures.map(({ bytes }) => bytes)).toEqual([
    (await kept(first?.pictures[0]?.id)).length,
    (await kept(first?.pictures[1]?.id)).length,
  ]);
  expect(first?.state).toBe("sent");
  expect(second).toMatchObject({ state: "held", heldFor: ["phone", "picture"] });
});

test("what is no picture, or too much, is refused with everything that came with it, and the same form may come again", async () => {
  const pursuitId = await anaTalks(stage);
  const formKey = randomUUID();
  const refusal = async (wrong: object) =>
    reasonIn(await say(stage, { ...pictures(pursuitId), show: "", ...wrong, formKey }));
  for (const file of ["%PDF-1.7", "<svg onload='alert(1)'/>", "RIFF....WEBP"])
    expect(await refusal({ files: [pngOf(), Buffer.from(file)] })).toBe("not_a_picture");
  expect(await refusal({ files: [Buffer.alloc(MOST_PICTURE_BYTES + 1)] })).toBe("picture_too_big");
  expect(await refusal({ files: [1, 2, 3, 4].map(() => pngOf()) })).toBe("too_many_pictures");
  expect(await refusal({ files: [], show: "A map" })).toBe("no_picture");
  for (const table of ["messages", "message_pictures"]) expect(await countRows(stage, table)).toBe(0);
  const right = { ...pictures(pursuitId), show: "y".repeat(LONGEST_SHOW), formKey };
  for (const _ of [1, 2]) valueIn(await say(stage, right));
  for (const table of ["messages", "message_pictures"]) expect(await countRows(stage, table)).toBe(1);
});

test("a picture that was chosen after the first press is not taken for sent", async () => {
  const pursuitId = await anaTalks(stage);
  const formKey = randomUUID();
  valueIn(await say(stage, { actor: ana, pursuitId, body: "The way", formKey }));
  expect(reasonIn(await say(stage, { ...pictures(pursuitId), formKey }))).toBe("sent_already");
  const another = { ...pictures(pursuitId), formKey: randomUUID() };
  valueIn(await say(stage, another));
  expect(reasonIn(await say(stage, { ...another, show: "Another map" }))).toBe("sent_already");
  valueIn(await say(stage, another));
  expect([await countRows(stage, "messages"), await countRows(stage, "message_pictures")]).toEqual([2, 1]);
});

test("nobody fills a conversation with pictures, and nobody takes the room of another", async () => {
  const { pursuitId, messageId } = await anaShows();
  await stage.rows(
    `with more as (insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at)
        select school_id, thread_id, member_id, 'x', 'page', gen_random_uuid(), '2026-10-01' from messages, generate_series(2, $2)
          where id = $1 returning school_id, id)
      insert into message_pictures (school_id, message_id, place, kind, content) select school_id, id, 1, 'image/png', 'x' from more`,
    [messageId, MOST_OF_WRITER],
  );
  expect(reasonIn(await say(stage, pictures(pursuitId)))).toBe("pictures_full");
  valueIn(await say(stage, { actor: ana, pursuitId }));
  valueIn(await say(stage, { ...pictures(pursuitId), actor: maya }));
});

test("a report keeps the picture sealed, also after the conversation is gone, and pictures go with their writer", async () => {
  const { pursuitId, messageId } = await anaShows();
  await release({ pursuitId, messageId });
  const concernId = await raise(stage, maya, { conversation: { pursuitId, messageId }, schoolId: cast.ana.schoolId });
  await stage.rows("delete from thread_members where person_id = $1", [cast.ana.personId]);
  expect(await countRows(stage, "message_pictures")).toBe(0);
  const [kept] = await stage.rows<{ id: string }>("select id from concern_pictures");
  const asked = { concernId, pictureId: kept?.id ?? "" };
  const look = (actor: Actor) => lookAtConcernPicture(stage.wiring, actor, asked);
  for (const actor of [staff("priya"), ines, castActor(cast.walter)])
    expect(reasonIn(await look(actor))).toBe("not_found");
  for (const actor of [ana, maya]) expect(reasonIn(await look(actor))).toBe("not_permitted");
  valueIn(await unsealConcern(stage.wiring, staff("priya"), { concernId }));
  expect(valueIn(await openConcern(stage.wiring, staff("priya"), { concernId })).said?.message).toMatchObject({
    ...{ words: "The way", pictures: [asked.pictureId], picturesShow: "A map" },
  });
  expect(valueIn(await look(staff("priya"))).kind).toBe("image/jpeg");
});

// Last: it pauses what the mentor offers.
test("a suspended mentor sees no picture any more", async () => {
  const { pursuitId, messageId, look } = await anaShows();
  await release({ pursuitId, messageId });
  valueIn(await look(maya));
  valueIn(
    await suspendMentor(stage.wiring, castActor(cast.priya), { mentorId: cast.maya.personId, reason: "A report" }),
  );
  expect(reasonIn(await look(maya))).toBe("not_found");
});
