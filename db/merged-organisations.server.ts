import { sql } from "kysely";
import type { OrganisationFacts } from "~/domain/merge/choices";
import type { ScopeTx } from "./scope.server";

interface OfOrganisation {
  districtId: string;
  organisationId: string;
}

export interface OrganisationRow extends OrganisationFacts {
  id: string;
  nameKey: string;
  createdAt: string;
  /** Changes with anything that the row says. */
  seal: string;
  /** The row as a merge keeps it. */
  whole: Record<string, unknown>;
}

const columns = sql`id, name, sector, about, website, name_key as "nameKey", created_at as "createdAt",
  md5(concat_ws(chr(31), name, sector, about, website)) as seal, to_jsonb(o) as whole`;

/** Organisations of the district with all they say, by id. */
export async function findOrganisationRows(
  tx: ScopeTx,
  { districtId, ids }: { districtId: string; ids: readonly string[] },
): Promise<Map<string, OrganisationRow>> {
  const { rows } = await sql<OrganisationRow>`select ${columns} from organisations o
    where district_id = ${districtId} and id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same, locked in the order of their ids: nothing new can name them until the transaction ends. */
export async function lockOrganisationRows(
  tx: ScopeTx,
  { districtId, ids }: { districtId: string; ids: readonly string[] },
): Promise<Map<string, OrganisationRow>> {
  const { rows } = await sql<OrganisationRow>`select ${columns} from organisations o
    where district_id = ${districtId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes what an organisation says of itself. */
export async function updateOrganisationFacts(
  tx: ScopeTx,
  { districtId, organisationId, facts, nameKey }: OfOrganisation & { facts: OrganisationFacts; nameKey: string },
): Promise<void> {
  await tx
    .updateTable("organisations")
    .set({ ...facts, name_key: nameKey })
    .where("district_id", "=", districtId)
    .where("id", "=", organisationId)
    .execute();
}

/** Takes an organisation away. Throws while anything in any school still names it. */
export async function deleteOrganisation(tx: ScopeTx, { districtId, organisationId }: OfOrganisation): Promise<void> {
  await tx.deleteFrom("organisations").where("district_id", "=", districtId).where("id", "=", organisationId).execute();
}

/** Puts an organisation back as a merge kept it. */
export async function insertOrganisationAgain(tx: ScopeTx, whole: Record<string, unknown>): Promise<void> {
  await sql`insert into organisations (district_id, id, name, name_key, sector, about, website, source, created_at)
    select district_id, id, name, name_key, sector, about, website, source, created_at
    from jsonb_populate_record(null::organisations, ${JSON.stringify(whole)}::jsonb)`.execute(tx);
}

/** What a merge kept of an organisation, as its page reads it. */
export function factsOfWhole(whole: Readonly<Record<string, unknown>>): OrganisationFacts & { nameKey: string } {
  const word = (column: string) => String(whole[column] ?? "");
  return {
    ...{ name: word("name"), sector: word("sector"), about: word("about"), website: word("website") },
    nameKey: word("name_key"),
  };
}
