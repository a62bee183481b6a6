import type { TestDatabase } from "./database";
import { sql } from "./sql";

/** An account with a membership in a school of its own; answers the ids. */
export async function insertAccount(
  database: Pick<TestDatabase, "superuserUrl">,
  {
    mail,
    role = "coordinator",
    slug = "test-school",
  }: { mail: string; role?: "student" | "guardian" | "advisor" | "coordinator" | "admin"; slug?: string },
): Promise<{ accountId: string; membershipId: string; schoolId: string; personId: string }> {
  const [made] = await sql<{ accountId: string; membershipId: string; schoolId: string; personId: string }>(
    database,
    `with known as (select id, district_id from schools where slug = $3),
      district as (insert into districts (name) select 'Test district' where not exists (select from known) returning id),
      school as (insert into schools (district_id, slug, name, time_zone, postal_address, help_name, help_phone)
        select id, $3, 'Test school', 'America/Los_Angeles', '1 Main St', 'Office', '555 0100' from district returning id, district_id),
      here as (select * from known union all select * from school),
      person as (insert into people (school_id, full_name, name_used) select id, 'Test Person', 'Test' from here returning id),
      account as (insert into identity.accounts (mail) values ($1)
        on conflict (mail) do update set language = 'en' returning id),
      membership as (insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on)
        select account.id, $2, here.id, here.district_id, person.id, '2026-01-01' from account, here, person returning id)
      select account.id as "accountId", membership.id as "membershipId", here.id as "schoolId", person.id as "personId"
      from account, membership, here, person`,
    [mail, role, slug],
  );
  if (!made) throw new Error("no account was made");
  return made;
}

/** Code and link token of the newest sign-in mail. */
export async function readSignInMail(
  database: Pick<TestDatabase, "superuserUrl">,
): Promise<{ code: string; link: string; token: string; to: string }> {
  const [mail] = await sql<{ props: { code: string; link: string }; to: string }>(
    database,
    `select props, recipient_mail as "to" from mails where kind = 'sign-in' order by id desc limit 1`,
  );
  if (!mail) throw new Error("no sign-in mail was written");
  return { ...mail.props, to: mail.to, token: new URL(mail.props.link).searchParams.get("token") ?? "" };
}
