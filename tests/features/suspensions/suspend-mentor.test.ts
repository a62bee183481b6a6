import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { findSession } from "~/features/accounts/find-session.server";
import { startSession } from "~/features/accounts/start-session.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { moveListings } from "~/features/placements/move-listings.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { expirePursuits } from "~/features/pursuits/expire-pursuits.server";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { openMentorSafety } from "~/features/suspensions/open-mentor-safety.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { enqueueMail } from "~db/mails.server";
import { withIdentity, withScope } from "~db/scope.server";
import { anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  hostByLink,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from mentor_suspensions");
  await stage.rows("update mentors set suspended_at = null");
  await stage.rows("update identity.memberships set suspended_at = null");
  await stage.rows("update listings set state = 'published' where state = 'paused'");
});
afterAll(() => stage.close());

const mentorId = cast.maya.personId;
const { lakeview, harbor } = sampleSchools;
const suspend = (who: Actor = staff("ines"), reason = "zzreason He drove her home.") =>
  suspendMentor(stage.wiring, who, { mentorId, reason });
const lift = (who: Actor = staff("ines"), reason = "zzreason It was settled.") =>
  liftSuspension(stage.wiring, who, { mentorId, reason });
const led = () =>
  stage.rows<{ school_id: string; state: string }>(
    `select l.school_id, l.state from listings l join placements p on (p.district_id, p.id) = (l.district_id, l.placement_id)
      where p.lead_mentor_id = $1 and l.state in ('published', 'paused') order by l.id`,
    [mentorId],
  );
const tasks = (news: "paused" | "goes_on") =>
  stage.rows<{ school_id: string; subject_id: string; state: string; props: Record<string, string> }>(
    "select school_id, subject_id, state, props from staff_tasks where kind = 'tell_family' and props ->> 'news' = $1 order by opened_at",
    [news],
  );
const suspensions = () => stage.rows<{ lifted_at: string | null }>("select lifted_at from mentor_suspensions");
const signIn = () =>
  withIdentity(stage.wiring, (tx) =>
    startSession(tx, { accountId: cast.maya.accountId, device: "", now: stage.wiring.clock.now() }),
  );
const pursuitOf = async (pursuitId: string) =>
  valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId })).pursuit;
/** One running internship of Ana's with Maya. */
const startEngagement = (pursuitId: string) =>
  stage.rows(
    `insert into engagements (school_id, district_id, pursuit_id, lead_mentor_id, state, basis)
      values ($1, $2, $3, $4, 'active', 'unpaid_educational')`,
    [lakeview.schoolId, lakeview.districtId, pursuitId, mentorId],
  );
const closeGates = (state: "met" | "open") =>
  stage.rows("update gates set state = $1, confirmed_on = '2026-10-14'", [state]);
const engagements = async () =>
  (await stage.rows<{ state: string }>("select state from engagements")).map(({ state }) => state);

test("one press pauses what a mentor leads in every school of the district, and the end of it brings back just that", async () => {
  const before = await led();
  expect(new Set(before.map((row) => row.school_id))).toEqual(new Set([lakeview.schoolId, harbor.schoolId]));
  await stage.rows(
    "update listings set state = 'paused' where school_id = $1 and state = 'published' and placement_id in (select id from placements where lead_mentor_id = $2)",
    [harbor.schoolId, mentorId],
  );
  const mixed = await led();
  const pursuitId = await anaContacted(stage);
  await startEngagement(pursuitId);
  valueIn(await suspend());
  expect(new Set((await led()).map(({ state }) => state))).toEqual(new Set(["paused"]));
  expect(await engagements()).toEqual(["paused"]);
  await closeGates("met");
  valueIn(await lift());
  expect(await led()).toEqual(mixed);
  expect(await engagements()).toEqual(["active"]);
});

