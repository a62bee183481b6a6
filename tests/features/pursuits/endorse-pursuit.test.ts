import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { giveCover } from "~/features/advisories/give-cover.server";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { setAdvisory } from "~/features/people/set-advisory.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { endorsePursuit } from "~/features/pursuits/endorse-pursuit.server";
import { listOwnPursuits } from "~/features/pursuits/list-own-pursuits.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { recordRequest } from "~/features/pursuits/record-request.server";
import { settleEndorsing } from "~/features/pursuits/settle-endorsing.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { toAdvisorView } from "~/routes/advisor.pursuits.$pursuitId/view.server";
import { cast, castActor } from "~db/cast";
import { advisoryIdOf } from "~db/seed/write-people.server";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import {
  lakeviewListing,
  listMails,
  openStage,
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
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from advisory_covers");
  await setLakeview(stage, { advisorEndorses: true });
});
afterAll(() => stage.close());

const DAY_MINUTES = 24 * 60;
const endorse = (pursuitId: string, by = staff("tom"), answer: "endorse" | "doubt" = "endorse", note = "") =>
  endorsePursuit(stage.wiring, by, { pursuitId, answer, note });
const approve = (pursuitId: string, note?: string) => approvePursuit(stage.wiring, staff("ines"), { pursuitId, note });
const requestsForInes = async () =>
  valueIn(await openCoordinatorHome(stage.wiring, staff("ines"))).waiting.filter(({ kind }) => kind === "request");
const toEndorse = async (by = staff("tom")) =>
  (await openAdvisory(stage.wiring, by)).students.flatMap(({ pursuits }) =>
    pursuits.flatMap(({ id, toEndorse: asked, next }) => (asked ? [{ id, note: asked.note, by: next.by }] : [])),
  );
const isWithAdvisor = async () => (await listOwnPursuits(stage.wiring, student("ana")))[0]?.waits_for_advisor;
const wordOn = async (pursuitId: string) =>
  valueIn(await openPursuit(stage.wiring, staff("ines"), { pursuitId })).endorsement;

test("a request waits for the advisor, who is mailed, and is the coordinators' once it is endorsed", async () => {
  const pursuitId = await anaAsks(stage);
  expect((await listMails(stage, "endorsement-asked")).map(({ to }) => to)).toEqual([cast.tom.mail]);
  expect(await toEndorse()).toEqual([{ id: pursuitId, note: "I love animals.", by: "advisor" }]);
  expect(await isWithAdvisor()).toBe(true);
  expect(await requestsForInes()).toEqual([]);
  expect(reasonIn(await approve(pursuitId))).toBe("not_endorsed");
  expect(await wordOn(pursuitId)).toMatchObject({ state: "open", advisors: [cast.tom.name] });
  valueIn(await endorse(pursuitId, staff("tom"), "endorse", "She is ready."));
  expect(reasonIn(await endorse(pursuitId))).toBe("not_open");
  expect(await toEndorse()).toEqual([]);
  expect(await isWithAdvisor()).toBe(false);
  expect(await requestsForInes()).toMatchObject([{ key: pursuitId, isPress: true }]);
  expect(await wordOn(pursuitId)).toMatchObject({ state: "met", by: cast.tom.name, note: "She is ready." });
  valueIn(await approve(pursuitId));
});

test("a request taken down for a student waits for the advisor too, even for the one who took it down", async () => {
  const said = { channel: "in_person", interpreter: "", evidence: "After class.", note: "I love dogs." } as const;
  const asked = { listingId: lakeviewListing("clinic-care"), studentId: cast.ana.personId, ...said };
  const { pursuitId } = valueIn(await recordRequest(stage.wiring, staff("tom"), asked));
  expect(await toEndorse()).toEqual([{ id: pursuitId, note: "I love dogs.", by: "advisor" }]);
  expect(reasonIn(await approve(pursuitId))).toBe("not_endorsed");
  valueIn(await endorse(pursuitId));
  valueIn(await approve(pursuitId));
});

