import type { LinkActor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { type CastKey, cast, type SampleSchoolSlug } from "~db/cast";
import { listingIdOf } from "~db/seed/write-placements.server";
import type { TestDatabase } from "./database";
import { createSeededDatabase } from "./seeded-database";
import { openSuperuser } from "./superuser";
import { createTestWiring, TEST_NOW, type TestWiring } from "./wiring";

/** The sample schools with their people and listings, in which nobody has asked for anything yet. */
export interface Stage {
  database: TestDatabase;
  wiring: TestWiring;
  /** Asks past all walls. */
  rows<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Takes away every pursuit and what came of it, and sets the clock back; for `beforeEach`. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage({ connections }: { connections?: number } = {}): Promise<Stage> {
  const database = await createSeededDatabase();
  const wiring = createTestWiring(database, { connections });
  const superuser = await openSuperuser(database.superuserUrl);
  return {
    database,
    wiring,
    rows: (text, values) => superuser.rows(text, values) as never,
    clear: async () => {
      wiring.clock.set(TEST_NOW);
      await superuser.rows(CLEAR);
    },
    close: async () => {
      await superuser.end();
      await wiring.close();
      await database.drop();
    },
  };
}

// Many small tables: deleting their few rows is faster than truncating them.
const CLEAR = [
  "pursuits",
  "consents",
  "wishes",
  "saved_searches",
  "concerns",
  "sequences",
  "contacts",
  "outreach_addresses",
  "mail_suppressions",
  "mentor_suspensions",
  "interest_sittings",
  "matches",
  "match_runs",
  "pair_rulings",
  "plan_pauses",
  "staff_tasks",
  "mails",
  "audit_log",
  "identity.links",
  "graphile_worker._private_jobs",
]
  .map((table) => `delete from ${table}`)
  .concat(
    "update school_settings set overrides = '{}' where school_id = (select id from schools where slug = 'lakeview')",
  )
  .join(";");

/** What a verb answered; a refusal is a failure of the test. */
export function valueIn<Value, Reason extends string>(outcome: Outcome<Value, Reason>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.detail ?? {})}`);
  return outcome.value;
}

/** Why a verb refused; an answer is a failure of the test. */
export function reasonIn<Reason extends string>(outcome: Outcome<unknown, Reason>): Reason {
  if (outcome.ok) throw new Error(`done: ${JSON.stringify(outcome.value)}`);
  return outcome.reason;
}

export const lakeviewListing = (placement: string, school: SampleSchoolSlug = "lakeview") =>
  listingIdOf(school, placement);

/** Ids that look right and name nothing. */
export const NOBODY = "0199d1f0-0000-7000-8000-00000000dead";

/** A standing yes of a guardian to `looking`, as if given by link an hour ago; answers its id. */
export async function giveLooking(stage: Stage, student: CastKey, guardian: CastKey): Promise<string> {
  const { schoolId, personId } = cast[student] as (typeof cast)["ana"];
  const [consent] = await stage.rows<{ id: string }>(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language,
      requested_at, answered_at, valid_until)
      values ($1, $2, $3, 'looking', 'given', 'T' || left(md5(random()::text), 9), 'link', 'en',
        $4::timestamptz - interval '1 day', $4::timestamptz - interval '1 hour', ($4::timestamptz + interval '1 year')::date)
      returning id`,
    [schoolId, personId, cast[guardian].personId, stage.wiring.clock.now()],
  );
  if (!consent) throw new Error("no consent was written");
  return consent.id;
}

/** The host who holds the link of the newest first contact about a pursuit. */
export async function hostByLink(stage: Stage, pursuitId: string): Promise<LinkActor> {
  const [link] = await stage.rows<{ id: string } & Omit<LinkActor, "kind" | "linkKind" | "linkId">>(
    `select id, subject_id as "subjectId", person_id as "personId", organisation_id as "organisationId",
      school_id as "schoolId", district_id as "districtId", language
      from identity.links where kind = 'first-contact' and subject_id = $1 order by expires_at desc, id desc limit 1`,
    [pursuitId],
  );
  if (!link) throw new Error("nobody was contacted");
  const { id, ...bearer } = link;
  return { kind: "link", linkKind: "first-contact", linkId: id, ...bearer };
}

export interface PursuitRow extends Record<string, unknown> {
  id: string;
  state: string;
  student_id: string;
  student_asked_at: string | null;
  expires_at: string | null;
  contacted_at: string | null;
  ended_at: string | null;
  decline_for_student: string;
  decline_for_staff: string;
}

export async function readPursuit(stage: Stage, pursuitId: string): Promise<PursuitRow> {
  const [pursuit] = await stage.rows<PursuitRow>("select * from pursuits where id = $1", [pursuitId]);
  if (!pursuit) throw new Error("there is no such pursuit");
  return pursuit;
}

