import { sql } from "kysely";
import type { GateRule } from "~/domain/pursuit/gates";
import type { ScopeTx } from "./scope.server";

/** Opens the gates of a pursuit; a gate that exists already stays as it is. */
export async function insertGates(
  tx: ScopeTx,
  { schoolId, pursuitId, gates }: { schoolId: string; pursuitId: string; gates: readonly GateRule[] },
) {
  if (gates.length === 0) return;
  await tx
    .insertInto("gates")
    .values(gates.map((gate) => ({ school_id: schoolId, pursuit_id: pursuitId, kind: gate.kind, before: gate.before })))
    .onConflict((conflict) => conflict.columns(["school_id", "pursuit_id", "kind"]).doNothing())
    .execute();
}

export function listGates(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return tx
    .selectFrom("gates")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .orderBy("before")
    .orderBy("kind")
    .execute();
}

/** Whether the request in a row called `alias` waits for the student's advisor. A piece of a larger query. */
export function waitsForAdvisor(alias: "u" | "pursuits") {
  const row = sql.table(alias);
  return sql<boolean>`(${row}.state = 'requested' and exists (select from gates g where g.school_id = ${row}.school_id
    and g.pursuit_id = ${row}.id and g.kind = 'endorsement' and g.state = 'open'))`;
}

/**
 * Whether a row of `pursuits` that is asked for waits for the coordinators: no advisor has to read it first, or one had time since
 * before a moment. A piece of a larger query.
 */
export function waitsForCoordinators(since: Date) {
  return sql<boolean>`(pursuits.student_asked_at < ${since.toISOString()} or not ${waitsForAdvisor("pursuits")})`;
}

interface ToClose {
  schoolId: string;
  pursuitId: string;
  kind: string;
  by: string | null;
  on: string;
  note: string;
  /** Of a clearance gate that a person confirms: whom the placement names. */
  mentorIds: readonly string[] | null;
  /** `waived` where it goes on without what the gate asks for. */
  as: "met" | "waived";
}

/** Closes an open gate with date and note; answers false when it was not open. */
export async function closeGate(tx: ScopeTx, gate: ToClose): Promise<boolean> {
  const result = await tx
    .updateTable("gates")
    .set({
      ...{ state: gate.as, confirmed_by: gate.by, confirmed_on: gate.on, note: gate.note },
      confirmed_mentor_ids: gate.mentorIds ? [...gate.mentorIds] : null,
    })
    .where("school_id", "=", gate.schoolId)
    .where("pursuit_id", "=", gate.pursuitId)
    .where("kind", "=", gate.kind)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Opens a gate again, because what it rested on was taken back; answers false when it was not closed. */
export async function reopenGate(
  tx: ScopeTx,
  gate: { schoolId: string; pursuitId: string; kind: string },
): Promise<boolean> {
  const result = await tx
    .updateTable("gates")
    .set({ state: "open", confirmed_by: null, confirmed_on: null, confirmed_mentor_ids: null, note: "" })
    .where("school_id", "=", gate.schoolId)
    .where("pursuit_id", "=", gate.pursuitId)
    .where("kind", "=", gate.kind)
    .where("state", "<>", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
