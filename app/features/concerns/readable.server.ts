import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { isNamed } from "~/domain/concern/named";
import { findWatchedConcern, listWatchedConcerns } from "~db/concern-watch.server";
import { listConcernWords } from "~db/concerns.server";
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
  const rows = reader ? all.filter((row) => mayRead(reader, timeZone, row)) : [];
  return {
    reader,
    staff,
    timeZone,
    rows: reader ? await withoutOwn(tx, { reader, schoolId: actor.schoolId, rows }) : [],
  };
}

/** One of them, or undefined for everybody who may not read it. */
export async function findReadable(tx: ScopeTx, actor: StaffActor, asked: { concernId: string; now: Date }) {
  const { reader, timeZone } = await readerOf(tx, actor, asked.now);
  if (!reader) return undefined;
  const { schoolId, personId } = actor;
  const row = await findWatchedConcern(tx, { schoolId, personId, concernId: asked.concernId });
  if (!row || !mayRead(reader, timeZone, row)) return undefined;
  const [open] = await withoutOwn(tx, { reader, schoolId, rows: [row] });
  return open && { row: open, timeZone };
}

interface Rows<Row> {
  reader: Staff[number];
  schoolId: string;
  rows: readonly Row[];
}

/** Whoever came to the school, changed their name or became a lead after a report was sent may be named in its words. */
async function withoutOwn<Row extends { concern_id: string }>(
  tx: ScopeTx,
  { reader, schoolId, rows }: Rows<Row>,
): Promise<Row[]> {
  const concernIds = rows.map((row) => row.concern_id);
  const words = await listConcernWords(tx, { schoolId, concernIds });
  const own = words.filter(({ body, about_name: aboutName, about_full_name: names }) =>
    isNamed({ aboutName, body, chosen: names.split(" · ").filter(Boolean) }, reader),
  );
  return rows.filter((row) => !own.some(({ id }) => id === row.concern_id));
}
