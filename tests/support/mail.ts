import { enqueueMail, type NewMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import type { MailKind } from "~emails/kinds";
import type { TestDatabase } from "./database";
import { sql } from "./sql";
import type { TestWiring } from "./wiring";

export interface TestSchool {
  schoolId: string;
  districtId: string;
}

/** A school in a district of its own, without anybody in it. */
export async function insertSchool(database: Pick<TestDatabase, "superuserUrl">, slug: string): Promise<TestSchool> {
  const [school] = await sql<TestSchool & Record<string, unknown>>(
    database,
    `with district as (insert into districts (name) values ($1) returning id)
      insert into schools (district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      select id, $1, 'Lakeview High School', 'America/Los_Angeles', '100 Lake Street', 'Dana Whitfield', '+1 206 555 0142' from district
      returning id as "schoolId", district_id as "districtId"`,
    [slug],
  );
  if (!school) throw new Error("no school was made");
  return school;
}

let count = 0;

/** Promises the catalogue's example of a kind from a school; answers the mail's id. */
export async function promiseMail(
  wiring: TestWiring,
  { schoolId, districtId }: TestSchool,
  { kind = "consent-request", to = "rosa@family.example" }: { kind?: MailKind; to?: string } = {},
): Promise<string> {
  count += 1;
  const mail = {
    kind,
    props: mailCatalogue[kind].example,
    to: { mail: to, language: "es" },
    schoolId,
    dedupeKey: `test:${count}`,
    now: wiring.clock.now(),
  } as NewMail;
  const id = await withScope(wiring, { kind: "system", job: "test", schoolId, districtId }, (tx) =>
    enqueueMail(tx, mail),
  );
  if (!id) throw new Error("the mail was there already");
  return id;
}

export interface StoredMail extends Record<string, unknown> {
  state: string;
  attempts: number;
  claimed_until: string | null;
  handed_at: string | null;
  provider_id: string | null;
  frozen_subject: string | null;
  frozen_html: string | null;
  frozen_text: string | null;
  frozen_from: string | null;
  frozen_headers: Record<string, string> | null;
  props: Record<string, unknown>;
  last_error: string | null;
}

export async function readMail(database: TestDatabase, mailId: string): Promise<StoredMail> {
  const [mail] = await sql<StoredMail>(database, "select * from mails where id = $1", [mailId]);
  if (!mail) throw new Error("there is no such mail");
  return mail;
}

/** Jobs that wait for a worker, with the moment they may run. */
export function listJobs(
  database: TestDatabase,
  task: string,
): Promise<{ key: string | null; run_at: string; queue_name: string | null }[]> {
  return sql(
    database,
    "select key, run_at, queue_name from graphile_worker.jobs where task_identifier = $1 and locked_at is null order by run_at",
    [task],
  );
}
