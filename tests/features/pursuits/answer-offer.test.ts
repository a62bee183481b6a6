import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, anaContacted, anaOffered, hostOffers, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  copyListing,
  countRows,
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

const answer = (pursuitId: string, said: "take" | "no_thanks" = "take", by = student("ana")) =>
  answerOffer(stage.wiring, by, { pursuitId, answer: said });
const stateOf = async (pursuitId: string) => (await readPursuit(stage, pursuitId)).state;

const ask = async (listingId: string) =>
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" })).pursuitId;

test("taking an offer begins an engagement that has not started yet and lists its open gates", async () => {
  const pursuitId = await anaOffered(stage);
  expect(valueIn(await answer(pursuitId))).toEqual({ state: "accepted", withdrawn: 0 });
  expect(await stage.rows("select state, pursuit_id, lead_mentor_id from engagements")).toEqual([
    { state: "not_started", pursuit_id: pursuitId, lead_mentor_id: cast.maya.personId },
  ]);
  const { gates } = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(
    gates
      .filter(({ state }) => state === "open")
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([
    "agreement",
    "emergency_contact",
    "host_answers",
    "orientation",
    "participate_consent",
    "travel_plan",
    "working_time",
  ]);
});

test("the host and the coordinators are told, and place and seat stay taken", async () => {
  const pursuitId = await anaOffered(stage);
  await sendMails(stage);
  valueIn(await answer(pursuitId));
  expect(await listMails(stage, "mentor-status")).toMatchObject([
    { to: cast.maya.mail, props: { status: "accepted", studentFirstName: "Ana" } },
  ]);
  expect((await listMails(stage, "pursuit-news")).map(({ props }) => props.event)).toEqual(["offered", "accepted"]);
  expect(await countRows(stage, "pursuit_places")).toBe(1);
  expect(await stage.rows("select weekday from seat_holds order by weekday")).toEqual([{ weekday: 2 }, { weekday: 4 }]);
});

test("a shadow day that is taken begins no engagement", async () => {
  const pursuitId = await anaOffered(stage, "clinic-shadow");
  expect(valueIn(await answer(pursuitId))).toEqual({ state: "accepted", withdrawn: 0 });
  expect(await countRows(stage, "engagements")).toBe(0);
});

test("refusing an offer frees place and seat, tells host and coordinators, and ends what the host may read", async () => {
  const pursuitId = await anaOffered(stage);
  await sendMails(stage);
  expect(valueIn(await answer(pursuitId, "no_thanks"))).toEqual({ state: "not_taken", withdrawn: 0 });
  for (const table of ["pursuit_places", "seat_holds", "engagements"]) expect(await countRows(stage, table)).toBe(0);
  expect(await listMails(stage, "mentor-status")).toMatchObject([{ props: { status: "offer_refused" } }]);
  expect(await stage.rows("select id from disclosures where withdrawn_at is null")).toEqual([]);
});

test("an offer is answered once, and only an offer is answered", async () => {
  const contacted = await anaContacted(stage, "clinic-desk");
  expect(reasonIn(await answer(contacted))).toBe("wrong_state");
  const offered = await anaOffered(stage);
  valueIn(await answer(offered));
  expect(reasonIn(await answer(offered))).toBe("wrong_state");
  expect(reasonIn(await answer(offered, "no_thanks"))).toBe("wrong_state");
});

test("taking an internship withdraws the overlapping internship pursuits in every live state, and no others", async () => {
  await setLakeview(stage, { livePursuitLimit: 10 });
  const asked = await anaAsks(stage, "bakery-morning");
  const suggested = await inesSuggests(stage, "ana", "salmon-count");
  const contacted = await anaContacted(stage, "clinic-desk");
  const rival = await anaContacted(stage, "garden-beds");
  await hostOffers(stage, rival);
  const shadow = await anaAsks(stage, "clinic-shadow");
  const interview = await anaAsks(stage, "hospital-interview");
  const service = await anaAsks(stage, "reading-buddies");
  const declined = await anaAsks(stage, "maker-prints");
  await stage.rows("update pursuits set state = 'declined' where id = $1", [declined]);
  const taken = await anaOffered(stage);
  expect(valueIn(await answer(taken))).toEqual({ state: "accepted", withdrawn: 4 });
  for (const id of [asked, suggested, contacted, rival]) expect(await stateOf(id)).toBe("withdrawn");
  for (const id of [shadow, interview, service]) expect(await stateOf(id)).toBe("requested");
  expect(await stateOf(declined)).toBe("declined");
});

test("the withdrawn hosts who knew are told, those who did not know hear nothing, and nobody else hears it twice", async () => {
  await setLakeview(stage, { livePursuitLimit: 10 });
  await anaAsks(stage, "salmon-count");
  await anaContacted(stage, "bakery-morning");
  await sendMails(stage);
  // Theo's mail about the desk has not left yet: it is stopped, and he never hears of Ana.
  await anaContacted(stage, "clinic-desk");
  const taken = await anaOffered(stage);
  valueIn(await answer(taken));
  const told = (await listMails(stage, "mentor-status")).map(({ to, props }) => [to, props.status]);
  expect(told.sort()).toEqual([
    [cast.carlos.mail, "withdrawn"],
    [cast.maya.mail, "accepted"],
  ]);
  const heard = [...(await listMails(stage, "pursuit-news")), ...(await listMails(stage, "student-status"))];
  expect(heard.flatMap(({ props }) => [props.event, props.status])).not.toContain("withdrawn");
  expect(
    await stage.rows("select recipient_mail from mails where kind = 'first-contact' and state = 'suppressed'"),
  ).toEqual([{ recipient_mail: cast.theo.mail }]);
});

test("an internship on another day, or in another term, stays", async () => {
  const friday = await ask(await copyListing(stage, "bakery-morning", { weekdays: [5] }));
  const spring = await ask(await copyListing(stage, "bakery-morning", { weekdays: [2, 4], startsOn: "2027-03-01" }));
  const taken = await anaOffered(stage);
  expect(valueIn(await answer(taken))).toEqual({ state: "accepted", withdrawn: 0 });
  expect(await stateOf(friday)).toBe("requested");
  expect(await stateOf(spring)).toBe("requested");
});

test("one shared day is an overlap, and an internship whose days nobody has said shares every day", async () => {
  const thursday = await ask(await copyListing(stage, "bakery-morning", { weekdays: [4, 5] }));
  const unsaid = await ask(await copyListing(stage, "bakery-morning", { weekdays: [] }));
  const taken = await anaOffered(stage);
  expect(valueIn(await answer(taken))).toEqual({ state: "accepted", withdrawn: 2 });
  expect(await stateOf(thursday)).toBe("withdrawn");
  expect(await stateOf(unsaid)).toBe("withdrawn");
});

test("taking a shadow day withdraws nothing, and another student's pursuits stay as they are", async () => {
  const internship = await anaAsks(stage, "bakery-morning");
  const jadas = await inesSuggests(stage, "jada", "salmon-count");
  const shadow = await anaOffered(stage, "clinic-shadow");
  valueIn(await answer(shadow));
  expect(await stateOf(internship)).toBe("requested");
  const taken = await anaOffered(stage);
  expect(valueIn(await answer(taken)).withdrawn).toBe(1);
  expect(await stateOf(jadas)).toBe("suggested");
});

test("of two overlapping offers taken at once exactly one is accepted, and the other is withdrawn", async () => {
  for (let round = 0; round < 3; round += 1) {
    await stage.clear();
    const one = await anaOffered(stage, "clinic-care");
    const two = await anaOffered(stage, "bakery-morning");
    const outcomes = await Promise.all([answer(one), answer(two)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect([await stateOf(one), await stateOf(two)].sort()).toEqual(["accepted", "withdrawn"]);
    expect(await stage.rows("select distinct pursuit_id from seat_holds")).toHaveLength(1);
  }
});

test("nobody takes an offer for the student", async () => {
  const pursuitId = await anaOffered(stage);
  for (const by of [student("jada"), student("keisha"), student("finn")])
    expect(reasonIn(await answer(pursuitId, "take", by))).toBe("not_found");
  expect(reasonIn(await answer(NOBODY))).toBe("not_found");
  for (const actor of [
    staff("ines"),
    staff("malik"),
    castActor(cast.rosa),
    castActor(cast.maya),
    castActor(cast.carlos),
  ])
    expect(reasonIn(await answerOffer(stage.wiring, actor, { pursuitId, answer: "take" }))).toBe("not_permitted");
  expect(await stateOf(pursuitId)).toBe("offered");
});
