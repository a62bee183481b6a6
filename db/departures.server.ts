import type { ScopeTx } from "./scope.server";

interface OfDeparture {
  districtId: string;
  departureId: string;
}

export interface NewDeparture {
  districtId: string;
  organisationId: string;
  mentorId: string;
  lastDay: string;
  reason: string;
  saidBySchoolId: string | null;
  now: Date;
}

/** Writes down that a mentor leaves an organisation. The mentor is locked, so that it is said once. */
export async function insertDeparture(tx: ScopeTx, departure: NewDeparture): Promise<string> {
  const { id } = await tx
    .insertInto("mentor_departures")
    .values({
      district_id: departure.districtId,
      organisation_id: departure.organisationId,
      mentor_id: departure.mentorId,
      last_day: departure.lastDay,
      reason: departure.reason,
      said_by_school_id: departure.saidBySchoolId,
      said_at: departure.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Where a mentor is leaving and nobody has been handed their places yet. */
export function listStandingDepartures(
  tx: ScopeTx,
  { districtId, mentorId }: { districtId: string; mentorId: string },
) {
  return tx
    .selectFrom("mentor_departures")
    .select(["id", "organisation_id", "last_day", "reason", "said_by_school_id"])
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where("undone_at", "is", null)
    .where("handed_on_at", "is", null)
    .execute();
}

/** A departure as it was written down, or undefined. */
export function findDeparture(tx: ScopeTx, { districtId, departureId }: OfDeparture) {
  return tx
    .selectFrom("mentor_departures")
    .selectAll()
    .where("district_id", "=", districtId)
    .where("id", "=", departureId)
    .executeTakeFirst();
}

/** A departure, locked against whoever takes it back or carries it out at this moment. */
export function lockDeparture(tx: ScopeTx, { districtId, departureId }: OfDeparture) {
  return tx
    .selectFrom("mentor_departures")
    .selectAll()
    .where("district_id", "=", districtId)
    .where("id", "=", departureId)
    .forUpdate()
    .executeTakeFirst();
}

export type Departure = NonNullable<Awaited<ReturnType<typeof lockDeparture>>>;

/** The mentor stays: what was said is kept, and counts no more. */
export async function markUndone(tx: ScopeTx, { districtId, departureId, now }: OfDeparture & { now: Date }) {
  await tx
    .updateTable("mentor_departures")
    .set({ undone_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("id", "=", departureId)
    .execute();
}

/** Somebody else, or nobody, leads what they led. */
export async function markHandedOn(tx: ScopeTx, { districtId, departureId, now }: OfDeparture & { now: Date }) {
  await tx
    .updateTable("mentor_departures")
    .set({ handed_on_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("id", "=", departureId)
    .execute();
}

/** Departures of the district of which a school has something left to do: to tell, to pause, or to take back what it told. */
export function listUnfinishedDepartures(
  tx: ScopeTx,
  { schoolId, districtId }: { schoolId: string; districtId: string },
) {
  return tx
    .selectFrom("mentor_departures as d")
    .leftJoin("departure_schools as s", (join) =>
      join.on("s.school_id", "=", schoolId).onRef("s.departure_id", "=", "d.id"),
    )
    .select(["d.id", "d.last_day", "d.undone_at", "d.handed_on_at", "s.told_at"])
    .where("d.district_id", "=", districtId)
    .where("s.paused_at", "is", null)
    .where((eb) => eb.or([eb("d.undone_at", "is", null), eb("s.told_at", "is not", null)]))
    .orderBy("d.said_at")
    .orderBy("d.id")
    .execute();
}

interface AtSchool extends OfDeparture {
  schoolId: string;
  now: Date;
}

/** Notes that a school told its staff; false where it had. */
export async function markTold(tx: ScopeTx, { schoolId, districtId, departureId, now }: AtSchool): Promise<boolean> {
  const row = await tx
    .insertInto("departure_schools")
    .values({
      school_id: schoolId,
      district_id: districtId,
      departure_id: departureId,
      told_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("departure_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that a school has paused what there was to pause; false where it had. Whoever comes at once waits for the first. */
export async function markPaused(
  tx: ScopeTx,
  { schoolId, departureId, now }: Omit<AtSchool, "districtId">,
): Promise<boolean> {
  const row = await tx
    .updateTable("departure_schools")
    .set({ paused_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("departure_id", "=", departureId)
    .where("paused_at", "is", null)
    .returning("departure_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The school told of somebody who stays. */
export async function forgetTold(
  tx: ScopeTx,
  { schoolId, departureId }: { schoolId: string; departureId: string },
): Promise<void> {
  await tx
    .deleteFrom("departure_schools")
    .where("school_id", "=", schoolId)
    .where("departure_id", "=", departureId)
    .where("paused_at", "is", null)
    .execute();
}
