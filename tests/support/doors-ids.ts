import { startImport } from "~/features/imports/start-import.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { previewMentorMerge } from "~/features/merges/preview-mentor-merge.server";
import { previewPersonMerge } from "~/features/merges/preview-person-merge.server";
import { previewStaffMerge } from "~/features/merges/preview-staff-merge.server";
import { answerAddressOf } from "~/steps/answer-address.server";
import { cast, castActor, castOrganisations, sampleSchools } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { seedId } from "~db/seed/seed-id.server";
import { advisoryIdOf } from "~db/seed/write-people.server";
import type { TestDatabase } from "./database";
import { prepareTwoStudents } from "./doors-students";
import { promiseMail } from "./mail";
import { sql } from "./sql";
import type { TestWiring } from "./wiring";

const FILE = "Title,Organisation,Description\nSort books,Lake Library,Help readers\n,Nobody,No title\n";

const STUDENTS = "Number,Name,Grade\nD-1,Dora Doors,9\n";
const GUARDIANS = "Student number,Guardian name,Relationship\nD-1,Dino Doors,father\n";
/** A whole list that is in and lacks one student of a school of many. */
const BRING_IN = "update imports set state = 'finished', is_whole = true, started_at = '2026-10-14' where id = $1";
const LIST_ALL_BUT =
  "update students set listed_at = case id when $2 then timestamptz '2026-09-01' else '2026-10-15' end where school_id = $1";

/** Jada goes to another school of the district, and somebody comes from there. */
const moveIds = {
  transferId: "01990000-70a5-7000-8000-000000000001",
  arrivalId: "01990000-70a5-7000-8000-000000000002",
};
const { lakeview, harbor } = sampleSchools;
const MOVES = [
  [moveIds.transferId, lakeview.schoolId, harbor.schoolId, cast.jada],
  [moveIds.arrivalId, harbor.schoolId, lakeview.schoolId, cast.keisha],
].map(
  ([id, from, to, who]) => `insert into transfers
    (district_id, id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at)
    values ('${lakeview.districtId}', '${id}', '${from}', '${to}', '${(who as typeof cast.jada).personId}',
      '${(who as typeof cast.jada).name}', '2026-10-23', '2026-10-26', false, '2026-10-15')`,
);

/** A request of Jada's that her advisor reads first. */
const TO_ENDORSE_ID = "01990000-e4d0-7000-8000-000000000001";
const WAIT_FOR_ADVISOR = `with asked as (
    insert into pursuits (school_id, id, student_id, listing_id, organisation_id, state, student_asked_at)
    select l.school_id, $2, $3, l.id, l.organisation_id, 'requested', '2026-10-14' from listings l
      join placements p on p.id = l.placement_id
      where l.school_id = $1 and l.state = 'published' and p.kind = 'internship'
        and l.id not in (select listing_id from pursuits) order by l.id desc limit 1
    returning school_id, id)
  insert into gates (school_id, pursuit_id, kind, before) select school_id, id, 'endorsement', 'approval' from asked`;

/**
 * A real id for every parameter of an address and every reference in a form. All belong to Lakeview and, where a person owns
 * the thing, to Jada, her family and her host, so that everybody else is a stranger to it.
 */
