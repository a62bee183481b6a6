import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { startSession } from "~/features/accounts/start-session.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { carryOutDepartures } from "~/features/mentors/carry-out-departures.server";
import { openMentorLeaving } from "~/features/mentors/open-mentor-leaving.server";
import { type LeavingWish, sayMentorLeaves } from "~/features/mentors/say-mentor-leaves.server";
import { undoMentorLeaves } from "~/features/mentors/undo-mentor-leaves.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { resumeInternship } from "~/features/pursuits/resume-internship.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { withIdentity } from "~db/scope.server";
import { anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  sendMails,
  valueIn,
} from "../../support/stage";
import { closeGates, inesPlans, listVisitRows, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows("create table kept_leads as select id, lead_mentor_id from placements");
  await stage.rows("create table kept_backups as select * from placement_backups");
});
beforeEach(async () => {
  await stage.clear();
  for (const undo of [
    "delete from mentor_departures",
    "update affiliations set to_on = null",
    "delete from identity.memberships where from_on = '2026-09-02'",
    "update identity.memberships set to_on = null where role = 'mentor'",
    "update placements p set lead_mentor_id = k.lead_mentor_id from kept_leads k where k.id = p.id",
    "delete from placement_backups",
    "insert into placement_backups select * from kept_backups",
    "update listings set state = 'published' where state = 'paused'",
  ])
    await stage.rows(undo);
});
afterAll(() => stage.close());

const { maya, theo, ana, rosa } = cast;
const { lakeview, harbor } = sampleSchools;
const LAST_DAY = "2026-10-16";
const WISH = {
  ...{ mentorId: maya.personId, organisationId: maya.organisationId, lastDay: LAST_DAY },
  ...{ reason: "She moves away.", nextLeads: [] },
};
const say = (by: Actor = staff("ines"), fields: Partial<LeavingWish> = {}) =>
  sayMentorLeaves(stage.wiring, by, { ...WISH, ...fields });
const departures = () =>
  stage.rows<{ id: string; undone_at: string | null }>("select * from mentor_departures order by said_at, id");
const undo = async (by: Actor = staff("ines")) => {
  const departure = (await departures()).at(-1);
  return undoMentorLeaves(stage.wiring, by, { departureId: departure?.id ?? NOBODY });
};
const carryOut = () => carryOutDepartures(stage.wiring);
const theDayAfter = async () => {
  stage.wiring.clock.set(new Date("2026-10-17T18:00:00Z"));
  await carryOut();
};
const placeOf = async (listing: string) => {
  const [row] = await stage.rows<{ id: string; lead_mentor_id: string | null }>(
    "select p.id, p.lead_mentor_id from placements p join listings l on l.placement_id = p.id where l.id = $1",
    [lakeviewListing(listing)],
  );
  return row ?? { id: "", lead_mentor_id: null };
};
const engagements = () =>
  stage.rows<{ state: string; lead_mentor_id: string | null }>("select state, lead_mentor_id from engagements");
const findings = () =>
  stage.rows<{ school_id: string; subject_id: string; state: string; props: Record<string, string> }>(
    "select school_id, subject_id, state, props from staff_tasks where dedupe_key like 'find_contact:leaving:%'",
  );
const told = async (
  kind: "student-status" | "family-news" | "advisor-news" | "mentor-leaving" | "visit-news",
  event: string,
) => (await listMails(stage, kind)).filter(({ props }) => (props.status ?? props.event) === event).map(({ to }) => to);

/** Ana's running internship with Maya and a visit on a day after Maya's last. */
async function anaIsThere(): Promise<string> {
  const pursuitId = await anaContacted(stage);
  await stage.rows("update mails set state = 'sent', sent_at = now() where kind = 'first-contact'");
  await closeGates(stage);
  valueIn(await inesPlans(stage, pursuitId, THURSDAY));
  await stage.rows("update pursuits set state = 'accepted' where id = $1", [pursuitId]);
  await stage.rows(
    `insert into engagements (school_id, district_id, pursuit_id, lead_mentor_id, state, basis)
      values ($1, $2, $3, $4, 'active', 'unpaid_educational')`,
    [lakeview.schoolId, lakeview.districtId, pursuitId, maya.personId],
  );
  return pursuitId;
}

