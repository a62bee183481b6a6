import type { ExpressionBuilder } from "kysely";
import type { DB } from "./schema.generated";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

/** Staff of the school on a day, by name, each once with the role that does most, and whether they are safeguarding leads. */
export async function listStaff(tx: ScopeTx, { schoolId, on }: OfSchool & { on: string }) {
  const rows = await tx
    .selectFrom("identity.memberships as m")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.person_id"),
    )
    .leftJoin("safeguarding_leads as l", (join) =>
      join
        .onRef("l.school_id", "=", "m.school_id")
        .onRef("l.person_id", "=", "m.person_id")
        .on("l.from_on", "<=", on)
        .on((eb) => eb.or([eb("l.to_on", "is", null), eb("l.to_on", ">", on)])),
    )
    .select(["m.person_id", "m.role", "pe.full_name", "pe.name_used", "pe.language", "l.from_on as lead_since"])
    .where("m.school_id", "=", schoolId)
    .where("m.role", "in", ["advisor", "coordinator", "admin"])
    .where("m.from_on", "<=", on)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", on)]))
    .orderBy((eb) =>
      eb.case().when("m.role", "=", "admin").then(0).when("m.role", "=", "coordinator").then(1).else(2).end(),
    )
    .orderBy("l.from_on")
    .execute();
  const once = new Map(rows.toReversed().map((row) => [row.person_id, row]));
  return [...once.values()]
    .map((row) => ({
      personId: row.person_id,
      role: row.role,
      fullName: row.full_name,
      nameUsed: row.name_used,
      language: row.language,
      isLead: row.lead_since !== null,
      leadSince: row.lead_since,
    }))
    .sort((one, other) => one.fullName.localeCompare(other.fullName));
}

interface Change extends OfSchool {
  personId: string;
  /** Today. */
  on: string;
  /** The first day on which it holds. */
  holdsOn: string;
}

/** From a day on somebody is a safeguarding lead; false when they are one already, or will be. */
export async function insertLead(tx: ScopeTx, { schoolId, personId, on, holdsOn }: Change): Promise<boolean> {
  const isLead = await tx
    .selectFrom("safeguarding_leads")
    .select("person_id")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where(isOrWillBe(on))
    .executeTakeFirst();
  if (isLead) return false;
  const result = await tx
    .insertInto("safeguarding_leads")
    .values({ school_id: schoolId, person_id: personId, from_on: holdsOn })
    .onConflict((conflict) => conflict.columns(["school_id", "person_id", "from_on"]).doUpdateSet({ to_on: null }))
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** From a day on somebody is no safeguarding lead any more; false when they are none, or that is said already. */
export async function endLead(tx: ScopeTx, { schoolId, personId, on, holdsOn }: Change): Promise<boolean> {
  const result = await tx
    .updateTable("safeguarding_leads")
    .set({ to_on: holdsOn })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("from_on", "<=", on)
    .where("to_on", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

const isOrWillBe = (on: string) => (eb: ExpressionBuilder<DB, "safeguarding_leads">) =>
  eb.or([eb("to_on", "is", null), eb.and([eb("to_on", ">", on), eb("to_on", ">", eb.ref("from_on"))])]);

/** Who became a lead since a day, or will, and who is none any more or will be none; the newest first. */
export async function listLeadChanges(tx: ScopeTx, { schoolId, since }: OfSchool & { since: string }) {
  const rows = await tx
    .selectFrom("safeguarding_leads as l")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "l.school_id").onRef("pe.id", "=", "l.person_id"),
    )
    .select(["l.person_id", "pe.full_name", "l.from_on", "l.to_on"])
    .where("l.school_id", "=", schoolId)
    .where((eb) => eb.or([eb("l.from_on", ">=", since), eb("l.to_on", ">=", since)]))
    .where((eb) => eb.or([eb("l.to_on", "is", null), eb("l.to_on", ">", eb.ref("l.from_on"))]))
    .execute();
  return rows
    .flatMap(({ person_id: personId, full_name: fullName, from_on: from, to_on: to }) => [
      ...(from >= since ? [{ personId, fullName, change: "name" as const, on: from }] : []),
      ...(to !== null && to >= since ? [{ personId, fullName, change: "end" as const, on: to }] : []),
    ])
    .sort((one, other) => other.on.localeCompare(one.on) || one.fullName.localeCompare(other.fullName));
}

/** A change that does not hold yet never will: who was to be a lead is none, who was to be none stays one. */
export async function stopLeadChange(
  tx: ScopeTx,
  { schoolId, personId, on }: OfSchool & { personId: string; on: string },
): Promise<boolean> {
  const result = await tx
    .updateTable("safeguarding_leads")
    .set((eb) => ({ to_on: eb.case().when("from_on", ">", on).then(eb.ref("from_on")).else(null).end() }))
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where((eb) => eb.or([eb("from_on", ">", on), eb("to_on", ">", on)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