test("what comes back by itself was read by nobody: a mentor whom an import names reads nothing before a coordinator did", async () => {
  const place = "(select placement_id from listings where id = $1)";
  const listingId = lakeviewListing("clinic-care");
  const read = () =>
    stage.rows<{ reviewed_mentor_ids: string[] }>("select reviewed_mentor_ids from listings where id = $1", [
      listingId,
    ]);
  await stage.rows("update listings set reviewed_mentor_ids = '{}' where id = $1", [listingId]);
  await stage.rows(`update placements set revision = revision + 1 where id = ${place}`, [listingId]);
  valueIn(await suspend());
  valueIn(await lift());
  expect(await stage.rows("select state from listings where id = $1", [listingId])).toEqual([{ state: "published" }]);
  expect(await read()).toEqual([{ reviewed_mentor_ids: [] }]);
  valueIn(await moveListings(stage.wiring, staff("ines"), { listingIds: [listingId], move: "pause" }));
  valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [listingId] }));
  expect((await read())[0]?.reviewed_mentor_ids).toContain(mentorId);
});

test("an engagement with an open gate stays paused at the end of it, and staff are asked to call", async () => {
  const pursuitId = await anaOffered(stage);
  await stage.rows("update mails set state = 'sent', sent_at = now() where kind = 'first-contact'");
  await startEngagement(pursuitId);
  valueIn(await suspend());
  await closeGates("open");
  valueIn(await lift());
  expect(await engagements()).toEqual(["paused"]);
  expect((await tasks("goes_on")).map(({ subject_id }) => subject_id)).toEqual([pursuitId]);
});

test("in another school of the district it holds too, and its index jobs and log are its own", async () => {
  valueIn(await suspend());
  const paused = (await led()).filter((row) => row.school_id === harbor.schoolId);
  expect(paused.map(({ state }) => state)).toContain("paused");
  const [act] = await stage.rows<{ actor_kind: string; actor_id: string | null; reason: string }>(
    "select actor_kind, actor_id, reason from audit_log where school_id = $1 and transition = 'pause'",
    [harbor.schoolId],
  );
  expect(act).toEqual({ actor_kind: "system", actor_id: null, reason: "" });
  const jobs = await stage.rows(
    "select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'sync-placement'",
  );
  expect(jobs.length).toBeGreaterThan(0);
});

test("staff who are neither a lead nor an admin, other roles and strangers cannot suspend or end it", async () => {
  for (const who of [
    staff("tom"),
    castActor(cast.luis),
    castActor(cast.ana),
    castActor(cast.maya),
    castActor(cast.rosa),
  ])
    expect(reasonIn(await suspend(who))).toBe("not_permitted");
  for (const key of ["greta", "hannah"] as const)
    expect(reasonIn(await suspend(castActor(cast[key])))).toBe("not_found");
  expect(reasonIn(await suspendMentor(stage.wiring, staff("ines"), { mentorId: NOBODY, reason: "x" }))).toBe(
    "not_found",
  );
  expect(reasonIn(await suspend(staff("ines"), "  "))).toBe("reason_missing");
  expect(await suspensions()).toEqual([]);
  valueIn(await suspend());
  expect(reasonIn(await lift(staff("tom")))).toBe("not_permitted");
  expect(reasonIn(await lift(staff("walter")))).toBe("other_school");
  expect(reasonIn(await lift(staff("priya"), ""))).toBe("reason_missing");
});

test("a lead who is the mentor in another role neither suspends, ends it, nor reads why", async () => {
  const mine = "update identity.memberships set account_id = $1 where person_id = $2";
  await stage.rows(mine, [cast.ines.accountId, mentorId]);
  expect(reasonIn(await suspend())).toBe("not_permitted");
  valueIn(await suspend(staff("priya")));
  expect(reasonIn(await lift())).toBe("not_permitted");
  expect(valueIn(await openMentorSafety(stage.wiring, staff("ines"), { mentorId })).reasons).toEqual([]);
  await stage.rows(mine, [cast.maya.accountId, mentorId]);
});

test("a double click and two leads at once make one suspension, and so does its end", async () => {
  const pursuitId = await anaContacted(stage);
  for (const outcome of await Promise.all([suspend(), suspend(), suspend(staff("priya"))])) valueIn(outcome);
  expect(await suspensions()).toEqual([{ lifted_at: null }]);
  expect(await stage.rows("select 1 from suspension_reasons")).toHaveLength(1);
  const acts = () => stage.rows("select 1 from audit_log where noun = 'mentor'");
  expect(await acts()).toHaveLength(1);
  const ended = await Promise.all([lift(), lift(staff("priya"))]);
  expect(ended.some(({ ok }) => ok)).toBe(true);
  expect(await acts()).toHaveLength(2);
  expect((await pursuitOf(pursuitId)).state).not.toBe("paused");
});

