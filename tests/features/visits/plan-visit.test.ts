import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { planVisit } from "~/features/visits/plan-visit.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import {
  giveLooking,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";
import { anaHasInterview, closeGates, inesPlans, listVisitRows, PLACE, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const news = async (): Promise<Record<string, unknown>[]> =>
  (await listMails(stage, "visit-news")).map(({ to, props }) => ({ to, ...props }));

test("with its gates closed a visit is dated at once: student, host and family get day, time and place", async () => {
  await anaHasInterview(stage);
  expect(await listVisitRows(stage)).toMatchObject([
    { state: "dated", starts_at: "2026-10-22T16:00:00.000Z", ends_at: "2026-10-22T22:00:00.000Z", place: PLACE },
  ]);
  const told = await news();
  expect(told.map(({ to, reader, event }) => [to, reader, event])).toEqual(
    expect.arrayContaining([
      [cast.ana.mail, "student", "dated"],
      [cast.maya.mail, "mentor", "dated"],
      [cast.rosa.mail, "family", "dated"],
    ]),
  );
  expect(told[0]?.about).toMatchObject({ startsAt: "2026-10-22T16:00:00.000Z", place: PLACE, sequence: 0 });
});

test("while a gate of such a visit is open nobody is told, the family is asked, and staff read what is missing", async () => {
  const pursuitId = await anaContacted(stage);
  expect(valueIn(await inesPlans(stage, pursuitId, { kind: "shadow_day" })).state).toBe("proposed");
  expect(await news()).toEqual([]);
  expect((await listMails(stage, "consent-request")).map(({ to }) => to)).toContain(cast.rosa.mail);
  const page = valueIn(await openPursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(page.visits).toMatchObject([{ state: "proposed", waitsFor: expect.arrayContaining(["participate_consent"]) }]);
  const own = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(own.visits).toEqual([]);
});

test("a proposed visit is dated once everything is closed, and not before", async () => {
  const pursuitId = await anaContacted(stage);
  const { visitId } = valueIn(await inesPlans(stage, pursuitId, { kind: "shadow_day" }));
  const date = (change: object = {}) =>
    dateVisit(stage.wiring, staff("ines"), { visitId, place: PLACE, ...THURSDAY, ...change });
  expect(valueIn(await date({ day: "2026-10-29" })).state).toBe("proposed");
  expect(await listVisitRows(stage)).toMatchObject([{ state: "proposed", starts_at: "2026-10-29T16:00:00.000Z" }]);
  expect(await news()).toEqual([]);
  await closeGates(stage);
  expect(valueIn(await date()).state).toBe("dated");
  expect((await news()).length).toBeGreaterThanOrEqual(3);
});

test("another time or place has the same entry with a higher number", async () => {
  const { visitId } = await anaHasInterview(stage);
  const moved = { visitId, place: "By video; the school opens the call.", ...THURSDAY, from: "10:00", to: "11:00" };
  valueIn(await dateVisit(stage.wiring, staff("ines"), moved));
  const ofAna = (await news()).filter(({ to }) => to === cast.ana.mail);
  expect(ofAna).toMatchObject([
    { event: "dated", about: { visitId, sequence: 0 } },
    { event: "moved", about: { visitId, sequence: 1, startsAt: "2026-10-22T17:00:00.000Z", place: moved.place } },
  ]);
});

test("a dated visit is not moved while a gate is open again", async () => {
  const { visitId } = await anaHasInterview(stage);
  await stage.rows("update gates set state = 'open', confirmed_on = null where kind = 'travel_plan'");
  const again = { visitId, place: PLACE, ...THURSDAY, from: "10:00" };
  expect(reasonIn(await dateVisit(stage.wiring, staff("ines"), again))).toBe("still_needed");
  expect(await listVisitRows(stage)).toMatchObject([{ sequence: 0, starts_at: "2026-10-22T16:00:00.000Z" }]);
});

test("the same plan sent twice is one visit, also at once", async () => {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  const both = await Promise.all([inesPlans(stage, pursuitId), inesPlans(stage, pursuitId)]);
  expect(valueIn(both[0]).visitId).toBe(valueIn(both[1]).visitId);
  expect(await listVisitRows(stage)).toHaveLength(1);
});

test("what makes no sense is refused in its own words", async () => {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  const refusal = async (change: object) => reasonIn(await inesPlans(stage, pursuitId, change));
  expect(await refusal({ from: "15:00", to: "09:00" })).toBe("ends_before_start");
  expect(await refusal({ from: "06:00", to: "23:00" })).toBe("too_long");
  expect(await refusal({ day: "2026-10-15", from: "09:00", to: "10:00" })).toBe("in_the_past");
  expect(await refusal({ day: "2028-01-01" })).toBe("too_far");
  expect(await listVisitRows(stage)).toEqual([]);
});

test("a student is at one visit at a time, whatever pursuit it belongs to", async () => {
  await anaHasInterview(stage);
  const other = await anaApproved(stage, "hospital-interview");
  await closeGates(stage);
  await stage.rows("update pursuits set state = 'contacted', contacted_at = now() where id = $1", [other]);
  expect(reasonIn(await inesPlans(stage, other, { from: "14:00", to: "16:00" }))).toBe("student_busy");
  expect(valueIn(await inesPlans(stage, other, { from: "15:00", to: "16:00" })).state).toBe("dated");
});

test("before the host knows of the student nothing is planned", async () => {
  const pursuitId = await anaApproved(stage);
  expect(reasonIn(await inesPlans(stage, pursuitId))).toBe("not_contacted");
});

test("a guardian who may not know whereabouts learns no day and no place, and gets no calendar entry", async () => {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  valueIn(await inesPlans(stage, pursuitId));
  const [told] = (await news()).filter(({ to }) => to === cast.rosa.mail);
  expect(told).toMatchObject({ reader: "family", about: null });
  expect(JSON.stringify(told)).not.toMatch(/2026-10-22|Elm Street|Clinic/i);
  await stage.rows("update guardian_links set may_know_whereabouts = true where guardian_id = $1", [
    cast.rosa.personId,
  ]);
});

test("a guardian whom no mail reaches is told by staff, with the day", async () => {
  await giveLooking(stage, "hodan", "abdi");
  const asked = { listingId: lakeviewListing("hospital-interview"), note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("hodan"), asked));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await stage.rows("update pursuits set state = 'contacted', contacted_at = now() where id = $1", [pursuitId]);
  await closeGates(stage);
  valueIn(await inesPlans(stage, pursuitId));
  expect(await stage.rows("select props from staff_tasks where kind = 'tell_family'")).toMatchObject([
    { props: { personId: cast.abdi.personId, language: "so", news: "visit_dated", startsAt: "2026-10-22T16:00:00Z" } },
  ]);
});

test("only coordinators and admins of the school plan and move", async () => {
  const { pursuitId, visitId } = await anaHasInterview(stage);
  const plan = { pursuitId, kind: "shadow_day" as const, place: PLACE, ...THURSDAY };
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await planVisit(stage.wiring, actor, plan))).toBe("not_permitted");
    expect(reasonIn(await dateVisit(stage.wiring, actor, { ...plan, visitId }))).toBe("not_permitted");
  }
  for (const by of [staff("malik"), staff("greta")]) {
    expect(reasonIn(await planVisit(stage.wiring, by, plan))).toBe("not_found");
    expect(reasonIn(await dateVisit(stage.wiring, by, { ...plan, visitId }))).toBe("not_found");
  }
  expect(reasonIn(await planVisit(stage.wiring, staff("ines"), { ...plan, pursuitId: NOBODY }))).toBe("not_found");
});
