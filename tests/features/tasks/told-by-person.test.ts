import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { openCallList } from "~/features/tasks/open-call-list.server";
import { openTaskToTell } from "~/features/tasks/open-task-to-tell.server";
import { type Call, recordCall } from "~/features/tasks/record-call.server";
import { cast, castActor } from "~db/cast";
import { anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  sendMails,
  valueIn,
} from "../../support/stage";
import { anaHasInterview, PLACE } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 4 });
  await stage.rows("create table points_before as table contact_points");
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from forbidden_pairs");
  await stage.rows(
    "update contact_points c set undeliverable_at = null, shared = b.shared from points_before b where b.id = c.id",
  );
  await stage.rows("delete from contact_points where id not in (select id from points_before)");
  await stage.rows("update people set language = 'es' where id = $1", [cast.rosa.personId]);
  await linkOfRosa("may_know_whereabouts = true");
});
afterAll(() => stage.close());

const ines = staff("ines");
const linkOfRosa = (change: string) =>
  stage.rows(`update guardian_links set ${change} where guardian_id = $1`, [cast.rosa.personId]);
const noMailFor = (who: { personId: string }) =>
  stage.rows("update contact_points set undeliverable_at = now() where person_id = $1 and kind = 'mail'", [
    who.personId,
  ]);
const openTasks = (kind: string) =>
  stage.rows<{ id: string; props: { news?: string } }>(
    "select id, props from staff_tasks where kind = $1 and state = 'open' order by opened_at, id",
    [kind],
  );
const firstTask = async (kind: string) => (await openTasks(kind))[0]?.id ?? "";
const look = async (taskId: string) => valueIn(await openTaskToTell(stage.wiring, ines, { taskId }));
const call = (taskId: string, said: Partial<Call> = {}, actor = ines) =>
  recordCall(stage.wiring, actor, {
    ...{ taskId, channel: "phone", outcome: "reached", nextOn: null, interpreter: "", note: "", alsoTold: [] },
    ...said,
  });
const stateOf = (taskId: string) =>
  stage.rows("select state, notice, outcome_note from staff_tasks where id = $1", [taskId]);

/** Rosa, whom no mail reaches, is to hear of an offer. */
async function rosaIsToHear(): Promise<string> {
  await noMailFor(cast.rosa);
  await anaOffered(stage);
  return firstTask("tell_family");
}

describe("what a person says in place of a mail", () => {
  test("is the mail's own sentences in the reader's language, without a link, with whom to call", async () => {
    const { task } = await look(await rosaIsToHear());
    expect(task.to).toMatchObject({ id: cast.rosa.personId, language: "es" });
    expect(task.said?.words).toMatch(/^Hola, Rosa/);
    expect(task.said?.words).toContain("Ana");
    expect(task.said?.words).not.toMatch(/https?:|Medina|Abrir/);
    expect(task.said?.words).toMatch(/555/);
    expect(await listMails(stage, "family-news")).toEqual([]);
  });

  test("calls people by the names of today", async () => {
    const taskId = await rosaIsToHear();
    await stage.rows("update people set name_used = 'Rosita' where id = $1", [cast.rosa.personId]);
    expect((await look(taskId)).task.said?.words).toContain("Rosita");
    await stage.rows("update people set name_used = 'Rosa' where id = $1", [cast.rosa.personId]);
  });

  test("follows the language that the school writes down later, and is nothing in one that nobody wrote", async () => {
    const taskId = await rosaIsToHear();
    await stage.rows("update people set language = 'so' where id = $1", [cast.rosa.personId]);
    expect((await look(taskId)).task).toMatchObject({ said: null, wordless: "unwritten" });
  });

  test("stops when the link that let them read is over", async () => {
    const taskId = await rosaIsToHear();
    await linkOfRosa("may_see_records = false");
    expect((await look(taskId)).task).toMatchObject({ said: null, wordless: "untrue" });
    await linkOfRosa("may_see_records = true");
  });

  test("names time and place to who may know, no other than by a number of their own, and nothing to who may not", async () => {
    await noMailFor(cast.rosa);
    await anaHasInterview(stage);
    const taskId = await firstTask("tell_family");
    const { task } = await look(taskId);
    expect(task.said?.words).toContain(PLACE);
    expect(task.to?.numbers).toMatchObject([{ isCareful: false }]);
    await linkOfRosa("may_know_whereabouts = false");
    expect((await look(taskId)).task).toMatchObject({ said: null, wordless: "untrue" });
    await stage.clear();
    await anaHasInterview(stage);
    const kept = (await look(await firstTask("tell_family"))).task;
    expect(kept.said?.words).toContain("Ana");
    expect(JSON.stringify(kept)).not.toContain(PLACE);
  });

  test("goes by post to no home where somebody may open it who may not know the place: that letter is handed over", async () => {
    const lives = (who: { personId: string }, value: string) =>
      stage.rows("insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'post', $3)", [
        cast.ana.schoolId,
        who.personId,
        value,
      ]);
    await noMailFor(cast.ana);
    await noMailFor(cast.rosa);
    await lives(cast.ana, "8 Pine Road, Seattle");
    await lives(cast.rosa, "8 Pine Road, Seattle");
    await anaOffered(stage);
    const [ofAna, ofRosa] = [await firstTask("tell_student"), await firstTask("tell_family")];
    const postOf = async (taskId: string) => (await look(taskId)).task.to?.post;
    const careful = (isCareful: boolean) => [{ value: "8 Pine Road, Seattle", isCareful }];
    expect([await postOf(ofAna), await postOf(ofRosa)]).toEqual([careful(false), careful(false)]);
    await linkOfRosa("may_know_whereabouts = false");
    expect(await postOf(ofAna)).toEqual(careful(true));
    await linkOfRosa("may_know_whereabouts = true");
    await stage.rows(
      `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_know_whereabouts, from_on)
       values ($1, $2, $3, 'stepfather', 'parent', false, '2026-09-01')`,
      [cast.ana.schoolId, cast.ana.personId, cast.tom.personId],
    );
    expect(await postOf(ofRosa)).toEqual(careful(false));
    await lives(cast.tom, "8 Pine Road SEATTLE");
    expect(await postOf(ofRosa)).toEqual(careful(true));
    await stage.rows("delete from guardian_links where guardian_id = $1", [cast.tom.personId]);
  });

  test("reaches a student whom no mail reaches, of each place the newest alone", async () => {
    await noMailFor(cast.ana);
    const pursuitId = await anaOffered(stage);
    const [task, ...others] = await openTasks("tell_student");
    expect([task?.props.news, others]).toEqual(["status_offered", []]);
    const { task: shown } = await look(task?.id ?? "");
    expect(shown).toMatchObject({ answers: "place", to: { id: cast.ana.personId } });
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
    expect(await listMails(stage, "student-status")).toEqual([]);
  });
});