test("who reads that a mentor leaves reads what hangs on it, and until the day is over nothing changes but the notice to staff", async () => {
  await anaIsThere();
  const page = valueIn(await openMentorLeaving(stage.wiring, staff("ines"), { mentorId: maya.personId }));
  expect(page.organisations).toMatchObject([
    { id: maya.organisationId, leaving: null, touched: { internships: 1, visits: 1 } },
  ]);
  valueIn(await say());
  await carryOut();
  await carryOut();
  const tasks = await findings();
  expect(new Set(tasks.map((task) => task.school_id))).toEqual(new Set([lakeview.schoolId, harbor.schoolId]));
  expect(tasks.every(({ state, props }) => state === "open" && props.lastDay === LAST_DAY)).toBe(true);
  expect(new Set(tasks.map((task) => task.subject_id)).size).toBe(tasks.length);
  expect(await engagements()).toEqual([{ state: "active", lead_mentor_id: maya.personId }]);
  expect((await placeOf("clinic-care")).lead_mentor_id).toBe(maya.personId);
});

test("when the day is over the internship pauses and says so, visits are off, and whoever left has no way in: once", async () => {
  const pursuitId = await anaIsThere();
  valueIn(await say());
  await theDayAfter();
  await carryOut();
  expect(await engagements()).toEqual([{ state: "paused", lead_mentor_id: null }]);
  expect(await told("student-status", "lead_left")).toEqual([ana.mail]);
  expect(await told("family-news", "lead_left")).toEqual([rosa.mail]);
  expect(await told("advisor-news", "lead_left")).toEqual([cast.samir.mail, cast.tom.mail]);
  expect(await told("visit-news", "not_yours")).toEqual([maya.mail]);
  expect((await listVisitRows(stage)).map(({ state }) => state)).toEqual(["cancelled"]);
  expect(valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId })).pursuit.state).toBe("paused");
  const home = await openGuardianHome(stage.wiring, castActor(rosa));
  expect(JSON.stringify(home)).toContain('"paused"');
  const [listing] = await stage.rows("select state from listings where id = $1", [lakeviewListing("clinic-care")]);
  expect(listing).toEqual({ state: "paused" });
  expect(
    await stage.rows("select 1 from identity.links where person_id = $1 and ended_at is null", [maya.personId]),
  ).toEqual([]);
  const session = await withIdentity(stage.wiring, (tx) =>
    startSession(tx, { accountId: maya.accountId, device: "", now: stage.wiring.clock.now() }),
  );
  expect(JSON.stringify(session)).not.toContain(maya.organisationId);
  const audit = await stage.rows(
    "select 1 from audit_log where noun = 'engagement' and transition = 'pause' and school_id = $1",
    [lakeview.schoolId],
  );
  expect(audit).toHaveLength(1);
  expect((await findings()).filter(({ subject_id: id }) => id === lakeviewListing("clinic-care"))).toHaveLength(1);
});

test("a back-up who is cleared and named leads on: all are told once, and the visit changes calendars", async () => {
  const pursuitId = await anaIsThere();
  const { id: placementId } = await placeOf("clinic-care");
  valueIn(await say(staff("ines"), { nextLeads: [{ placementId, mentorId: theo.personId }] }));
  await stage.rows("update listings set reviewed_mentor_ids = $1", [[maya.personId, theo.personId]]);
  await theDayAfter();
  expect(await engagements()).toEqual([{ state: "active", lead_mentor_id: theo.personId }]);
  expect((await listVisitRows(stage)).map(({ state }) => state)).toEqual(["dated"]);
  expect(await told("student-status", "lead_new")).toEqual([ana.mail]);
  expect(await told("student-status", "lead_left")).toEqual([]);
  expect((await placeOf("clinic-care")).lead_mentor_id).toBe(theo.personId);
  expect(await told("advisor-news", "lead_new")).toEqual([cast.samir.mail, cast.tom.mail]);
  await carryOut();
  await sendMails(stage);
  const toHost = await stage.rows(
    `select kind, recipient_mail as to, state, coalesce(props ->> 'status', props ->> 'event') as what, props -> 'about' ->> 'sequence' as entry
      from mails where recipient_mentor_id is not null and kind in ('mentor-status', 'visit-news') order by created_at, id`,
  );
  expect(toHost).toEqual([
    { kind: "visit-news", to: maya.mail, state: "suppressed", what: "dated", entry: "0" },
    { kind: "mentor-status", to: theo.mail, state: "sent", what: "leads_now", entry: null },
    { kind: "visit-news", to: maya.mail, state: "sent", what: "not_yours", entry: "1" },
    { kind: "visit-news", to: theo.mail, state: "sent", what: "dated", entry: "1" },
  ]);
  const links =
    "select subject_id from identity.links where person_id = $1 and kind = 'first-contact' and ended_at is null";
  expect(await stage.rows(links, [theo.personId])).toEqual([{ subject_id: pursuitId }]);
  expect(await stage.rows(links, [maya.personId])).toEqual([]);
});

