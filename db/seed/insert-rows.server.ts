import type { Insertable, Transaction } from "kysely";
import type { DB } from "../schema.generated";

const MOST_PARAMETERS = 60_000;

/**
 * Adds many rows in few statements. A row whose key is there already stays as it is: every id of the sample data is fixed,
 * so that a seed that was interrupted can run again and finish.
 */
export async function insertRows<Table extends keyof DB>(
  tx: Transaction<DB>,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const step = Math.floor(MOST_PARAMETERS / Object.keys(first).length);
  for (let from = 0; from < rows.length; from += step) {
    const part = rows.slice(from, from + step);
    await tx
      .insertInto(table)
      .values(part as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