export async function prepareIds(database: TestDatabase, wiring: TestWiring): Promise<Record<string, string>> {
  const coordinator = castActor(cast.ines);
  const { schoolId, districtId } = sampleSchools.lakeview;
  const upload = await startImport(wiring, coordinator, {
    kind: "placements",
    fileName: "rows.csv",
    content: Buffer.from(FILE),
  });
  const [students, whole] = await Promise.all(
    ["students.csv", "whole.csv"].map((fileName) =>
      startImport(wiring, coordinator, { kind: "students", fileName, content: Buffer.from(STUDENTS) }),
    ),
  );
  const families = await startImport(wiring, coordinator, {
    ...{ kind: "guardians", fileName: "families.csv", content: Buffer.from(GUARDIANS) },
  });
  const run = await startMatchRun(wiring, coordinator);
  if (!upload.ok || !students?.ok || !whole?.ok || !families.ok || !run.ok)
    throw new Error("the doors could not be opened");
  await proposeMatches(wiring, { kind: "system", job: "propose-matches", ...sampleSchools.lakeview }, run.value);
  await openFund(database);
  await sql(database, RAISE_CONCERN, [sampleSchools.lakeview.schoolId, CONCERN_ID]);
  await sql(database, NAME_LATER, [sampleSchools.lakeview.schoolId, cast.june.personId]);
  await sql(database, KEEP_CONTACTS, [schoolId, districtId, contactIds.contactId, contactIds.otherId]);
  await sql(database, MERGE, [schoolId, districtId, mergeIds.mergeId, mergeIds.keptId]);
  const { sequenceId, enrolmentId } = sequenceIds;
  await sql(database, KEEP_SEQUENCE, [schoolId, districtId, sequenceId, enrolmentId, contactIds.contactId]);
  await sql(database, SAVE_SEARCH, [sampleSchools.lakeview.schoolId, SEARCH_ID, cast.jada.personId]);
  await sql(database, BRING_IN, [whole.value.importId]);
  await sql(database, LIST_ALL_BUT, [schoolId, cast.jada.personId]);
  const [found] = await sql<Record<string, string | null>>(database, FIND, [
    sampleSchools.lakeview.schoolId,
    cast.jada.personId,
    cast.jada.accountId,
    castOrganisations["harbor-bike-works"].organisationId,
    cast.minh.personId,
  ]);
  await sql(database, WAIT_FOR_ADVISOR, [schoolId, TO_ENDORSE_ID, cast.jada.personId]);
  await sql(database, KEEP_SCAN, [schoolId, SCAN_ID, found?.consentId]);
  const [seals] = await sql<Record<"keptSeal" | "goneSeal", string>>(database, SEALS, [
    mergeIds.keptId,
    mergeIds.goneId,
  ]);
  for (const text of MOVES) await sql(database, text, []);
  for (const text of TWO_MENTORS) await sql(database, text, []);
  const { keptMentorId, goneMentorId } = mentorIds;
  const two = await previewMentorMerge(wiring, coordinator, { keptId: keptMentorId, otherId: goneMentorId });
  if (!two.ok) throw new Error("there are no two mentors");
  for (const text of TWO_ADULTS) await sql(database, text, []);
  const { keptPersonId, gonePersonId } = adultIds;
  const adults = await previewPersonMerge(wiring, coordinator, { keptId: keptPersonId, otherId: gonePersonId });
  if (!adults.ok) throw new Error("there are no two guardians");
  const personSeals = { keptPersonSeal: adults.value.kept.seal, gonePersonSeal: adults.value.other.seal };
  for (const text of TWO_OF_STAFF) await sql(database, text, []);
  const { keptStaffId, goneStaffId } = staffIds;
  const colleagues = await previewStaffMerge(wiring, castActor(cast.priya), {
    ...{ keptId: keptStaffId, otherId: goneStaffId },
  });
  if (!colleagues.ok) throw new Error("there are no two of the staff");
  const staffSeals = { keptStaffSeal: colleagues.value.kept.seal, goneStaffSeal: colleagues.value.other.seal };
  const mentorSeals = { keptMentorSeal: two.value.kept.seal, goneMentorSeal: two.value.other.seal };
  const mailId = await promiseMail(wiring, sampleSchools.lakeview, { kind: "introduction-invitation" });
  const answeredId = await promiseMail(wiring, sampleSchools.lakeview, { kind: "outreach-mail" });
  await sql(database, "update mails set dedupe_key = $2 where id = $1", [
    answeredId,
    `outreach-mail:${contactIds.contactId}:doors`,
  ]);
  const unreachedId = await promiseMail(wiring, sampleSchools.lakeview, { kind: "placement-published" });
  await sql(database, "update mails set state = 'failed' where id = $1", [unreachedId]);
  await sql(database, TELL_A_HOST, [schoolId, TOLD_TASK_ID, found?.listingId, found?.mentorId]);
  const [asked] = await sql<{ askedListingId: string }>(database, ASK_STILL_OPEN, [schoolId, cast.maya.personId]);
  const ids = {
    ...found,
    ...asked,
    toldTaskId: TOLD_TASK_ID,
    importId: upload.value.importId,
    studentsImportId: students.value.importId,
    guardiansImportId: families.value.importId,
    wholeImportId: whole.value.importId,
    studentId: cast.jada.personId,
    guardianId: cast.monique.personId,
    schoolId: sampleSchools.lakeview.schoolId,
    schoolSlug: "lakeview",
    mailId,
    replyTo: answerAddressOf(wiring, answeredId),
    kind: "consent-request",
    unreachedId,
    toEndorseId: TO_ENDORSE_ID,
    searchId: SEARCH_ID,
    ...contactIds,
    ...sequenceIds,
    concernId: CONCERN_ID,
    organisationId: castOrganisations["harbor-bike-works"].organisationId,
    memberId: cast.monique.personId,
    advisoryId: advisoryIdOf("lakeview", cast.tom.name),
    coverId: seedId("cover:samir-for-tom"),
    // A mentor whom no other door is tried with: a suspension ends the sessions.
    personId: cast.theo.personId,
    ...fundIds,
    noun: "consent",
    nounId: found?.consentId ?? "",
    scanId: SCAN_ID,
    // Who sees pictures, and who does not: tests/features/conversations/pictures.test.ts.
    messageId: CONCERN_ID,
    pictureId: CONCERN_ID,
    ...mergeIds,
    ...seals,
    ...mentorIds,
    ...adultIds,
    ...mentorSeals,
    ...moveIds,
    ...personSeals,
    ...(await prepareTwoStudents(database, wiring)),
    ...staffIds,
    ...staffSeals,
  };
  for (const [name, id] of Object.entries(ids)) if (!id) throw new Error(`the sample has no ${name}`);
  return ids as Record<string, string>;
}