test("a doubt needs words, reaches the coordinators and neither the student nor the log", async () => {
  const pursuitId = await anaAsks(stage);
  expect(reasonIn(await endorse(pursuitId, staff("tom"), "doubt", " "))).toBe("note_missing");
  valueIn(await endorse(pursuitId, staff("tom"), "doubt", "Too far from her bus."));
  expect(await wordOn(pursuitId)).toMatchObject({ state: "waived", note: "Too far from her bus." });
  const own = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(JSON.stringify(own)).not.toContain("bus");
  expect(own.endorsement).toBeNull();
  expect(
    await stage.rows("select actor_id, to_state, reason from audit_log where transition = 'gate:endorsement'"),
  ).toEqual([{ actor_id: cast.tom.personId, to_state: "waived", reason: "" }]);
  expect(await requestsForInes()).toHaveLength(1);
});

test("a coordinator decides without the advisor by a note, or declines, and sees it at home after seven days", async () => {
  const pursuitId = await anaAsks(stage);
  stage.wiring.clock.pass(8 * DAY_MINUTES);
  expect(await requestsForInes()).toMatchObject([{ key: pursuitId, isPress: false }]);
  valueIn(await approve(pursuitId, "Tom is ill."));
  const word = { state: "waived", by: cast.ines.name, isAdvisors: false };
  expect(await wordOn(pursuitId)).toMatchObject({ ...word, note: "Tom is ill." });
  const seenByTom = toAdvisorView(valueIn(await openPursuit(stage.wiring, staff("tom"), { pursuitId })));
  expect(seenByTom.endorsement).toMatchObject({ ...word, note: "" });
  expect(reasonIn(await endorse(pursuitId))).toBe("not_open");
  const other = await anaAsks(stage, "bakery-morning");
  const words = { textForStudent: "Not now.", textForStaff: "" };
  valueIn(await declinePursuit(stage.wiring, staff("ines"), { pursuitId: other, ...words }));
  expect(reasonIn(await endorse(other))).toBe("not_open");
  expect(await toEndorse()).toEqual([]);
});

test("who covers today endorses; another advisor, a student, a guardian, a host and other schools may not", async () => {
  const pursuitId = await anaAsks(stage);
  for (const key of ["june", "samir", "malik", "greta", "ines"] as const)
    expect(reasonIn(await endorse(pursuitId, staff(key)))).toBe("not_found");
  for (const actor of [student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await endorsePursuit(stage.wiring, actor, { pursuitId, answer: "endorse", note: "" }))).toBe(
      "not_permitted",
    );
  const plan = { advisoryId: advisoryIdOf("lakeview", cast.tom.name), personId: cast.june.personId };
  valueIn(await giveCover(stage.wiring, staff("tom"), { ...plan, from: "2026-10-15", to: "2026-10-15" }));
  valueIn(await endorse(pursuitId, staff("june")));
});

test("a mail of a request that was taken back, or is not the advisor's any more, does not leave", async () => {
  const pursuitId = await anaAsks(stage);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  await sendMails(stage);
  expect((await listMails(stage, "endorsement-asked")).map(({ state }) => state)).not.toContain("sent");
});

test("a request of a student who has no advisor any more is the coordinators'", async () => {
  const pursuitId = await anaAsks(stage);
  const studentId = cast.ana.personId;
  const put = (advisoryId: string | null) => setAdvisory(stage.wiring, staff("ines"), { studentId, advisoryId });
  valueIn(await put(null));
  expect(await requestsForInes()).toMatchObject([{ key: pursuitId, isPress: true }]);
  expect(await wordOn(pursuitId)).toMatchObject({ state: "waived", by: cast.ines.name, isAdvisors: false });
  valueIn(await put(advisoryIdOf("lakeview", cast.tom.name)));
});

test("a coordinator turns it on and off; what waits then waits for the coordinators, and nobody else may", async () => {
  const settle = (endorsing: "on" | "off", by = staff("ines")) => settleEndorsing(stage.wiring, by, { endorsing });
  const pursuitId = await anaAsks(stage);
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await settleEndorsing(stage.wiring, actor, { endorsing: "off" }))).toBe("not_permitted");
  valueIn(await settle("off", staff("malik")));
  expect(await requestsForInes()).toEqual([]);
  valueIn(await settle("off"));
  valueIn(await settle("off"));
  expect(await requestsForInes()).toMatchObject([{ key: pursuitId, isPress: true }]);
  valueIn(await settle("on"));
  expect(
    await stage.rows("select transition from audit_log where noun = 'school' and school_id = $1 order by at, id", [
      cast.ines.schoolId,
    ]),
  ).toEqual([{ transition: "ask_no_advisors" }, { transition: "ask_advisors" }]);
  valueIn(await approve(pursuitId));
});
