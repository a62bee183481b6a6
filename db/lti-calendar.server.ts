import type { ScopeTx } from "./scope.server";

/** Civil days from one on on which the school is closed, as its calendar has them. */
export async function listClosedDays(
  tx: ScopeTx,
  { schoolId, from }: { schoolId: string; from: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("no_school_days")
    .select("day")
    .where("school_id", "=", schoolId)
    .where("day", ">=", from)
    .execute();
  return rows.map(({ day }) => day);
}

/** The term that a day is in, or the next one, with its days without school; undefined where the school has none to come. */
export async function findCalendar(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  const term = await tx
    .selectFrom("terms")
    .select(["lti_weekdays", "starts_on", "ends_on"])
    .where("school_id", "=", schoolId)
    .where("ends_on", ">=", on)
    .orderBy("starts_on")
    .limit(1)
    .executeTakeFirst();
  if (!term) return undefined;
  const closed = await tx
    .selectFrom("no_school_days")
    .select("day")
    .where("school_id", "=", schoolId)
    .where("day", ">=", on)
    .where("day", "<=", term.ends_on)
    .execute();
  return {
    weekdays: term.lti_weekdays,
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    closed: closed.map(({ day }) => day),
  };
}
