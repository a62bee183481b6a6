import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMentorHome } from "~/features/mentors/open-mentor-home.server";
import { sayMentorLeaves } from "~/features/mentors/say-mentor-leaves.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";
import { anaHasInterview, PLACE } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update mentors set suspended_at = null");
  await stage.rows("update identity.memberships set suspended_at = null");
  await stage.rows("delete from mentor_departures");
  await stage.rows("update listings set review_note = ''");
});
afterAll(() => stage.close());

const { maya, ana } = cast;
type Host = "maya" | "theo" | "carlos" | "ingrid" | "ruth";
const home = (key: Host = "maya") => openMentorHome(stage.wiring, castActor(cast[key as CastKey & Host]));
const CLINIC = "Ana → Help care for animals at a clinic";

/** Ana works at the clinic on Thursdays until Christmas. */
async function anaWorksThere(): Promise<string> {
  const pursuitId = await anaContacted(stage);
  await stage.rows(
    `with one as (update pursuits set state = 'accepted' where id = $1 returning *),
      held as (insert into seat_holds (school_id, listing_id, seat_no, weekday, during, pursuit_id)
        select school_id, listing_id, 1, 4, '[2026-10-01,2026-12-18]', id from one)
      insert into engagements (school_id, pursuit_id, district_id, state, basis, starts_on, ends_on)
        select school_id, id, $2, 'active', 'unpaid_educational', '2026-10-01', '2026-12-11' from one`,
    [pursuitId, ana.districtId],
  );
  return pursuitId;
}

test("a first contact waits for an answer, and a day with the student stands with the hours of the school", async () => {
  const { pursuitId, visitId } = await anaHasInterview(stage);
  expect(await home()).toMatchObject({
    waiting: [{ kind: "answer", title: CLINIC, to: `/mentor/pursuits/${pursuitId}` }],
    coming: [
      { key: visitId, kind: "informational_interview", day: "2026-10-22", from: "09:00", to: "15:00", place: PLACE },
    ],
    students: [],
    lastDay: null,
  });
  stage.wiring.clock.set(new Date("2026-10-22T22:00:00Z"));
  const { waiting, coming } = await home();
  expect(coming).toEqual([]);
  expect(waiting.map(({ kind, since }) => ({ kind, since })).at(-1)).toEqual({
    ...{ kind: "outcome", since: "2026-10-22T22:00:00.000Z" },
  });
});

test("messages, a note of the school and a check that ends stand in one list, the longest waiting first", async () => {
  const pursuitId = await anaTalks(stage);
  stage.wiring.clock.pass(60);
  for (const body of ["Hello", "Are you there?"]) valueIn(await say(stage, { actor: student("ana"), pursuitId, body }));
  await stage.rows(
    "update listings set state = 'in_review', review_note = 'Say more.', updated_at = $2 where id = $1",
    [lakeviewListing("clinic-desk"), "2026-10-16T18:00:00Z"],
  );
  await stage.rows("update clearances set expires_on = '2026-11-20' where school_id = $1 and mentor_id = $2", [
    ...[ana.schoolId, maya.personId],
  ]);
  const { waiting } = await home();
  expect(waiting.map(({ kind }) => kind)).toEqual(["check", "answer", "messages", "listing"]);
  expect(waiting[0]).toMatchObject({ endsOn: "2026-11-20", help: { phone: expect.stringMatching(/\d/) } });
  expect(waiting[2]).toMatchObject({ count: 2, title: CLINIC, to: `/conversations/${pursuitId}` });
  await stage.rows("update placements set updated_at = '2026-10-17' where organisation_id = $1", [maya.organisationId]);
  expect((await home()).waiting.map(({ kind }) => kind)).not.toContain("listing");
});

test("an internship that runs comes on its next day that the school is open", async () => {
  const pursuitId = await anaWorksThere();
  expect((await home()).coming).toMatchObject([{ pursuitId, title: CLINIC, day: "2026-10-15" }]);
  stage.wiring.clock.set(new Date("2026-12-11T18:00:00Z"));
  expect((await home()).coming).toEqual([]);
});

test("a colleague reads the first contact and no day, and nobody else reads anything of it", async () => {
  await anaHasInterview(stage);
  await stage.rows("delete from placement_backups where mentor_id = $1", [cast.theo.personId]);
  const theos = await home("theo");
  expect(theos.waiting.map(({ kind }) => kind)).toEqual(["answer"]);
  expect(theos.coming).toEqual([]);
  for (const key of ["carlos", "ingrid", "ruth"] as const)
    expect(await home(key)).toEqual({ waiting: [], coming: [], students: [], lastDay: null });
  for (const forged of [{ organisationId: cast.carlos.organisationId }, { districtId: cast.ruth.districtId }])
    expect(await openMentorHome(stage.wiring, { ...castActor(maya), ...forged })).toMatchObject({
      waiting: [],
      coming: [],
    });
});

test("a mentor who leaves reads their last day, and a suspended one reads nothing", async () => {
  await anaHasInterview(stage);
  const wish = {
    mentorId: maya.personId,
    organisationId: maya.organisationId,
    nextLeads: [],
    reason: "She moves away.",
  };
  valueIn(await sayMentorLeaves(stage.wiring, staff("ines"), { ...wish, lastDay: "2026-10-30" }));
  expect((await home()).lastDay).toBe("2026-10-30");
  valueIn(await suspendMentor(stage.wiring, staff("ines"), { mentorId: maya.personId, reason: "zz" }));
  expect(await home()).toEqual({ waiting: [], coming: [], students: [], lastDay: null });
});