test("when it breaks off in the middle, nothing of it is left, and the next press does all of it", async () => {
  const before = await led();
  await stage.rows("alter table identity.memberships add constraint broken check (suspended_at is null) not valid");
  await expect(suspend()).rejects.toThrow(/broken/);
  await stage.rows("alter table identity.memberships drop constraint broken");
  expect(await suspensions()).toEqual([]);
  expect(await led()).toEqual(before);
  valueIn(await suspend());
  expect(await suspensions()).toHaveLength(1);
});

test("the mentor is signed out everywhere, finds no room when signing in again, and gets it back at the end", async () => {
  const { token } = await signIn();
  expect((await findSession(stage.wiring, token))?.actor?.kind).toBe("mentor");
  valueIn(await suspend());
  expect(await findSession(stage.wiring, token)).toBeNull();
  const again = await signIn();
  expect((await findSession(stage.wiring, again.token))?.actor).toBeNull();
  valueIn(await lift());
  const after = await signIn();
  expect((await findSession(stage.wiring, after.token))?.actor?.kind).toBe("mentor");
});

test("links in old mails are dead and stay so; the host's page opens to nobody with one", async () => {
  const pursuitId = await anaContacted(stage);
  const host = await hostByLink(stage, pursuitId);
  valueIn(await openFirstContact(stage.wiring, host, { pursuitId }));
  await stage.rows(
    "update mails set state = 'sent', sent_at = now(), handed_at = null, claimed_until = null where kind = 'first-contact'",
  );
  valueIn(await suspend());
  expect(reasonIn(await openFirstContact(stage.wiring, host, { pursuitId }))).toBe("not_found");
  const dead = "select 1 from identity.links where person_id = $1 and ended_at is null";
  expect(await stage.rows(dead, [mentorId])).toEqual([]);
  valueIn(await lift());
  expect(await stage.rows(dead, [mentorId])).toEqual([]);
});

test("no mail leaves to the mentor: a first contact that waits is taken back, others are stopped, and none is made", async () => {
  const pursuitId = await anaContacted(stage);
  expect((await listMails(stage, "first-contact")).map(({ to }) => to)).toEqual([cast.maya.mail]);
  valueIn(await suspend());
  const waiting = () =>
    stage.rows("select kind from mails where recipient_mentor_id = $1 and state in ('queued', 'claimed')", [mentorId]);
  expect(await waiting()).toEqual([]);
  const made = await withScope(stage.wiring, staff("ines"), (tx) =>
    enqueueMail(tx, {
      kind: "mentor-status",
      props: {
        ...{ mentorName: "Maya", studentFirstName: "Ana", placementTitle: "x", status: "withdrawn" },
        ...{ schoolName: "x", helpName: "x", helpPhone: "x", link: "http://localhost/mentor" },
      },
      to: { mail: cast.maya.mail, language: "en", mentorId },
      schoolId: lakeview.schoolId,
      dedupeKey: "after",
      now: stage.wiring.clock.now(),
    }),
  );
  expect(made).toBeNull();
  stage.wiring.clock.pass(1);
  // Ana's request waits as approved, and the first contact goes out anew when the mentor is back.
  expect(await stage.rows("select state, contacted_at from pursuits where id = $1", [pursuitId])).toEqual([
    { state: "approved", contacted_at: null },
  ]);
  valueIn(await lift());
  expect((await pursuitOf(pursuitId)).state).toBe("contacted");
  expect(await waiting()).toEqual([{ kind: "first-contact" }]);
});

