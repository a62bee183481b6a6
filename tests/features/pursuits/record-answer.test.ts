import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { answersIn, type PursuitAnswer } from "~/domain/pursuit/answers";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { type RecordedAnswer, recordAnswer } from "~/features/pursuits/record-answer.server";
import { cast, castActor } from "~db/cast";
import {
  anaApproved,
  anaAsks,
  anaContacted,
  anaOffered,
  inesSuggests,
  staff,
  student,
} from "../../support/pursuit-way";
import {
  bearerFor,
  countRows,
  insertPursuits,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  sendMails,
  setLakeview,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const evidence = "Maya called at noon.";
const record = (
  pursuitId: string,
  answer: PursuitAnswer,
  { by = staff("ines"), ...change }: Partial<RecordedAnswer> & { by?: Actor } = {},
) => recordAnswer(stage.wiring, by, { pursuitId, answer, channel: "phone", evidence, interpreter: "", ...change });
const stateOf = async (pursuitId: string) => (await readPursuit(stage, pursuitId)).state;
const readActs = (transition: string) =>
  stage.rows(
    `select actor_kind, actor_id, on_behalf_of, channel, language, interpreter, evidence from audit_log
      where transition = $1 order by at, id`,
    [transition],
  );
const byInes = { actor_kind: "staff", actor_id: cast.ines.personId };

test("a host's yes by phone offers the place: the seat is held, everybody is told, and the log names both", async () => {
  const pursuitId = await anaContacted(stage);
  expect(valueIn(await record(pursuitId, "offer"))).toEqual({ state: "offered" });
  expect(await countRows(stage, "seat_holds")).toBe(2);
  expect((await listMails(stage, "student-status")).at(-1)?.props.status).toBe("offered");
  expect(await listMails(stage, "family-news")).toMatchObject([{ to: cast.rosa.mail, props: { event: "offered" } }]);
  expect(await stage.rows("select purpose from consents where state = 'requested'")).toEqual([
    { purpose: "participate" },
  ]);
  const act = { ...byInes, on_behalf_of: cast.maya.personId, channel: "phone", language: "en", evidence };
  expect(await readActs("offer")).toMatchObject([act]);
});

test("a host's no in person frees the place and closes what the host reads; the note is for staff", async () => {
  const pursuitId = await anaContacted(stage);
  expect(valueIn(await record(pursuitId, "turn_down", { channel: "in_person" }))).toEqual({ state: "not_taken" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ decline_for_staff: evidence, decline_for_student: "" });
  expect(await countRows(stage, "pursuit_places")).toBe(0);
  expect(await stage.rows("select id from disclosures where withdrawn_at is null")).toEqual([]);
  expect(JSON.stringify(await listMails(stage))).not.toContain("noon");
  expect(await readActs("turn_down")).toMatchObject([
    { ...byInes, on_behalf_of: cast.maya.personId, channel: "in_person" },
  ]);
});

test("a place taken on paper begins an engagement and withdraws what overlaps, each act for the student", async () => {
  await setLakeview(stage, { livePursuitLimit: 10 });
  const other = await anaContacted(stage, "bakery-morning");
  const pursuitId = await anaOffered(stage);
  const sent = { channel: "paper", evidence: "Signed sheet, folder 3.", interpreter: "Lucia Vega" } as const;
  expect(valueIn(await record(pursuitId, "take", sent))).toMatchObject({ state: "accepted" });
  expect(await stateOf(other)).toBe("withdrawn");
  expect(await stage.rows("select state from engagements")).toEqual([{ state: "not_started" }]);
  const act = { ...byInes, on_behalf_of: cast.ana.personId, channel: "paper", interpreter: "Lucia Vega" };
  for (const transition of ["accept", "begin", "withdraw"])
    expect([transition, await readActs(transition)]).toMatchObject([
      transition,
      [{ ...act, evidence: "Signed sheet, folder 3." }],
    ]);
});

test("a student without a screen wants to try what was suggested: the family is asked, and the student reads who noted it", async () => {
  const pursuitId = await inesSuggests(stage);
  expect(valueIn(await record(pursuitId, "want", { channel: "in_person" }))).toEqual({ state: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ student_asked_at: expect.any(String) });
  expect(await stage.rows("select purpose from consents where state = 'requested'")).toEqual([{ purpose: "looking" }]);
  const act = { ...byInes, on_behalf_of: cast.ana.personId, channel: "in_person", evidence };
  expect(await readActs("want")).toMatchObject([act]);
  const { recorded } = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(recorded).toMatchObject([{ transition: "want", channel: "in_person", recordedBy: cast.ines.name }]);
  expect(reasonIn(await record(pursuitId, "want"))).toBe("wrong_state");
});

test("a student's no to an offer, and a student who stops, end the pursuit and tell host and coordinators", async () => {
  const offered = await anaOffered(stage);
  const contacted = await anaContacted(stage, "bakery-morning");
  await sendMails(stage);
  expect(valueIn(await record(offered, "no_thanks"))).toEqual({ state: "not_taken" });
  expect(valueIn(await record(contacted, "withdraw"))).toEqual({ state: "withdrawn" });
  const toHosts = (await listMails(stage, "mentor-status")).map(({ to, props }) => [to, props.status]);
  expect(toHosts).toEqual([
    [cast.maya.mail, "offer_refused"],
    [cast.carlos.mail, "withdrawn"],
  ]);
  const toStaff = (await listMails(stage, "pursuit-news")).map(({ props }) => props.event);
  expect(toStaff).toEqual(["offered", "offer_refused", "withdrawn"]);
  for (const transition of ["refuse_offer", "withdraw"])
    expect(await readActs(transition)).toMatchObject([{ ...byInes, on_behalf_of: cast.ana.personId }]);
});

test("whoever an answer was taken down for is told of it, and can object", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await record(pursuitId, "offer"));
  valueIn(await record(pursuitId, "take"));
  const receipts = [...(await listMails(stage, "mentor-status")), ...(await listMails(stage, "student-status"))];
  expect(receipts.filter(({ props }) => props.status === "answer_recorded").map(({ to }) => to)).toEqual([
    cast.maya.mail,
    cast.ana.mail,
  ]);
});