describe("a question to a student", () => {
  test("is put by nobody once the student has answered, nor while the place is paused", async () => {
    await noMailFor(cast.ana);
    const pursuitId = await anaOffered(stage);
    const taskId = await firstTask("tell_student");
    expect((await look(taskId)).task.said?.words).toContain("Ana");
    await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
    expect((await look(taskId)).task).toMatchObject({ said: null, wordless: "untrue", answers: null });
    await stage.rows("update mentors set suspended_at = null where id = $1", [cast.maya.personId]);
    expect((await look(taskId)).task.answers).toBe("place");
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
    expect((await look(taskId)).task).toMatchObject({ said: null, wordless: "untrue" });
    const { people } = valueIn(await openCallList(stage.wiring, ines));
    expect(people.map(({ to }) => to.id)).not.toContain(cast.ana.personId);
  });
});

describe("a try to reach somebody", () => {
  test("stays with the task, counts once for two presses, and says when the next one is", async () => {
    const taskId = await rosaIsToHear();
    const tried = { outcome: "no_answer", nextOn: "2026-10-16" } as const;
    expect(valueIn(await call(taskId, tried))).toEqual({ closed: 0 });
    expect(valueIn(await call(taskId, tried))).toEqual({ closed: 0 });
    const { calls, task } = await look(taskId);
    expect(calls).toMatchObject([{ outcome: "no_answer", next_on: "2026-10-16", caller: cast.ines.name }]);
    expect(task.state).toBe("open");
    expect(await stage.rows("select reason from audit_log where noun_id = $1", [taskId])).toEqual([
      { reason: "no_answer" },
    ]);
  });

  test("that reached them closes the task and what else they heard, with the channel, and the words go", async () => {
    await noMailFor(cast.rosa);
    const pursuitId = await anaOffered(stage);
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
    const [first, second] = (await openTasks("tell_family")).map(({ id }) => id);
    const { others } = await look(first ?? "");
    expect(others.map(({ id }) => id)).toEqual([second]);
    const told = { channel: "in_person", interpreter: "Luz", note: "She is glad.", alsoTold: [second ?? ""] } as const;
    expect(valueIn(await call(first ?? "", told))).toEqual({ closed: 2 });
    for (const id of [first, second])
      expect(await stateOf(id ?? "")).toEqual([{ state: "done", notice: null, outcome_note: "She is glad." }]);
    expect(
      await stage.rows("select transition, channel, interpreter, language from audit_log where noun_id = $1", [first]),
    ).toEqual([{ transition: "done", channel: "in_person", interpreter: "Luz", language: "es" }]);
    expect(reasonIn(await call(first ?? ""))).toBe("already_closed");
    expect((await look(first ?? "")).task).toMatchObject({ said: null, wordless: "closed" });
  });

  test("closes nothing of anybody else, and no task that waits for an answer", async () => {
    await noMailFor(cast.rosa);
    await noMailFor(cast.ana);
    await anaOffered(stage);
    const [ofRosa, ofAna] = [await firstTask("tell_family"), await firstTask("tell_student")];
    expect(valueIn(await call(ofRosa, { alsoTold: [ofAna, NOBODY] }))).toEqual({ closed: 1 });
    expect(await stateOf(ofAna)).toMatchObject([{ state: "open" }]);
    const consent = await firstTask("interpreter_consent");
    if (consent) expect(valueIn(await call(consent))).toEqual({ closed: 0 });
  });

  test("is not planned for yesterday, and is nothing for strangers", async () => {
    const taskId = await rosaIsToHear();
    expect(reasonIn(await call(taskId, { outcome: "no_answer", nextOn: "2026-10-01" }))).toBe("next_in_the_past");
    expect(reasonIn(await call(NOBODY))).toBe("not_found");
    for (const key of ["malik", "greta"] as const) {
      expect(reasonIn(await call(taskId, {}, staff(key)))).toBe("not_found");
      expect(reasonIn(await openTaskToTell(stage.wiring, staff(key), { taskId }))).toBe("not_found");
    }
    for (const key of ["tom", "ana", "rosa", "maya"] as const) {
      expect(reasonIn(await call(taskId, {}, castActor(cast[key]) as typeof ines))).toBe("not_permitted");
      expect(reasonIn(await openTaskToTell(stage.wiring, castActor(cast[key]), { taskId }))).toBe("not_permitted");
    }
    expect(await stateOf(taskId)).toMatchObject([{ state: "open" }]);
  });
});