/** A job of the index for each of the schools' districts, by the school's admin who may settle it. */
export async function prepareJobs(
  database: TestDatabase,
  wiring: TestWiring,
): Promise<Record<"priya" | "walter" | "hannah", { jobId: string }>> {
  const prepare = async ({ districtId }: { districtId: string }) => {
    const jobKey = `doors:${districtId}`;
    const placementId = "01990000-f000-7000-8000-0000000000b1";
    await withSystem(wiring, (tx) => enqueue(tx, "sync-placement", { districtId, placementId }, { jobKey }));
    const [job] = await sql<{ id: string }>(
      database,
      "select id::text as id from graphile_worker._private_jobs where key = $1",
      [jobKey],
    );
    return { jobId: job?.id ?? "" };
  };
  return { priya: await prepare(cast.priya), walter: await prepare(cast.walter), hannah: await prepare(cast.hannah) };
}

const SCAN_ID = "01990000-5ca0-7000-8000-00000000f0d1";
const KEEP_SCAN = `insert into scans (school_id, id, consent_id, kind, content, added_at)
  values ($1, $2, $3, 'image/png', 'a letter', '2026-10-14')`;
const TOLD_TASK_ID = "01990000-7a50-7000-8000-00000000f0d1";
/** A notice that no mail brings to Jada's host, with its words. */
const TELL_A_HOST = `insert into staff_tasks (school_id, id, kind, subject_noun, subject_id, dedupe_key, opened_at, props, notice)
  values ($1, $2, 'tell_host', 'listing', $3, 'doors', '2026-10-14', jsonb_build_object('mentorId', $4::text, 'news', 'published', 'why', 'no_mail'),
    '{"kind": "placement-published", "key": "placement-published:doors", "props": {"schoolName": "Lakeview", "helpName": "Ines",
      "helpPhone": "206 555 0110", "link": "https://example.org/", "mentorName": "Ida", "placementTitle": "Bikes"}}')`;
/** Maya was asked whether one of hers is still open. */
const ASK_STILL_OPEN = `update listings set still_open_asked_at = '2099-01-01' where id = (select l.id from listings l
    join placements p on p.id = l.placement_id where l.school_id = $1 and p.lead_mentor_id = $2 and l.state = 'published' order by l.id limit 1)
  returning id as "askedListingId"`;
const CONCERN_ID = "01990000-c000-7000-8000-00000000f0d1";
const RAISE_CONCERN = `with said as (insert into concerns (school_id, id, body) values ($1, $2, 'He drove me home.') returning school_id, id)
  insert into concern_watch (school_id, concern_id, number, raised_at) select school_id, id, '0000-0001', '2026-10-14' from said`;
/** A change of the leads that does not hold yet, for whoever may stop it. */
const NAME_LATER = "insert into safeguarding_leads (school_id, person_id, from_on) values ($1, $2, '2030-01-01')";
const SEARCH_ID = "01990000-5ea0-7000-8000-00000000f0d1";
const SAVE_SEARCH = `insert into saved_searches (school_id, id, student_id, name, wish, mails_news, looked_until, created_at)
  values ($1, $2, $3, 'Bikes', '{"text":"bikes"}', true, '2026-10-14', '2026-10-14')`;

