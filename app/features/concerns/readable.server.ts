import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { readByOf } from "~/domain/concern/report";
import { findWatchedConcern, listWatchedConcerns } from "~db/concerns.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

type Staff = Awaited<ReturnType<typeof listStaff>>;

/** Who reads reports by their own right: a lead. An admin reads those that no lead is left for, or that nobody took on. */
async function readerOf(tx: ScopeTx, actor: StaffActor, now: Date) {
  const { schoolId, personId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on: civilDate(now, timeZone) });
  const self = staff.find((person) => person.personId === personId);
  const reader = self && (self.isLead || self.role === "admin") ? self : null;
  return { reader, staff, timeZone };
}

/** Also without the policies: the reader is a lead, or an admin to whom the report falls, and it does not name them. */
function mayRead(reader: Staff[number] | null, staff: Staff, row: { not_for: string[]; stage: number }): boolean {
  if (!reader || row.not_for.includes(reader.personId)) return false;
  return reader.isLead || row.stage >= 2 || readByOf(staff, row.not_for) !== "leads";
}

/** The reports that somebody of the staff may open. */
export async function listReadable(tx: ScopeTx, actor: StaffActor, now: Date) {
  const { reader, staff, timeZone } = await readerOf(tx, actor, now);
  const all = reader ? await listWatchedConcerns(tx, { schoolId: actor.schoolId }) : [];
  return { reader, staff, timeZone, rows: all.filter((row) => mayRead(reader, staff, row)) };
}

/** One of them, or undefined for everybody who may not read it. */
export async function findReadable(tx: ScopeTx, actor: StaffActor, asked: { concernId: string; now: Date }) {
  const { reader, staff, timeZone } = await readerOf(tx, actor, asked.now);
  if (!reader) return undefined;
  const row = await findWatchedConcern(tx, { schoolId: actor.schoolId, concernId: asked.concernId });
  return row && mayRead(reader, staff, row) ? { row, timeZone } : undefined;
}
