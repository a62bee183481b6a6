import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { type HostAnswer, respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaContacted, anaOffered, inesSuggests } from "../../support/pursuit-way";
import {
  bearerFor,
  countRows,
  hostByLink,
  insertPursuits,
  listMails,
  listTaskKinds,
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

type Host = Parameters<typeof respondToFirstContact>[1];
const maya = castActor(cast.maya);
const respond = (pursuitId: string, answer: HostAnswer, by: Host = maya, message = "") =>
  respondToFirstContact(stage.wiring, by, { pursuitId, answer, message });
const open = (pursuitId: string, by: Host = maya) => openFirstContact(stage.wiring, by, { pursuitId });
const stateOf = async (pursuitId: string) => (await readPursuit(stage, pursuitId)).state;

test("the host reads first name, grade band and interests, and not one thing more about the student", async () => {
  const pursuitId = await anaContacted(stage);
  const page = valueIn(await open(pursuitId, await hostByLink(stage, pursuitId)));
  expect(page).toEqual({
    pursuitId,
    isTheirs: "no",
    state: "contacted",
    title: "Help care for animals at a clinic",
    told: { firstName: "Ana", gradeBand: "9-10", interests: ["animals", "nature", "healthcare"] },
    reasons: [{ code: "chose" }, { code: "shared", interestIds: ["animals", "healthcare"] }],
    school: {
      name: "Lakeview Learning Lab (sample)",
      helpName: "Ines Carvalho",
      helpPhone: "+1 206 555 0110",
      timeZone: "America/Los_Angeles",
    },
    visits: [],
  });
  expect(await open(pursuitId)).toEqual({ ok: true, value: { ...page, isTheirs: "yes" } });
});

test("what was told is frozen: a change of the student's interests reaches no host", async () => {
  const pursuitId = await anaContacted(stage);
  await stage.rows(
    "insert into student_interests (school_id, student_id, interest_id, strength, liked) values ($1, $2, 'law', 3, true)",
    [cast.ana.schoolId, cast.ana.personId],
  );
  const page = valueIn(await open(pursuitId));
  await stage.rows("delete from student_interests where student_id = $1 and interest_id = 'law'", [cast.ana.personId]);
  expect(page.told?.interests).not.toContain("law");
});

test("every mentor of the organisation that was told may answer, by link or signed in", async () => {
  const pursuitId = await anaContacted(stage);
  expect(valueIn(await open(pursuitId, castActor(cast.theo)))).toMatchObject({ told: { firstName: "Ana" } });
  expect(valueIn(await respond(pursuitId, "offer", castActor(cast.theo)))).toEqual({ state: "offered" });
});

test("an offer holds the seat from today to the placement's end, tells the student and asks for the consent to take part", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await respond(pursuitId, "offer", await hostByLink(stage, pursuitId)));
  expect(await stage.rows("select seat_no, weekday, during::text from seat_holds order by weekday")).toEqual([
    { seat_no: 1, weekday: 2, during: "[2026-10-15,2027-01-15)" },
    { seat_no: 1, weekday: 4, during: "[2026-10-15,2027-01-15)" },
  ]);
  expect(await stage.rows("select purpose, pursuit_id from consents where state = 'requested'")).toEqual([
    { purpose: "participate", pursuit_id: pursuitId },
  ]);
  expect((await listMails(stage, "student-status")).at(-1)).toMatchObject({ props: { status: "offered" } });
});

test("a word with a yes waits for staff as a task; a yes without one leaves none", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await respond(pursuitId, "offer", maya, "Thursdays are best for us."));
  expect(await stage.rows("select kind, subject_id, props ->> 'message' as message from staff_tasks")).toEqual([
    { kind: "mentor_question", subject_id: pursuitId, message: "Thursdays are best for us." },
  ]);
  expect(JSON.stringify(await listMails(stage))).not.toContain("Thursdays are best");
  await stage.clear();
  valueIn(await respond(await anaContacted(stage), "offer", maya, " "));
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("turning down frees the place; what the mentor wrote is for staff", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await respond(pursuitId, "turn_down", maya, "We are too few this spring."));
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "not_taken",
    decline_for_staff: "We are too few this spring.",
    decline_for_student: "",
  });
  expect(await countRows(stage, "pursuit_places")).toBe(0);
  expect(JSON.stringify(await listMails(stage))).not.toContain("too few");
  expect(reasonIn(await open(pursuitId))).toBe("not_found");
});

test("a mentor who answers on the page before the mail has left gets no mail about somebody they turned down", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await respond(pursuitId, "turn_down"));
  expect(await listMails(stage, "first-contact")).toMatchObject([{ state: "suppressed", props: {} }]);
});