/** Two organisations that could be one, and a merge of the last week whose other one is gone. */
const mergeIds = {
  keptId: castOrganisations["harbor-bike-works"].organisationId,
  goneId: castOrganisations["rainier-community-garden"].organisationId,
  mergeId: "01990000-0e00-7000-8000-00000000f0d1",
};
/** As the page of both holds them. */
const SEALS = `select max(seal) filter (where id = $1) as "keptSeal", max(seal) filter (where id = $2) as "goneSeal"
  from (select id, md5(concat_ws(chr(31), name, sector, about, website)) as seal from organisations) o`;
const MERGE = `with made as (insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
    values ($2, $3, 'organisation', $4, '01990000-0900-7000-8000-00000000f0d9', $1, '2026-10-13') returning *)
  insert into merge_moves (district_id, merge_id, table_name, row_key, row_before)
    select made.district_id, made.id, 'organisations', jsonb_build_object('id', each.id), to_jsonb(o) || jsonb_build_object('id', each.id, 'name_key', o.name_key || each.more)
    from made, organisations o, lateral (values (made.kept_id, ''), (made.gone_id, ' twin')) as each(id, more) where o.id = made.kept_id`;

/** Two mentors who could be one, and a merge of the last week. */
const mentorIds = {
  keptMentorId: "01990000-0e20-7000-8000-00000000f0d1",
  goneMentorId: "01990000-0e20-7000-8000-00000000f0d2",
  mentorMergeId: "01990000-0e20-7000-8000-00000000f0d3",
};
const MERGED_AWAY = "01990000-0e20-7000-8000-00000000f0d4";
const DISTRICT = sampleSchools.lakeview.districtId;
const TWO_MENTORS = [
  `insert into mentors (district_id, id, full_name, name_used) values ('${DISTRICT}', '${mentorIds.keptMentorId}', 'Lou Poe (sample)', 'Lou'),
    ('${DISTRICT}', '${mentorIds.goneMentorId}', 'Lou E. Poe (sample)', 'Lou')`,
  `insert into mentors (district_id, id, full_name, name_used, merged_into)
    values ('${DISTRICT}', '${MERGED_AWAY}', 'Poe Lou (sample)', 'Lou', '${mentorIds.keptMentorId}')`,
  `insert into affiliations (district_id, organisation_id, mentor_id, from_on)
    select '${DISTRICT}', '${mergeIds.keptId}', id, '2026-01-01' from mentors where id in ('${mentorIds.keptMentorId}', '${mentorIds.goneMentorId}')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at) values ('${DISTRICT}', '${mentorIds.mentorMergeId}',
    'mentor', '${mentorIds.keptMentorId}', '${MERGED_AWAY}', '${sampleSchools.lakeview.schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, table_name, row_key, row_before)
    select district_id, '${mentorIds.mentorMergeId}', 'mentors', jsonb_build_object('id', id), to_jsonb(m) from mentors m
    where id in ('${mentorIds.keptMentorId}', '${MERGED_AWAY}')`,
];

/** Two guardians of one student who could be one person, and a merge of the last week. */
const adultIds = {
  keptPersonId: "01990000-0e20-7000-8000-00000000f0e1",
  gonePersonId: "01990000-0e20-7000-8000-00000000f0e2",
  personMergeId: "01990000-0e20-7000-8000-00000000f0e3",
};
const ADULT_AWAY = "01990000-0e20-7000-8000-00000000f0e4";
const SCHOOL = sampleSchools.lakeview.schoolId;
const TWO_ADULTS = [
  `insert into people (school_id, id, full_name, name_used) values ('${SCHOOL}', '${adultIds.keptPersonId}', 'Kim Roe (sample)', 'Kim'),
    ('${SCHOOL}', '${adultIds.gonePersonId}', 'Kim L. Roe (sample)', 'Kim')`,
  `insert into people (school_id, id, full_name, name_used, merged_into)
    values ('${SCHOOL}', '${ADULT_AWAY}', 'Roe Kim (sample)', 'Kim', '${adultIds.keptPersonId}')`,
  `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
    select '${SCHOOL}', '${cast.jada.personId}', id, 'aunt', 'guardian', '2026-01-01' from people
    where id in ('${adultIds.keptPersonId}', '${adultIds.gonePersonId}')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at) values ('${DISTRICT}', '${adultIds.personMergeId}',
    'person', '${adultIds.keptPersonId}', '${ADULT_AWAY}', '${SCHOOL}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${DISTRICT}', '${adultIds.personMergeId}', school_id, 'people', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${adultIds.keptPersonId}', '${ADULT_AWAY}')`,
];