test("no answer is taken down that the state has no room for, and before a consent there is no host to answer", async () => {
  const suggested = await inesSuggests(stage, "ana", "salmon-count");
  const requested = await anaAsks(stage, "clinic-desk");
  const approved = await anaApproved(stage);
  for (const pursuitId of [suggested, requested, approved])
    for (const answer of ["offer", "turn_down", "take", "no_thanks"] as const)
      expect(reasonIn(await record(pursuitId, answer))).toBe("wrong_state");
  expect(await countRows(stage, "disclosures")).toBe(0);
  expect(await countRows(stage, "engagements")).toBe(0);
});

test("an answer counts once", async () => {
  const pursuitId = await anaOffered(stage);
  valueIn(await record(pursuitId, "take"));
  for (const answer of ["offer", "turn_down", "take", "no_thanks", "withdraw"] as const)
    expect(reasonIn(await record(pursuitId, answer))).toBe("wrong_state");
});

test("a telephoned yes finds no seat where none is free, and two at once hold one seat", async () => {
  const [one, two] = await insertPursuits(stage, { placement: "clinic-desk", state: "contacted", count: 2 });
  if (!one || !two) throw new Error("two were contacted");
  expect(bearerFor(one).organisationId).toBe(one.organisationId);
  const outcomes = await Promise.all([record(one.id, "offer"), record(two.id, "offer")]);
  expect(outcomes.map((outcome) => (outcome.ok ? "offered" : outcome.reason)).sort()).toEqual(["no_seat", "offered"]);
});

test("a suspended mentor answers by nobody's hand, and the student's answers still count", async () => {
  const pursuitId = await anaContacted(stage);
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
  const outcomes = [await record(pursuitId, "offer"), await record(pursuitId, "turn_down")];
  const stopped = await record(pursuitId, "withdraw");
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.maya.personId]);
  expect(outcomes.map(reasonIn)).toEqual(["no_mentor", "no_mentor"]);
  expect(stopped).toMatchObject({ ok: true });
});

test("without who said it nothing is taken down", async () => {
  const pursuitId = await anaContacted(stage);
  expect(reasonIn(await record(pursuitId, "offer", { evidence: "  " }))).toBe("evidence_missing");
  expect(await stateOf(pursuitId)).toBe("contacted");
});

test("nobody but coordinators and admins of the school takes an answer down", async () => {
  const pursuitId = await anaOffered(stage);
  for (const by of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await record(pursuitId, "take", { by }))).toBe("not_permitted");
  for (const by of [staff("malik"), staff("walter"), staff("greta")])
    expect(reasonIn(await record(pursuitId, "take", { by }))).toBe("not_found");
  expect(reasonIn(await record(NOBODY, "take"))).toBe("not_found");
  expect(await stateOf(pursuitId)).toBe("offered");
  expect(valueIn(await record(pursuitId, "take", { by: staff("priya") }))).toEqual({ state: "accepted", withdrawn: 0 });
});

test("the page offers what can be answered in each state, and nothing once it has ended", () => {
  expect(answersIn("contacted")).toEqual(["offer", "turn_down", "withdraw"]);
  expect(answersIn("offered")).toEqual(["turn_down", "take", "no_thanks"]);
  expect(answersIn("suggested")).toEqual(["want", "withdraw"]);
  for (const state of ["requested", "approved"]) expect(answersIn(state)).toEqual(["withdraw"]);
  for (const state of ["accepted", "declined", "not_taken", "expired", "withdrawn", "completed", "nonsense"])
    expect(answersIn(state)).toEqual([]);
});
