import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { findWatchedConcern, listWatchedConcerns } from "~db/concern-watch.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

type Staff = Awaited<ReturnType<typeof listStaff>>;

/** Who may read reports at all: a lead, and an admin who was told. */
async function readerOf(tx: ScopeTx, actor: StaffActor, now: Date) {
  const { schoolId, personId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on: civilDate(now, timeZone) });
  const self = staff.find((person) => person.personId === personId);
  const reader = self && (self.isLead || self.role === "admin") ? self : null;
  return { reader, staff, timeZone };
}

interface Watched {
  not_for: string[];
  raised_at: string;
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  was_told: boolean;
}

/**
 * Also without the policies: never somebody it names. A lead reads what was raised since they are one; leads and admins who were
 * told read while nobody looks after it, and whoever took it on.
 */
function mayRead(reader: Staff[number], timeZone: string, row: Watched): boolean {
  if (row.not_for.includes(reader.personId)) return false;
  const raisedOn = civilDate(new Date(row.raised_at), timeZone);
  if (reader.leadSince !== null && reader.leadSince <= raisedOn) return true;
  return row.acknowledged_at === null ? row.was_told : row.acknowledged_by === reader.personId;
}

/** The reports that somebody of the staff may open. */
export async function listReadable(tx: ScopeTx, actor: StaffActor, now: Date) {
  const { reader, staff, timeZone } = await readerOf(tx, actor, now);
  const all = reader ? await listWatchedConcerns(tx, actor) : [];
  return { reader, staff, timeZone, rows: reader ? all.filter((row) => mayRead(reader, timeZone, row)) : [] };
}

/** One of them, or undefined for everybody who may not read it. */
export async function findReadable(tx: ScopeTx, actor: StaffActor, asked: { concernId: string; now: Date }) {
  const { reader, timeZone } = await readerOf(tx, actor, asked.now);
  if (!reader) return undefined;
  const { schoolId, personId } = actor;
  const row = await findWatchedConcern(tx, { schoolId, personId, concernId: asked.concernId });
  return row && mayRead(reader, timeZone, row) ? { row, timeZone } : undefined;
}