describe("the list to phone", () => {
  test("has each person once, with all they are to be told, and its opening stands in the log", async () => {
    await noMailFor(cast.rosa);
    const pursuitId = await anaOffered(stage);
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
    const { people } = valueIn(await openCallList(stage.wiring, ines));
    const rosa = people.filter(({ to }) => to.id === cast.rosa.personId);
    expect(rosa.map(({ tasks }) => tasks.map(({ kind }) => kind).sort())).toEqual([
      ["interpreter_consent", "tell_family", "tell_family"],
    ]);
    expect(new Set(rosa.flatMap(({ tasks }) => tasks.map(({ names }) => names.student)))).toEqual(
      new Set([cast.ana.name]),
    );
    expect(await stage.rows("select actor_id from audit_log where transition = 'open_call_list'")).toEqual([
      { actor_id: cast.ines.personId },
    ]);
  });

  test("names no host from whom the student is kept apart, nor is that offered beside what else they hear", async () => {
    const pursuitId = await anaContacted(stage);
    await sendMails(stage);
    const { schoolId, districtId, personId: studentId } = cast.ana;
    const { personId: mentorId } = cast.maya;
    await stage.rows(
      "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'household')",
      [schoolId, districtId, studentId, mentorId],
    );
    valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
    const apart = await look(await firstTask("tell_host"));
    expect(apart).toMatchObject({ task: { facts: { why: "apart" }, to: null, said: null }, others: [] });
    const list = valueIn(await openCallList(stage.wiring, ines));
    expect(JSON.stringify(list.people)).not.toContain(mentorId);
    expect(list.unnamed).toBe(1);
    const [published] = await stage.rows<{ id: string }>(
      `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
       values ($1, 'tell_host', 'listing', $2, 'published', now(),
         jsonb_build_object('mentorId', $3::text, 'news', 'published', 'why', 'no_mail')) returning id`,
      [schoolId, lakeviewListing("clinic-care"), mentorId],
    );
    expect(await look(published?.id ?? "")).toMatchObject({ task: { to: { id: mentorId } }, others: [] });
  });

  test("leaves out what does not hold any more, and is for coordinators of the school alone", async () => {
    await rosaIsToHear();
    const elsewhere = valueIn(await openCallList(stage.wiring, staff("malik")));
    expect(JSON.stringify(elsewhere)).not.toContain(cast.rosa.personId);
    await linkOfRosa("may_see_records = false");
    const { people } = valueIn(await openCallList(stage.wiring, ines));
    expect(people.flatMap(({ tasks }) => tasks.map(({ kind }) => kind))).not.toContain("tell_family");
    await linkOfRosa("may_see_records = true");
    expect(reasonIn(await openCallList(stage.wiring, castActor(cast.tom)))).toBe("not_permitted");
  });
});