/** Two of the staff who could be one person, and a merge of the last week. */
const staffIds = {
  keptStaffId: "01990000-0e21-7000-8000-00000000f0e1",
  goneStaffId: "01990000-0e21-7000-8000-00000000f0e2",
  staffMergeId: "01990000-0e21-7000-8000-00000000f0e3",
};
const COLLEAGUE_AWAY = "01990000-0e21-7000-8000-00000000f0e4";
const STAFF_ACCOUNT = "01990000-0e21-7000-8000-00000000f0e5";
const TWO_OF_STAFF = [
  `insert into people (school_id, id, full_name, name_used) values ('${SCHOOL}', '${staffIds.keptStaffId}', 'Lou Marsh (sample)', 'Lou'),
    ('${SCHOOL}', '${staffIds.goneStaffId}', 'Lou B. Marsh (sample)', 'Lou')`,
  `insert into people (school_id, id, full_name, name_used, merged_into)
    values ('${SCHOOL}', '${COLLEAGUE_AWAY}', 'Marsh Lou (sample)', 'Lou', '${staffIds.keptStaffId}')`,
  `insert into identity.accounts (id, mail) values ('${STAFF_ACCOUNT}', 'lou.marsh@lakeview.example')`,
  `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on)
    select '${STAFF_ACCOUNT}', 'advisor', '${SCHOOL}', '${DISTRICT}', id, '2026-01-01' from people
    where id in ('${staffIds.keptStaffId}', '${staffIds.goneStaffId}')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at) values ('${DISTRICT}', '${staffIds.staffMergeId}',
    'person', '${staffIds.keptStaffId}', '${COLLEAGUE_AWAY}', '${SCHOOL}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${DISTRICT}', '${staffIds.staffMergeId}', school_id, 'people.staff', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${staffIds.keptStaffId}', '${COLLEAGUE_AWAY}')`,
];

const contactIds = {
  contactId: "01990000-0c00-7000-8000-00000000f0d1",
  otherId: "01990000-0c00-7000-8000-00000000f0d2",
};
const sequenceIds = {
  sequenceId: "01990000-0c00-7000-8000-00000000f0d3",
  enrolmentId: "01990000-0c00-7000-8000-00000000f0d4",
};
const KEEP_SEQUENCE = `with kept as (insert into sequences (school_id, district_id, id, name, language, created_at)
    values ($1, $2, $3, 'Clinics', 'en', '2026-10-14') returning school_id, district_id, id),
    written as (insert into sequence_steps (school_id, sequence_id, position, wait_days, subject, body)
      select school_id, id, 1, 0, 'Thursdays', 'Hello {name}' from kept)
  insert into sequence_contacts (school_id, district_id, id, sequence_id, contact_id, enrolled_at, next_position, due_on)
    select school_id, district_id, $4, id, $5, '2026-10-14', 1, '2026-10-14' from kept`;
const KEEP_CONTACTS = `insert into contacts (school_id, district_id, id, full_name, mail, address_hash, phone, language, origin, created_at, updated_at)
  values ($1, $2, $3, 'Ida Moe', 'ida@work.example', sha256('ida@work.example'), '', 'en', 'typed', '2026-10-14', '2026-10-14'),
    ($1, $2, $4, 'Ida Moe', '', null, '555 0181', 'en', 'typed', '2026-10-14', '2026-10-14')`;

const fundIds = {
  giftId: "01990000-f000-7000-8000-00000000f0d1",
  allocationId: "01990000-f000-7000-8000-00000000f0d2",
  receiptId: "01990000-f000-7000-8000-00000000f0d4",
  // the checkout of a gift is opened from one page only: the key of its first try is spent with that page's address
  linkGiftId: "01990000-f000-7000-8000-00000000f0d3",
};