test("a mentor whose last day a coordinator wrote down hears it, and that it is taken back; who says it themselves hears nothing", async () => {
  valueIn(await say());
  expect(await told("mentor-leaving", "said")).toEqual([maya.mail]);
  valueIn(await undo());
  expect(await told("mentor-leaving", "taken_back")).toEqual([maya.mail]);
  await stage.rows("delete from mails");
  valueIn(await say(castActor(maya)));
  valueIn(await undo());
  expect(await told("mentor-leaving", "said")).toEqual([]);
  expect(await told("mentor-leaving", "taken_back")).toEqual([maya.mail]);
  await stage.rows("update mentor_contact_points set undeliverable_at = now() where mentor_id = $1", [maya.personId]);
  valueIn(await say());
  const tasks = await stage.rows(
    "select props ->> 'news' as news, notice ->> 'kind' as words from staff_tasks where kind = 'tell_host'",
  );
  await stage.rows("update mentor_contact_points set undeliverable_at = null where mentor_id = $1", [maya.personId]);
  expect(tasks).toEqual([{ news: "leaving_said", words: "mentor-leaving" }]);
});

test("an offer to a student whom no mail reaches still waits to be said when the mentor has left", async () => {
  const mailsOfAna = "update contact_points set undeliverable_at = $2 where person_id = $1 and kind = 'mail'";
  await stage.rows(mailsOfAna, [ana.personId, "2026-10-01"]);
  await anaOffered(stage);
  await sendMails(stage);
  valueIn(await say());
  await theDayAfter();
  const open = await stage.rows<{ news: string }>(
    "select props ->> 'news' as news from staff_tasks where kind = 'tell_student' and state = 'open' order by opened_at, id",
  );
  await stage.rows(mailsOfAna, [ana.personId, null]);
  expect(open.map(({ news }) => news)).toEqual(["status_offered", "status_lead_left"]);
});

test("a named lead whom the school has not read yet leads nothing there: it pauses, and staff are asked", async () => {
  await anaIsThere();
  const { id: placementId } = await placeOf("clinic-care");
  valueIn(await say(staff("ines"), { nextLeads: [{ placementId, mentorId: theo.personId }] }));
  await stage.rows("update listings set reviewed_mentor_ids = $1", [[maya.personId]]);
  await theDayAfter();
  expect(await engagements()).toEqual([{ state: "paused", lead_mentor_id: null }]);
  expect((await findings()).map((task) => task.subject_id)).toContain(lakeviewListing("clinic-care"));
  const [listing] = await stage.rows("select state from listings where id = $1", [lakeviewListing("clinic-care")]);
  expect(listing).toEqual({ state: "published" });
});

test("a first contact that has not left goes to nobody who has, and the request waits as it was approved", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await say());
  await theDayAfter();
  expect((await readPursuit(stage, pursuitId)).state).toBe("approved");
  expect((await listMails(stage, "first-contact")).map(({ state }) => state)).toEqual(["suppressed"]);
});

test("until the day is over it is taken back by who said it, and staff need not look any more", async () => {
  valueIn(await say());
  await carryOut();
  expect(reasonIn(await undo(staff("malik")))).toBe("other_school");
  expect(reasonIn(await undo(castActor(maya)))).toBe("other_school");
  expect(reasonIn(await undo(staff("tom")))).toBe("not_permitted");
  expect(reasonIn(await undo(staff("greta")))).toBe("not_found");
  valueIn(await undo());
  valueIn(await undo());
  await theDayAfter();
  expect((await placeOf("clinic-care")).lead_mentor_id).toBe(maya.personId);
  expect((await findings()).every(({ state }) => state === "done")).toBe(true);
  const ends = await stage.rows("select 1 from affiliations where mentor_id = $1 and to_on is not null", [
    maya.personId,
  ]);
  expect(ends).toEqual([]);
  stage.wiring.clock.set(new Date("2026-10-15T18:00:00Z"));
  valueIn(await say(castActor(maya)));
  await theDayAfter();
  expect(reasonIn(await undo())).toBe("is_over");
});

