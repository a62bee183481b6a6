import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { openLink } from "~/features/accounts/open-link.server";
import { listTwins } from "~/features/merges/list-twins.server";
import { type MentorMerge, mergeMentors } from "~/features/merges/merge-mentors.server";
import { mergeOrganisations } from "~/features/merges/merge-organisations.server";
import { openMentorMerge } from "~/features/merges/open-mentor-merge.server";
import { previewMentorMerge } from "~/features/merges/preview-mentor-merge.server";
import { previewOrganisationMerge } from "~/features/merges/preview-organisation-merge.server";
import { undoMentorMerge } from "~/features/merges/undo-mentor-merge.server";
import { undoOrganisationMerge } from "~/features/merges/undo-organisation-merge.server";
import { answerStillOpen } from "~/features/placements/answer-still-open.server";
import { openStillOpen } from "~/features/placements/open-still-open.server";
import { liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { openMentorSafety } from "~/features/suspensions/open-mentor-safety.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor, castOrganisations, sampleSchools } from "~db/cast";
import { findConcern } from "~db/concerns.server";
import { insertLink } from "~db/links.server";
import { MENTOR_REFERENCES, STAYS_WITH_GONE } from "~db/mentor-references.server";
import { withScope } from "~db/scope.server";
import { anaContacted, staff } from "../../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { hashTables } from "../../support/table-hashes";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const { lakeview, harbor } = sampleSchools;
const { districtId } = lakeview;
const works = castOrganisations["harbor-bike-works"];
const keptId = cast.maya.personId;
const otherId = "01990000-0e10-7000-8000-0000000000a1";
const placementId = "01990000-0e10-7000-8000-0000000000a2";
const ines = staff("ines");
const malik = castActor(cast.malik);

/** Maya once more, as a file of another school wrote her down: at another organisation, where she leads a place. */
beforeEach(async () => {
  await stage.clear();
  for (const rows of [
    "delete from merges where noun = 'mentor'",
    `delete from listings where placement_id = '${placementId}'`,
    `delete from placements where id = '${placementId}'`,
    `delete from forbidden_pairs where mentor_id in ('${otherId}', '${keptId}')`,
    `delete from clearances where mentor_id = '${otherId}'`,
    `delete from mentor_contact_points where mentor_id = '${keptId}' and value = '206 555 0188'`,
    `delete from affiliations where mentor_id = '${keptId}' and organisation_id = '${works.organisationId}'`,
    `delete from affiliations where mentor_id = '${otherId}'`,
    `delete from mentors where id = '${otherId}'`,
    `insert into mentors (district_id, id, full_name, name_used, source) values ('${districtId}', '${otherId}', 'Maya B. Twin (sample)', 'Mayita', 'import')`,
    `insert into mentor_contact_points (district_id, mentor_id, kind, value, preferred)
      select '${districtId}', '${otherId}', kind, value, true from mentor_contact_points where mentor_id = '${keptId}' and kind = 'mail' limit 1`,
    `insert into mentor_contact_points (district_id, mentor_id, kind, value, preferred) values ('${districtId}', '${otherId}', 'phone', '206 555 0188', true)`,
    `insert into affiliations (district_id, organisation_id, mentor_id, from_on)
      select district_id, organisation_id, '${otherId}', from_on from affiliations where mentor_id = '${keptId}' limit 1`,
    `insert into affiliations (district_id, organisation_id, mentor_id, from_on) values ('${districtId}', '${works.organisationId}', '${otherId}', '2026-01-01')`,
    `insert into placements (district_id, organisation_id, id, kind, title, seats, lead_mentor_id, posted_by)
      values ('${districtId}', '${works.organisationId}', '${placementId}', 'internship', 'zztwin', 1, '${otherId}', '${otherId}')`,
    `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason)
      values ('${lakeview.schoolId}', '${cast.ana.personId}', '${districtId}', '${otherId}', 'relative')`,
    `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
      values ('${harbor.schoolId}', 'check_not_clear', 'mentor', '${otherId}', 'twin', '2026-10-01', jsonb_build_object('mentorId', '${otherId}'))`,
  ])
    await stage.rows(rows);
});

const preview = async (who: Actor = ines, ids = { keptId, otherId }) =>
  valueIn(await previewMentorMerge(stage.wiring, who, ids));
const merge = async (change: Partial<MentorMerge> = {}) => {
  const ids = { keptId, otherId, ...change };
  const { kept, other } = await preview(ines, ids);
  return mergeMentors(stage.wiring, ines, { seal: kept.seal, otherSeal: other.seal, name: "kept", ...ids });
};
const undo = (mergeId: string, who: Actor = malik) => undoMentorMerge(stage.wiring, who, { mergeId });
const lead = async () =>
  (
    await stage.rows<{ lead_mentor_id: string }>(`select lead_mentor_id from placements where id = $1`, [placementId])
  )[0]?.lead_mentor_id;
const apart = async () =>
  (await stage.rows("select mentor_id from forbidden_pairs where student_id = $1", [cast.ana.personId]))
    .map(({ mentor_id }) => mentor_id)
    .filter((id) => id === keptId || id === otherId);

/** Tables that remember that something happened, and what is stricter for good; all others have to be as they were. */
const REMEMBER =
  /^(public\.(audit_log|merges|merge_moves|forbidden_pairs|former_leads|placements|search_\w+)|graphile_worker\.)|identity\.(sessions|rate_limits)/;
const facts = async () =>
  Object.fromEntries(Object.entries(await hashTables(stage.database)).filter(([name]) => !REMEMBER.test(name)));

test("a merge has everything name the one that stays, and an undo leaves every table as it was but for who is kept apart", async () => {
  const before = await facts();
  const { mergeId } = valueIn(await merge({ name: "other" }));
  for (const { table, column } of Object.values(MENTOR_REFERENCES))
    expect(await stage.rows(`select * from ${table} where ${column} = $1`, [otherId]), table).toEqual([]);
  expect(await stage.rows("select merged_into from mentors where id = $1", [otherId])).toEqual([
    { merged_into: keptId },
  ]);
  expect(await stage.rows("select name_used from mentors where id = $1", [keptId])).toEqual([{ name_used: "Mayita" }]);
  expect(await lead()).toBe(keptId);
  expect(await stage.rows("select props from staff_tasks where dedupe_key = 'twin'")).toEqual([
    { props: { mentorId: keptId } },
  ]);
  const mails = await stage.rows("select value from mentor_contact_points where mentor_id = $1 and kind = 'mail'", [
    keptId,
  ]);
  expect(mails).toHaveLength(1);
  expect(await apart()).toEqual(expect.arrayContaining([keptId, otherId]));
  valueIn(await undo(mergeId));
  const after = await facts();
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([]);
  expect(await lead()).toBe(otherId);
  expect(await apart()).toEqual(expect.arrayContaining([keptId, otherId]));
});

test("a question that was mailed to the one that went is answered by the same link", async () => {
  const { schoolId } = lakeview;
  const [listing] = await stage.rows<{ id: string }>(
    `insert into listings (school_id, district_id, organisation_id, placement_id, state, seats, still_open_asked_at)
      values ($1, $2, $3, $4, 'published', 1, now() + interval '1 minute') returning id`,
    [schoolId, districtId, works.organisationId, placementId],
  );
  const about = { kind: "still-open", subjectId: otherId, personId: otherId, language: "en" } as const;
  const expiresAt = daysLater(stage.wiring.clock.now(), 60);
  const token = await withScope(stage.wiring, ines, (tx) =>
    insertLink(tx, { ...about, schoolId, districtId, expiresAt }),
  );
  valueIn(await merge());
  const link = valueIn(await openLink(stage.wiring, { token, kinds: ["still-open"] }));
  expect(valueIn(await openStillOpen(stage.wiring, link)).listings).toMatchObject([{ id: listing?.id }]);
  const given = { listingId: String(listing?.id), answer: "pause" } as const;
  expect(await answerStillOpen(stage.wiring, link, given)).toEqual({ ok: true, value: { state: "paused" } });
});

test("every foreign key to a mentor is one that a merge moves, or stays with the one that went for a reason", async () => {
  const keys = await stage.rows<{ name: string }>(
    "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'mentors'::regclass",
  );
  const known = new Set<string>([...Object.values(MENTOR_REFERENCES).map(({ table }) => table), ...STAYS_WITH_GONE]);
  expect(keys.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

test("the preview says what comes over, who reads more, and of other schools nothing; a page that is behind is refused", async () => {
  const { counts, newOrganisations, fault, kept, other } = await preview();
  expect(counts).toMatchObject({ leads: 1, ties: 2, apart: 1, tasks: 0 });
  expect(newOrganisations).toEqual([works.name]);
  expect(fault).toBeNull();
  expect(await preview(malik)).toMatchObject({ counts: { apart: 0, tasks: 1 } });
  const { mentors } = valueIn(await listTwins(stage.wiring, ines));
  expect(mentors.pairs.find((pair) => [pair.one.id, pair.other.id].includes(otherId))?.because).toContain("mail");
  await stage.rows("update mentors set name_used = 'Maya B.' where id = $1", [otherId]);
  const late = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, name: "kept" as const };
  expect(reasonIn(await mergeMentors(stage.wiring, ines, late))).toBe("changed_meanwhile");
});

test("nobody with a history goes into another one: neither a check nor what was told of a student changes hands", async () => {
  expect((await preview(ines, { keptId: otherId, otherId: keptId })).fault).toBe("wrong_way_round");
  expect(reasonIn(await merge({ keptId: otherId, otherId: keptId }))).toBe("wrong_way_round");
  await stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on) values ($1, $2, $3, 'state', 'not_clear', '2026-09-01')`,
    [harbor.schoolId, districtId, otherId],
  );
  expect((await preview()).fault).toBe("both_held");
  expect(reasonIn(await merge())).toBe("both_held");
});

test("a mentor who leaves, is suspended, or is staff as well is made one with nobody", async () => {
  const tried = async (rows: string, back: string) => {
    await stage.rows(rows);
    const reason = reasonIn(await merge());
    await stage.rows(back);
    return reason;
  };
  expect(
    await tried(
      `insert into mentor_departures (district_id, organisation_id, mentor_id, last_day, reason, said_at)
        values ('${districtId}', '${works.organisationId}', '${otherId}', '2026-12-01', 'moves', '2026-10-01')`,
      `delete from mentor_departures where mentor_id = '${otherId}'`,
    ),
  ).toBe("leaving");
  expect(
    await tried(
      `update mentors set suspended_at = now() where id = '${keptId}'`,
      `update mentors set suspended_at = null where id = '${keptId}'`,
    ),
  ).toBe("suspended");
  expect(
    await tried(
      `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on)
        values ('${cast.maya.accountId}', 'advisor', '${lakeview.schoolId}', '${districtId}', '${cast.tom.personId}', '2026-01-01')`,
      `delete from identity.memberships where account_id = '${cast.maya.accountId}' and role = 'advisor'`,
    ),
  ).toBe("staff");
});

test("a sealed report about the one that went leads to the one that stays", async () => {
  const concernId = "01990000-0e10-7000-8000-0000000000a3";
  await stage.rows(
    `with said as (insert into concerns (school_id, id, body, about_mentor_id) values ($1, $2, 'x', $3) returning school_id, id)
      insert into concern_watch (school_id, concern_id, number, raised_at) select school_id, id, '0000-0009', '2026-10-14' from said`,
    [lakeview.schoolId, concernId, otherId],
  );
  valueIn(await merge());
  const said = await withScope(stage.wiring, ines, (tx) => findConcern(tx, { schoolId: lakeview.schoolId, concernId }));
  expect(said?.about_mentor_id).toBe(keptId);
});

test("whoever is suspended under a name that went is the one who stays, also by way of another", async () => {
  valueIn(await merge());
  const wentFirst = "01990000-0e10-7000-8000-0000000000a4";
  await stage.rows(
    "insert into mentors (district_id, id, full_name, name_used, merged_into) values ($1, $2, 'A', 'A', $3)",
    [...[districtId, wentFirst, otherId]],
  );
  const concernId = "01990000-0e10-7000-8000-0000000000a5";
  await stage.rows(
    `with said as (insert into concerns (school_id, id, body, about_mentor_id) values ($1, $2, 'x', $3) returning school_id, id)
      insert into concern_watch (school_id, concern_id, number, raised_at) select school_id, id, '0000-0010', '2026-10-14' from said`,
    [lakeview.schoolId, concernId, wentFirst],
  );
  const said = await withScope(stage.wiring, ines, (tx) => findConcern(tx, { schoolId: lakeview.schoolId, concernId }));
  expect(said?.about_mentor_id).toBe(keptId);
  valueIn(await suspendMentor(stage.wiring, ines, { mentorId: wentFirst, reason: "He drove her home." }));
  expect(await stage.rows("select id from mentors where suspended_at is not null")).toEqual([{ id: keptId }]);
  expect(valueIn(await openMentorSafety(stage.wiring, ines, { mentorId: wentFirst })).suspended).not.toBeNull();
  valueIn(await liftSuspension(stage.wiring, ines, { mentorId: wentFirst, reason: "It was settled." }));
  expect(await stage.rows("select id from mentors where suspended_at is not null")).toEqual([]);
  await stage.rows("delete from mentor_suspensions");
  await stage.rows("delete from concerns where id = $1", [concernId]);
});

test("a second press answers the same merge; after a week, twice, or once somebody was suspended or told since there is no undo", async () => {
  const { kept, other } = await preview();
  const twice = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, name: "kept" as const };
  const { mergeId } = valueIn(await mergeMentors(stage.wiring, ines, twice));
  expect(valueIn(await mergeMentors(stage.wiring, ines, twice))).toEqual({ mergeId });
  expect(valueIn(await openMentorMerge(stage.wiring, malik, { mergeId }))).toMatchObject({
    counts: { leads: 1 },
    refusal: null,
  });
  await stage.rows("update mentors set suspended_at = now() where id = $1", [keptId]);
  expect(reasonIn(await undo(mergeId))).toBe("suspended_since");
  await stage.rows("update mentors set suspended_at = null where id = $1", [keptId]);
  await stage.rows(
    `insert into identity.memberships (account_id, role, district_id, organisation_id, person_id, from_on)
      values ($1, 'mentor', $2, $3, $4, '2026-10-01')`,
    [cast.maya.accountId, districtId, works.organisationId, keptId],
  );
  expect(reasonIn(await undo(mergeId))).toBe("grown_since");
  await stage.rows("delete from identity.memberships where person_id = $1 and organisation_id = $2", [
    keptId,
    works.organisationId,
  ]);
  stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 8));
  expect(reasonIn(await undo(mergeId))).toBe("too_late");
  await stage.clear();
  valueIn(await undo(mergeId));
  expect(reasonIn(await undo(mergeId))).toBe("undone_already");
});

test("ties that organisations and mentors both moved go back in the order against that in which they came", async () => {
  const { mergeId } = valueIn(await merge());
  const garden = castOrganisations["rainier-community-garden"].organisationId;
  const ids = { keptId: garden, otherId: works.organisationId };
  const seals = valueIn(await previewOrganisationMerge(stage.wiring, ines, ids));
  const both = { ...ids, seal: seals.kept.seal, otherSeal: seals.other.seal, choices: {} };
  const later = valueIn(await mergeOrganisations(stage.wiring, ines, both));
  expect(reasonIn(await undo(mergeId))).toBe("later_first");
  valueIn(await undoOrganisationMerge(stage.wiring, ines, later));
  valueIn(await undo(mergeId));
  expect(await lead()).toBe(otherId);
});

test("what a host was told of a student since the merge stays with whom it was told", async () => {
  const { mergeId } = valueIn(await merge());
  await stage.rows("delete from forbidden_pairs where student_id = $1", [cast.ana.personId]);
  const pursuitId = await anaContacted(stage);
  // The kept one was told, at a place that came over.
  await stage.rows("update disclosures set mentor_id = $1 where pursuit_id = $2", [keptId, pursuitId]);
  await stage.rows(
    `insert into merge_moves (district_id, merge_id, table_name, row_key)
      select $1, $2, 'placements.lead_mentor_id', jsonb_build_object('id', l.placement_id)
      from pursuits u join listings l on l.school_id = u.school_id and l.id = u.listing_id where u.id = $3`,
    [districtId, mergeId, pursuitId],
  );
  expect(reasonIn(await undo(mergeId))).toBe("grown_since");
});

test("nobody but coordinators and admins of the district looks, merges or undoes", async () => {
  const { kept, other } = await preview();
  const asked = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, name: "kept" as const };
  const { mergeId } = valueIn(await mergeMentors(stage.wiring, ines, asked));
  for (const who of [castActor(cast.tom), castActor(cast.ana), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await previewMentorMerge(stage.wiring, who, asked))).toBe("not_permitted");
    expect(reasonIn(await mergeMentors(stage.wiring, who, asked))).toBe("not_permitted");
    expect(reasonIn(await openMentorMerge(stage.wiring, who, { mergeId }))).toBe("not_permitted");
    expect(reasonIn(await undo(mergeId, who))).toBe("not_permitted");
  }
  const greta = castActor(cast.greta);
  expect(reasonIn(await openMentorMerge(stage.wiring, greta, { mergeId }))).toBe("not_found");
  expect(reasonIn(await undo(mergeId, greta))).toBe("not_found");
  valueIn(await undo(mergeId));
  expect(reasonIn(await previewMentorMerge(stage.wiring, greta, { keptId, otherId }))).toBe("not_found");
  expect(reasonIn(await mergeMentors(stage.wiring, greta, asked))).toBe("not_found");
  expect(reasonIn(await previewMentorMerge(stage.wiring, ines, { keptId, otherId: NOBODY }))).toBe("not_found");
});

test("an undo gives no address back that was taken away since, although both had had it", async () => {
  const mails = (mentorId: string) =>
    stage.rows<Record<string, unknown>>("select * from mentor_contact_points where mentor_id = $1 and kind = 'mail'", [
      mentorId,
    ]);
  expect(await mails(otherId)).toHaveLength(1);
  const { mergeId } = valueIn(await merge());
  const own = await mails(keptId);
  await stage.rows("delete from mentor_contact_points where mentor_id = $1 and kind = 'mail'", [keptId]);
  valueIn(await undo(mergeId));
  const back = await mails(otherId);
  for (const point of own)
    await stage.rows(
      "insert into mentor_contact_points select * from jsonb_populate_record(null::mentor_contact_points, $1)",
      [JSON.stringify(point)],
    );
  expect(back).toEqual([]);
});

test("whoever is made one with another and suspended in the same moment is suspended as who stands for them", async () => {
  for (const _round of [1, 2, 3, 4]) {
    const [merged, suspended] = await Promise.all([
      merge(),
      suspendMentor(stage.wiring, ines, { mentorId: otherId, reason: "He drove her home." }),
    ]);
    expect(suspended.ok).toBe(true);
    const standsFor = merged.ok ? keptId : otherId;
    expect(await stage.rows("select id from mentors where suspended_at is not null")).toEqual([{ id: standsFor }]);
    valueIn(await liftSuspension(stage.wiring, staff("priya"), { mentorId: standsFor, reason: "Cleared." }));
    if (merged.ok) valueIn(await undo(merged.value.mergeId));
    await stage.rows("delete from mentor_suspensions");
  }
});