/** Promised mails, oldest first: their kind, to whom, and what they are about. */
export async function listMails(
  stage: Stage,
  kind?: string,
): Promise<{ kind: string; to: string; state: string; props: Record<string, unknown> }[]> {
  return stage.rows(
    `select kind, recipient_mail as "to", state, props from mails where $1::text is null or kind = $1 order by created_at, id`,
    [kind ?? null],
  );
}

/** Kinds of the open tasks of all schools, sorted. */
export async function listTaskKinds(stage: Stage): Promise<string[]> {
  const tasks = await stage.rows<{ kind: string }>("select kind from staff_tasks where state = 'open' order by kind");
  return tasks.map((task) => task.kind);
}

/** How many rows of a table there are. */
export async function countRows(stage: Stage, table: string): Promise<number> {
  const [row] = await stage.rows<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

/** The host a first contact would have been written to, for pursuits that `insertPursuits` wrote. */
export function bearerFor(pursuit: CrowdPursuit): LinkActor {
  const { id, organisationId, mentorId } = pursuit;
  const { schoolId, districtId } = cast.ana;
  return {
    kind: "link",
    linkKind: "first-contact",
    linkId: NOBODY,
    subjectId: id,
    personId: mentorId,
    organisationId,
    schoolId,
    districtId,
    language: "en",
  };
}

export interface CrowdPursuit extends Record<string, unknown> {
  id: string;
  studentId: string;
  organisationId: string;
  mentorId: string;
}

/** That many students of Lakeview with one pursuit each of the same listing, in a state. */
export function insertPursuits(
  stage: Stage,
  { placement, state, count }: { placement: string; state: "requested" | "contacted" | "offered"; count: number },
): Promise<CrowdPursuit[]> {
  return stage.rows(
    `with made as (insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at,
        contacted_at, expires_at, created_at, updated_at)
        select l.school_id, st.id, l.id, l.organisation_id, $2, $4, case when $2 = 'requested' then null else $4::timestamptz end,
          $4::timestamptz + interval '21 days', $4, $4
        from listings l join students st on st.school_id = l.school_id where l.id = $1 order by st.id limit $3
        returning id, student_id, organisation_id, listing_id)
      select made.id, made.student_id as "studentId", made.organisation_id as "organisationId", p.lead_mentor_id as "mentorId"
      from made join listings l on l.id = made.listing_id join placements p on p.id = l.placement_id`,
    [lakeviewListing(placement), state, count, stage.wiring.clock.now()],
  );
}

/** Changes settings of Lakeview until the next `clear`. */
export async function setLakeview(stage: Stage, overrides: Record<string, unknown>): Promise<void> {
  await stage.rows(
    `insert into school_settings (school_id, overrides) values ($1, $2)
      on conflict (school_id) do update set overrides = excluded.overrides`,
    [cast.ana.schoolId, JSON.stringify(overrides)],
  );
}

/** Lets the worker send every mail that waits; the mailer keeps them in `wiring.sent`. */
export async function sendMails(stage: Stage): Promise<void> {
  const mails = await stage.rows<{ id: string }>("select id from mails where state = 'queued' order by id");
  for (const { id } of mails) await deliverMail(stage.wiring, { mailId: id });
}

/** The same placement once more at Lakeview, with days and dates of its own; answers the listing. */
export async function copyListing(
  stage: Stage,
  placement: string,
  { weekdays, startsOn }: { weekdays: readonly number[]; startsOn?: string },
): Promise<string> {
  const [copy] = await stage.rows<{ listingId: string }>(
    `with source as (select l, p, uuidv7() as listing_id, uuidv7() as placement_id
        from listings l join placements p on p.id = l.placement_id where l.id = $1),
      placement as (insert into placements select (jsonb_populate_record(p, jsonb_build_object('id', placement_id,
        'starts_on', coalesce($3, (p).starts_on::text), 'ends_on', coalesce($3::date + 60, (p).ends_on)))).* from source),
      days as (insert into placement_days (district_id, organisation_id, placement_id, weekday, starts_at, ends_at, seats)
        select (p).district_id, (p).organisation_id, placement_id, weekday, '09:00', '12:00', (p).seats
        from source, unnest($2::int[]) weekday)
      insert into listings select (jsonb_populate_record(l, jsonb_build_object('id', listing_id,
        'placement_id', placement_id))).* from source returning id as "listingId"`,
    [lakeviewListing(placement), weekdays, startsOn ?? null],
  );
  if (!copy) throw new Error("no listing was copied");
  return copy.listingId;
}
