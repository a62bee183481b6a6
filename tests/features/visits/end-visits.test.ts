import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { callOffVisit } from "~/features/visits/call-off-visit.server";
import { endVisit } from "~/features/visits/end-visit.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { hostByLink, listMails, listTaskKinds, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { anaHasInterview, listVisitRows } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const REASON = "The clinic is closed on that day.";
const cancelled = async () =>
  (await listMails(stage, "visit-news")).filter(({ props }) => props.event === "cancelled").map(({ to }) => to);
const callOff = (by: Parameters<typeof callOffVisit>[1], at: { pursuitId: string; visitId: string }) =>
  callOffVisit(stage.wiring, by, { ...at, reason: REASON });

test("staff, the student and the host each call a visit off: everybody who knew is told, staff get a task", async () => {
  for (const who of ["staff", "student", "mentor", "link"] as const) {
    await stage.clear();
    const at = await anaHasInterview(stage);
    const actor = {
      staff: staff("ines"),
      student: student("ana"),
      mentor: castActor(cast.maya),
      link: await hostByLink(stage, at.pursuitId),
    }[who];
    expect(valueIn(await callOff(actor, at))).toMatchObject({ from: "dated", to: "cancelled" });
    expect(await cancelled()).toEqual(expect.arrayContaining([cast.ana.mail, cast.maya.mail, cast.rosa.mail]));
    expect(await listVisitRows(stage)).toMatchObject([{ state: "cancelled", sequence: 1 }]);
    expect((await listTaskKinds(stage)).includes("visit_called_off")).toBe(who !== "staff");
    const [act] = await stage.rows("select actor_kind, reason from audit_log where transition = 'cancel'");
    expect(act).toMatchObject({ reason: REASON });
    // A second click finds it done.
    expect(reasonIn(await callOff(actor, at))).toBe("wrong_state");
  }
});

test("the reason reaches staff and nobody else", async () => {
  const at = await anaHasInterview(stage);
  valueIn(await callOff(castActor(cast.maya), at));
  const mails = await listMails(stage);
  expect(JSON.stringify(mails)).not.toContain(REASON);
  const [task] = await stage.rows("select props from staff_tasks where kind = 'visit_called_off'");
  expect(task).toMatchObject({ props: { message: REASON, by: "host" } });
  expect(reasonIn(await callOffVisit(stage.wiring, staff("ines"), { ...at, reason: "  " }))).toBe("reason_missing");
});

test("once it has begun, staff or the host say how it went; before that nobody does, and the student never", async () => {
  const at = await anaHasInterview(stage);
  expect(reasonIn(await endVisit(stage.wiring, staff("ines"), { ...at, came: true }))).toBe("not_begun");
  stage.wiring.clock.set(new Date("2026-10-22T23:00:00Z"));
  expect(reasonIn(await endVisit(stage.wiring, student("ana"), { ...at, came: true }))).toBe("not_permitted");
  expect(valueIn(await endVisit(stage.wiring, castActor(cast.maya), { ...at, came: true })).to).toBe("done");
  expect(reasonIn(await endVisit(stage.wiring, staff("ines"), { ...at, came: false }))).toBe("wrong_state");
});

test("a pursuit that ends takes its coming visits with it; one that is over stays", async () => {
  const at = await anaHasInterview(stage);
  stage.wiring.clock.set(new Date("2026-10-22T23:00:00Z"));
  valueIn(await endVisit(stage.wiring, staff("ines"), { ...at, came: true }));
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId: at.pursuitId, reason: "" }));
  expect(await listVisitRows(stage)).toMatchObject([{ state: "done" }]);
  await stage.clear();
  const { pursuitId } = await anaHasInterview(stage);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await listVisitRows(stage)).toMatchObject([{ state: "cancelled" }]);
  expect(await cancelled()).toEqual(expect.arrayContaining([cast.ana.mail, cast.maya.mail]));
});

test("the host and the family read the day on their pages, the family only where it may know whereabouts", async () => {
  const { pursuitId } = await anaHasInterview(stage);
  const host = valueIn(await openFirstContact(stage.wiring, castActor(cast.maya), { pursuitId }));
  expect(host.visits).toMatchObject([{ state: "dated", place: expect.stringContaining("Elm Street") }]);
  const home = async () => (await openGuardianHome(stage.wiring, castActor(cast.rosa))).children[0]?.visits;
  expect(await home()).toHaveLength(1);
  await stage.rows("update guardian_links set may_know_whereabouts = false where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await home()).toEqual([]);
  await stage.rows("update guardian_links set may_know_whereabouts = true where guardian_id = $1", [
    cast.rosa.personId,
  ]);
});

test("strangers call nothing off and say nothing of how it went", async () => {
  const at = await anaHasInterview(stage);
  const strangers = [student("hodan"), student("finn"), staff("malik"), staff("greta"), castActor(cast.carlos)];
  for (const actor of strangers) {
    expect(reasonIn(await callOff(actor, at))).toBe("not_found");
    expect(reasonIn(await endVisit(stage.wiring, actor, { ...at, came: true }))).toBe("not_found");
  }
  for (const actor of [staff("tom"), castActor(cast.rosa)]) {
    expect(reasonIn(await callOff(actor, at))).toBe("not_permitted");
    expect(reasonIn(await endVisit(stage.wiring, actor, { ...at, came: true }))).toBe("not_permitted");
  }
  expect(await listVisitRows(stage)).toMatchObject([{ state: "dated", sequence: 0 }]);
});