test("a host who has offered may still turn down, and the seat is free again", async () => {
  const pursuitId = await anaOffered(stage);
  expect(valueIn(await respond(pursuitId, "turn_down"))).toEqual({ state: "not_taken" });
  expect(await countRows(stage, "seat_holds")).toBe(0);
});

test("a question becomes one task for staff and never a mail to the student", async () => {
  const pursuitId = await anaContacted(stage);
  const before = (await listMails(stage, "student-status")).length;
  valueIn(await respond(pursuitId, "question", maya, "Is she allergic to cats?"));
  valueIn(await respond(pursuitId, "question", maya, "Is she allergic to cats?"));
  expect(await listTaskKinds(stage)).toEqual(["mentor_question"]);
  expect(await listMails(stage, "pursuit-news")).toMatchObject([{ to: cast.ines.mail, props: { event: "question" } }]);
  expect(await listMails(stage, "student-status")).toHaveLength(before);
  expect(await stateOf(pursuitId)).toBe("contacted");
});

test("a second seat that is not there is refused with the number of seats, and the pursuit stays contacted", async () => {
  const [one, two] = await insertPursuits(stage, { placement: "clinic-desk", state: "contacted", count: 2 });
  if (!one || !two) throw new Error("two were contacted");
  valueIn(await respond(one.id, "offer", bearerFor(one)));
  expect(await respond(two.id, "offer", bearerFor(two))).toEqual({
    ok: false,
    reason: "no_seat",
    detail: { seats: 1 },
  });
  expect(await stateOf(two.id)).toBe("contacted");
});

test("what has ended takes no offer, no turning down and no question, though the link still opens", async () => {
  const pursuitId = await anaContacted(stage);
  const host = await hostByLink(stage, pursuitId);
  valueIn(await respond(pursuitId, "turn_down", host));
  for (const answer of ["offer", "turn_down", "question"] as const)
    expect(reasonIn(await respond(pursuitId, answer, host))).toBe("wrong_state");
  expect(valueIn(await open(pursuitId, host))).toMatchObject({ state: "not_taken", told: null });
});

test("an offer is made once", async () => {
  const pursuitId = await anaOffered(stage);
  expect(reasonIn(await respond(pursuitId, "offer"))).toBe("wrong_state");
});

test("before the first contact no mentor finds the pursuit, not even the one who leads the placement", async () => {
  const approved = await anaApproved(stage);
  const suggested = await inesSuggests(stage, "jada", "clinic-desk");
  for (const pursuitId of [approved, suggested]) {
    expect(reasonIn(await open(pursuitId))).toBe("not_found");
    for (const answer of ["offer", "turn_down", "question"] as const)
      expect(reasonIn(await respond(pursuitId, answer))).toBe("not_found");
  }
});

test("a mentor of another organisation, or of another district, finds no such pursuit", async () => {
  const pursuitId = await anaContacted(stage);
  for (const key of ["carlos", "ingrid", "ingridAtGarden", "ruth"] as const) {
    expect(reasonIn(await open(pursuitId, castActor(cast[key])))).toBe("not_found");
    expect(reasonIn(await respond(pursuitId, "offer", castActor(cast[key])))).toBe("not_found");
  }
  expect(await stateOf(pursuitId)).toBe("contacted");
});

test("a suspended mentor reads and answers nothing, by link or signed in", async () => {
  const pursuitId = await anaContacted(stage);
  const host = await hostByLink(stage, pursuitId);
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
  const outcomes = [await open(pursuitId, host), await open(pursuitId), await respond(pursuitId, "offer", host)];
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.maya.personId]);
  expect(outcomes.map(reasonIn)).toEqual(["not_found", "not_found", "not_found"]);
});

test("a link of another kind, for another pursuit or of another organisation opens nothing", async () => {
  const pursuitId = await anaContacted(stage);
  const other = await anaContacted(stage, "bakery-morning");
  const host = await hostByLink(stage, pursuitId);
  const kinds = ["consent", "introduction-invitation", "introduce", "delete-me", "school-invitation"] as const;
  const wrong: LinkActor[] = [
    ...kinds.map((linkKind) => ({ ...host, linkKind })),
    { ...host, organisationId: null },
    { ...host, organisationId: cast.carlos.organisationId },
    { ...host, schoolId: cast.keisha.schoolId },
    { ...host, schoolId: cast.finn.schoolId, districtId: cast.finn.districtId },
    await hostByLink(stage, other),
  ];
  for (const bearer of wrong) {
    expect(reasonIn(await open(pursuitId, bearer))).toBe("not_found");
    expect(reasonIn(await respond(pursuitId, "offer", bearer))).toBe("not_found");
  }
  expect(await stateOf(pursuitId)).toBe("contacted");
});