test("student, family and another mentor of the organisation read that it is paused and nothing else; staff are asked to call", async () => {
  const pursuitId = await anaOffered(stage);
  await stage.rows("update mails set state = 'sent', sent_at = now() where kind = 'first-contact'");
  valueIn(await suspend());
  const page = valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId }));
  expect(page.pursuit.state).toBe("paused");
  expect(page.visits).toEqual([]);
  const home = await openGuardianHome(stage.wiring, castActor(cast.rosa));
  expect(home.children.flatMap(({ pursuits }) => pursuits.map(({ state }) => state))).toEqual(["paused"]);
  const colleague = valueIn(await openFirstContact(stage.wiring, castActor(cast.theo), { pursuitId }));
  expect(colleague.state).toBe("paused");
  expect(JSON.stringify([page, home, colleague])).not.toMatch(/suspend(ed"|_at":")|zzreason/);
  expect(reasonIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }))).toBe("still_needed");
  const [task] = await tasks("paused");
  expect(task).toMatchObject({ school_id: lakeview.schoolId, subject_id: pursuitId, state: "open" });
  valueIn(await lift());
  expect((await pursuitOf(pursuitId)).state).toBe("offered");
  expect((await tasks("paused")).map(({ state }) => state)).toEqual(["done"]);
  expect((await tasks("goes_on")).map(({ subject_id }) => subject_id)).toEqual([pursuitId]);
  valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
});

test("no date runs out while it is paused, and the days it took are given back", async () => {
  const pursuitId = await anaOffered(stage);
  const [{ until } = { until: "" }] = await stage.rows<{ until: string }>(
    "select expires_at as until from pursuits where id = $1",
    [pursuitId],
  );
  valueIn(await suspend());
  stage.wiring.clock.pass(60 * 24 * 90);
  await expirePursuits(stage.wiring);
  valueIn(await lift());
  await expirePursuits(stage.wiring);
  const [after] = await stage.rows<{ until: string; state: string }>(
    "select expires_at as until, state from pursuits where id = $1",
    [pursuitId],
  );
  expect(after?.state).toBe("offered");
  expect(new Date(after?.until ?? 0).getTime() - new Date(until).getTime()).toBe(90 * 86_400_000);
});

test("a listing of a suspended mentor is not published again, and one whose dates passed meanwhile does not come back", async () => {
  const listing =
    "select l.id from listings l join placements p on p.id = l.placement_id where p.lead_mentor_id = $1 and l.school_id = $2 and l.state = 'paused' limit 1";
  valueIn(await suspend());
  const [{ id } = { id: "" }] = await stage.rows<{ id: string }>(listing, [mentorId, lakeview.schoolId]);
  expect(valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [id] }))).toEqual({
    published: 0,
    skipped: 1,
  });
  const ends = (day: string | null) =>
    stage.rows("update placements set ends_on = $2 where id = (select placement_id from listings where id = $1)", [
      id,
      day,
    ]);
  const [{ day } = { day: null }] = await stage.rows<{ day: string | null }>(
    "select ends_on::text as day from placements where id = (select placement_id from listings where id = $1)",
    [id],
  );
  await ends("2026-10-01");
  valueIn(await lift());
  expect(await stage.rows("select state from listings where id = $1", [id])).toEqual([{ state: "paused" }]);
  await ends(day);
});

test("leads of the school read why; its other staff and another school read only that it is so and whom to ask", async () => {
  valueIn(await suspend());
  const read = async (key: "ines" | "priya" | "tom" | "walter" | "malik") =>
    valueIn(await openMentorSafety(stage.wiring, staff(key), { mentorId }));
  for (const key of ["ines", "priya"] as const)
    expect((await read(key)).reasons).toMatchObject([
      { what: "suspended", body: expect.stringContaining("zzreason"), by: "Ines Carvalho" },
    ]);
  for (const key of ["tom", "walter", "malik"] as const) {
    const page = await read(key);
    expect(page.suspended).toMatchObject({ schoolName: lakeview.name, helpPhone: expect.any(String) });
    expect(page.reasons).toEqual([]);
    expect(JSON.stringify(page)).not.toContain("zzreason");
  }
  expect(reasonIn(await openMentorSafety(stage.wiring, staff("greta"), { mentorId }))).toBe("not_found");
  for (const who of [castActor(cast.ana), castActor(cast.rosa), castActor(cast.theo)])
    expect(reasonIn(await openMentorSafety(stage.wiring, who, { mentorId }))).toBe("not_permitted");
});
