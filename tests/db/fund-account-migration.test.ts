import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate } from "~db/migrate";
import { createEmptyDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

const school = "00000000-0000-4000-8000-000000000001";
const [paid, begun] = ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"];

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let superuser: Rows;
beforeAll(async () => {
  database = await createEmptyDatabase();
  superuser = await openSuperuser(database.superuserUrl);
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Runs every migration that is numbered before. */
async function migrateTo(before: string): Promise<void> {
  const migrations = listMigrations().filter(({ name }) => name < before);
  await migrate(database.ownerUrl, { migrations, indexes: [] });
}

test("the key of a book becomes an account of its own, with the gifts that are paid there, and stays in no other place", async () => {
  await migrateTo("0077");
  await superuser.rows("insert into districts (id, name) values ($1, 'Lake')", [school]);
  await superuser.rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $1, 'lake', 'Lake', 'America/Los_Angeles', '1 Lake Street', 'Ines', '555-0100')`,
    [school],
  );
  await superuser.rows(
    `insert into fund_books (school_id, book, secret_key, key_hint, webhook_secrets, connected_at) values
      ($1, 'test', 'sealed', 'abcd', '{one,two}', '2026-10-01'), ($1, 'live', null, '', '{}', null)`,
    [school],
  );
  for (const id of [paid, begun])
    await superuser.rows(
      `insert into gifts (school_id, district_id, id, book, purpose, minor, currency, way)
        values ($1, $1, $2, 'test', 'transit', 10000, 'usd', 'checkout')`,
      [school, id],
    );
  await superuser.rows(
    "insert into gift_references (school_id, book, reference, gift_id) values ($1, 'test', 'cs_1', $2)",
    [school, paid],
  );
  await migrateTo("0078");
  const accounts = await superuser.rows(
    `select id, book, stripe_account, convert_from(secret_key, 'utf8') as key, key_hint, cardinality(webhook_secrets) as secrets,
      replaced_at, ended_at from fund_accounts`,
  );
  const ended = { stripe_account: null, replaced_at: null, ended_at: null };
  const [account] = accounts;
  expect(accounts).toEqual([{ ...ended, id: account?.id, book: "test", key: "sealed", key_hint: "abcd", secrets: 2 }]);
  expect(await superuser.rows("select id, account_id from gifts order by id")).toEqual([
    { id: paid, account_id: account?.id },
    { id: begun, account_id: null },
  ]);
  expect(await superuser.rows("select account_id from gift_references")).toEqual([{ account_id: account?.id }]);
  const columns = await superuser.rows(
    "select column_name from information_schema.columns where table_name = 'fund_books' order by 1",
  );
  expect(columns).toEqual([{ column_name: "book" }, { column_name: "school_id" }]);
});

test("no two schools have one account in a book, and a book has one that takes gifts", async () => {
  await superuser.rows("update fund_accounts set stripe_account = 'acct_1'");
  const again = (stripeAccount: string, replaced: string | null) =>
    superuser.rows(
      "insert into fund_accounts (school_id, book, stripe_account, connected_at, replaced_at) values ($1, 'test', $2, now(), $3)",
      [school, stripeAccount, replaced],
    );
  await expect(again("acct_1", "2026-10-02")).rejects.toThrow(/fund_accounts_at_stripe/);
  await expect(again("acct_2", null)).rejects.toThrow(/fund_accounts_current/);
  await migrateTo("9");
});