/** A fund that takes gifts, in every school a loss to make good, a promise of Jada's host and money asked for Jada. */
async function openFund(database: TestDatabase): Promise<void> {
  const { schoolId, districtId } = sampleSchools.lakeview;
  await sql(database, "insert into fund_settings (school_id, is_open) select id, true from schools");
  await sql(
    database,
    `insert into gifts (school_id, id, district_id, book, purpose, minor, currency, way, standing, organisation_id, origin, donor_name, created_at)
      select $1, id, $3, 'test', 'transit', 5000, 'usd', 'pledge', 'pledged', $4, 'staff', 'Harbor Bike Works', '2026-09-01' from unnest($2::uuid[]) id`,
    [schoolId, [fundIds.giftId, fundIds.linkGiftId], districtId, castOrganisations["harbor-bike-works"].organisationId],
  );
  await sql(
    database,
    `insert into fund_allocations (school_id, id, book, student_id, purpose, minor, currency, need, proposed_at)
      values ($1, $2, 'test', $3, 'transit', 4000, 'usd', 'A pass', '2026-10-14')`,
    [schoolId, fundIds.allocationId, cast.jada.personId],
  );
  await sql(
    database,
    `with loss as (
        insert into fund_entries (school_id, book, currency, because, cause, on_day, at)
        select id, 'test', 'usd', 'A loss', 'test', '2026-10-01', '2026-10-01' from schools returning school_id, id)
      insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
      select school_id, id, line, 'test', account, purpose, minor from loss,
        (values (1, 'shortfall', 'tools', 5000), (2, 'stripe', null, -5000)) as lines(line, account, purpose, minor)`,
  );
  await sql(
    database,
    `insert into fund_receipts (school_id, id, allocation_id, kind, content, added_at)
      values ($1, $2, $3, 'image/png', 'a picture', '2026-10-14')`,
    [schoolId, fundIds.receiptId, fundIds.allocationId],
  );
}

const FIND = `with
    here as (select $1::uuid as school_id),
    own as (select p.* from pursuits p, here where p.school_id = here.school_id and p.student_id = $2 and state = 'contacted'),
    free as (select l.id, p.lead_mentor_id from listings l join placements p on p.id = l.placement_id, here
      where l.school_id = here.school_id and l.state = 'published' and p.kind = 'internship'
        and l.id not in (select listing_id from pursuits) order by l.id limit 1)
  select
    (select id from own) as "pursuitId",
    (select p.id from pursuits p, here where p.school_id = here.school_id and p.state = 'requested' order by p.id limit 1) as "requestedPursuitId",
    (select c.id from consents c, here where c.school_id = here.school_id and c.student_id = $2 and c.purpose = 'looking') as "consentId",
    (select c.id from consents c, here where c.school_id = here.school_id and c.student_id = $5 and c.purpose = 'looking') as "minhConsentId",
    (select c.id from consents c, here where c.school_id = here.school_id and c.state = 'requested' and c.purpose = 'looking' order by c.id limit 1) as "openConsentId",
    (select c.letter_code from consents c, here where c.school_id = here.school_id and c.student_id = $2 limit 1) as code,
    (select i.id from introductions i, here where i.school_id = here.school_id and i.state = 'submitted' limit 1) as "introductionId",
    (select listing_id from own) as "ownListingId",
    (select id from free) as "listingId",
    (select lead_mentor_id from free) as "leadMentorId",
    (select l.id from listings l, here where l.school_id = here.school_id and l.state = 'in_review' order by l.id limit 1) as "waitingListingId",
    (select l.placement_id from listings l, own where l.school_id = own.school_id and l.id = own.listing_id) as "placementId",
    (select t.id from staff_tasks t, here where t.school_id = here.school_id and t.state = 'open' order by t.id limit 1) as "taskId",
    (select m.id from matches m, here where m.school_id = here.school_id and m.state = 'proposed' order by m.id limit 1) as "matchId",
    (select g.id from guardian_links g, here where g.school_id = here.school_id and g.student_id = $2 and g.may_see_records order by g.id limit 1) as "guardianLinkId",
    (select m.id from identity.memberships m where m.account_id = $3) as "membershipId",
    (select m.id from mentors m join affiliations a on a.mentor_id = m.id where a.organisation_id = $4 order by m.id limit 1) as "mentorId",
    (select c.id from clearances c join affiliations a on a.mentor_id = c.mentor_id, here
      where c.school_id = here.school_id and a.organisation_id = $4 order by c.mentor_id, c.id limit 1) as "clearanceId"`;
