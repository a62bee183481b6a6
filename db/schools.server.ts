import { sql } from "kysely";
import { type SchoolSettings, settingsFrom } from "~/domain/settings";
import { quietUntil } from "~/domain/time";
import type { ScopeTx, SystemTx } from "./scope.server";

export function getSchool(tx: ScopeTx, schoolId: string) {
  return tx.selectFrom("schools").selectAll().where("id", "=", schoolId).executeTakeFirstOrThrow();
}

export function findSchoolBySlug(tx: SystemTx, slug: string) {
  return tx.selectFrom("schools").selectAll().where("slug", "=", slug).executeTakeFirst();
}

/** The district of a school, or undefined when there is no such school. */
export async function findDistrictOf(tx: SystemTx, schoolId: string): Promise<string | undefined> {
  const row = await tx.selectFrom("schools").select("district_id").where("id", "=", schoolId).executeTakeFirst();
  return row?.district_id;
}

/** Every school, for jobs that go from school to school. */
export function listSchools(tx: SystemTx) {
  return tx.selectFrom("schools").select(["id", "district_id", "slug", "name", "time_zone"]).orderBy("slug").execute();
}

/** The schools that take offers from organisations without an account: all that did not say otherwise. */
export function listOfferSchools(tx: SystemTx): Promise<{ slug: string; name: string }[]> {
  return tx.selectFrom("schools").select(["slug", "name"]).where("takes_offers", "=", true).orderBy("slug").execute();
}

/** Opens or closes a school to offers; false when it stands so already. */
export async function setTakesOffers(
  tx: ScopeTx,
  { schoolId, takesOffers }: { schoolId: string; takesOffers: boolean },
): Promise<boolean> {
  const result = await tx
    .updateTable("schools")
    .set({ takes_offers: takesOffers })
    .where("id", "=", schoolId)
    .where("takes_offers", "<>", takesOffers)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The school's settings: its own over the defaults. */
export async function getSettings(tx: ScopeTx, schoolId: string): Promise<SchoolSettings> {
  return settingsOf(await overridesOf(tx, schoolId).executeTakeFirst());
}

/** The same, and nobody changes them until this transaction ends: for what must not come about under settings of before. */
export async function lockSettings(tx: ScopeTx, schoolId: string): Promise<SchoolSettings> {
  return settingsOf(await overridesOf(tx, schoolId).forShare().executeTakeFirst());
}

/** The row of a school's own settings, as a piece of a larger query; `settingsOf` reads it. */
export function overridesOf(tx: ScopeTx, schoolId: string) {
  return tx.selectFrom("school_settings").select("overrides").where("school_id", "=", schoolId);
}

export function settingsOf(row: { overrides: unknown } | undefined): SchoolSettings {
  return settingsFrom((row?.overrides as Record<string, unknown> | undefined) ?? {});
}

/** When the quiet hours end that it is at a school by its own clock; null outside them. */
export async function findQuietEnd(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<Date | null> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const { quietFromHour: fromHour, quietToHour: toHour } = await getSettings(tx, schoolId);
  const end = quietUntil({ timeZone, fromHour, toHour }, now.toISOString());
  return end === null ? null : new Date(end);
}

/** Changes some settings of the school and leaves the others; a page that is behind overwrites only what it shows. */
export async function putSettings(
  tx: ScopeTx,
  { schoolId, settings }: { schoolId: string; settings: Partial<SchoolSettings> },
): Promise<void> {
  const changes = JSON.stringify(settings);
  await tx
    .insertInto("school_settings")
    .values({ school_id: schoolId, overrides: changes })
    .onConflict((conflict) =>
      conflict.column("school_id").doUpdateSet({
        overrides: sql`school_settings.overrides || ${changes}::jsonb`,
        revision: sql`school_settings.revision + 1`,
        updated_at: sql`now()`,
      }),
    )
    .execute();
}
