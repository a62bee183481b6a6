import { sql as query } from "kysely";
import { expect, it } from "vitest";
import { withSearchTables } from "~db/scope.server";
import { settingsOf } from "~search/indexes";
import { filterSql } from "~search/postgres-filter";
import { createTestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { INDEX, LAKEVIEW, openPostgresIndex } from "./documents";

it("what is over is looked up by its last day, with the one plan that is kept for all days", async () => {
  const database = await createTestDatabase();
  const { db, close } = openPostgresIndex(database.webUrl, 1);
  try {
    await sql(database, "insert into search_indexes (name) values ($1)", [INDEX]);
    await sql(
      database,
      `insert into search_documents (index_name, id, school_ids, version, numbers)
        select $1, 'd' || n, array[$2::uuid], 1, jsonb_build_object('endsAt', n) from generate_series(1, 5000) n`,
      [INDEX, LAKEVIEW],
    );
    await sql(database, "analyze search_documents");
    const asked = { index: INDEX, settings: settingsOf(INDEX), schoolId: LAKEVIEW };
    const passes = filterSql(asked, { not: { field: "endsAt", atMost: 5 } });
    const plan = await withSearchTables({ db }, async (tx) => {
      const { sql: text } = query`select from search_documents d where ${passes}`.compile(tx);
      const { rows } = await query.raw<Record<string, string>>(`explain (generic_plan, costs off) ${text}`).execute(tx);
      return rows.map((line) => line["QUERY PLAN"]).join("\n");
    });
    expect(plan).toContain("search_documents_by_last_day");
  } finally {
    await close();
    await database.drop();
  }
});