test("who is let in anew after the last day was said is let in until that day, and whoever stays after all has one way in", async () => {
  const open = () =>
    stage.rows("select id from identity.memberships where person_id = $1 and organisation_id = $2 and to_on is null", [
      maya.personId,
      maya.organisationId,
    ]);
  valueIn(await say());
  await stage.rows(
    `insert into identity.memberships (account_id, role, district_id, organisation_id, person_id, from_on)
      values ($1, 'mentor', $2, $3, $4, '2026-09-02')`,
    [maya.accountId, lakeview.districtId, maya.organisationId, maya.personId],
  );
  await carryOut();
  expect(await open()).toEqual([]);
  valueIn(await undo());
  expect(await open()).toHaveLength(1);
  valueIn(await say());
  await stage.rows("delete from identity.memberships where from_on = '2026-09-02'");
  await theDayAfter();
  expect(await open()).toEqual([]);
});

test("a mentor says it of themselves and of one organisation; staff of a school with a place there say it of any", async () => {
  const { ingrid, ingridAtGarden } = cast;
  const own = { mentorId: ingrid.personId, organisationId: ingrid.organisationId };
  expect(reasonIn(await say(castActor(maya), own))).toBe("not_permitted");
  expect(reasonIn(await say(castActor(ingridAtGarden), own))).toBe("not_permitted");
  for (const who of [staff("tom"), castActor(ana), castActor(rosa)])
    expect(reasonIn(await say(who))).toBe("not_permitted");
  expect(reasonIn(await say(staff("greta")))).toBe("not_found");
  valueIn(await say(castActor(ingrid), own));
  await carryOut();
  const ends = await stage.rows<{ organisation_id: string }>(
    "select 'tie' as what, organisation_id from affiliations where mentor_id = $1 and to_on is not null union all select 'way in', organisation_id from identity.memberships where person_id = $1 and to_on is not null",
    [ingrid.personId],
  );
  expect(ends).toEqual([
    { what: "tie", organisation_id: ingrid.organisationId },
    { what: "way in", organisation_id: ingrid.organisationId },
  ]);
  expect(reasonIn(await say(castActor(ingrid), own))).toBe("leaving_already");
});

test("a last day lies ahead and near, and only a cleared back-up of the place is named for it", async () => {
  expect(reasonIn(await say(staff("ines"), { lastDay: "2026-10-01" }))).toBe("day_over");
  expect(reasonIn(await say(staff("ines"), { lastDay: "2062-10-16" }))).toBe("too_far");
  const { id: placementId } = await placeOf("clinic-care");
  const name = (mentorId: string, by: Actor = staff("ines")) => say(by, { nextLeads: [{ placementId, mentorId }] });
  expect(reasonIn(await name(cast.carlos.personId))).toBe("lead_unknown");
  expect(reasonIn(await name(theo.personId, castActor(maya)))).toBe("lead_unknown");
  await stage.rows("create table kept_checks as select * from clearances where mentor_id = $1", [theo.personId]);
  await stage.rows("delete from clearances where mentor_id = $1", [theo.personId]);
  const uncleared = await name(theo.personId);
  await stage.rows("insert into clearances select * from kept_checks");
  expect(reasonIn(uncleared)).toBe("lead_unknown");
  expect(await departures()).toEqual([]);
});

test("a paused internship goes on with whom the host names, once the school has read who it is", async () => {
  const pursuitId = await anaIsThere();
  const resume = (by: Actor = staff("ines")) => resumeInternship(stage.wiring, by, { pursuitId });
  expect(reasonIn(await resume())).toBe("is_not_paused");
  valueIn(await say());
  await theDayAfter();
  expect(reasonIn(await resume())).toBe("lead_missing");
  const { id: placementId } = await placeOf("clinic-care");
  await stage.rows("update placements set lead_mentor_id = $1 where id = $2", [theo.personId, placementId]);
  await stage.rows("update listings set reviewed_mentor_ids = $1 where placement_id = $2", [
    [theo.personId],
    placementId,
  ]);
  for (const who of [staff("tom"), castActor(maya)]) expect(reasonIn(await resume(who))).toBe("not_permitted");
  expect(reasonIn(await resume(staff("malik")))).toBe("not_found");
  const [check] = await stage.rows<{ until: string }>(
    "select expires_on::text as until from clearances where mentor_id = $1",
    [theo.personId],
  );
  const countsUntil = (day?: string) =>
    stage.rows("update clearances set expires_on = $1 where mentor_id = $2", [day, theo.personId]);
  // The gate was closed by the checks of who has left.
  await countsUntil("2026-10-01");
  expect(reasonIn(await resume())).toBe("gate_open");
  await countsUntil(check?.until);
  valueIn(await resume());
  expect(await engagements()).toEqual([{ state: "active", lead_mentor_id: theo.personId }]);
  expect(await told("family-news", "lead_new")).toEqual([rosa.mail]);
  expect(reasonIn(await resume())).toBe("is_not_paused");
});
