import type { ScopeTx } from "./scope.server";

interface DraftKey {
  districtId: string;
  organisationId: string;
  accountId: string;
  /** Which form: "placement-new", or "placement:" and the id of the one that is edited. */
  form: string;
}

/** Field name to what was typed. */
export type DraftContent = Record<string, string | string[]>;

export async function upsertDraft(
  tx: ScopeTx,
  { content, now, ...key }: DraftKey & { content: DraftContent; now: Date },
): Promise<void> {
  const values = { content: JSON.stringify(content), updated_at: now.toISOString() };
  await tx
    .insertInto("drafts")
    .values({
      district_id: key.districtId,
      organisation_id: key.organisationId,
      account_id: key.accountId,
      form: key.form,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(["district_id", "organisation_id", "account_id", "form"]).doUpdateSet(values),
    )
    .execute();
}

export async function findDraft(tx: ScopeTx, key: DraftKey): Promise<DraftContent | undefined> {
  const row = await tx
    .selectFrom("drafts")
    .select("content")
    .where("district_id", "=", key.districtId)
    .where("organisation_id", "=", key.organisationId)
    .where("account_id", "=", key.accountId)
    .where("form", "=", key.form)
    .executeTakeFirst();
  return row?.content as DraftContent | undefined;
}

export async function deleteDraft(tx: ScopeTx, key: DraftKey): Promise<void> {
  await tx
    .deleteFrom("drafts")
    .where("district_id", "=", key.districtId)
    .where("organisation_id", "=", key.organisationId)
    .where("account_id", "=", key.accountId)
    .where("form", "=", key.form)
    .execute();
}
