import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { ScopeTx } from "./scope.server";

/** Wrong tries after which a code is dead and the school hands out a new one. */
export const GUARDIAN_CODE_TRIES = 8;

/** What is stored of a guardian's code: HMAC-SHA-256 under the app's secret, bound to school and person. */
export function guardianCodeMac(secret: string, schoolId: string, guardianId: string, code: string): Buffer {
  return createHmac("sha256", secret)
    .update(`guardian-code:${schoolId}:${guardianId}:${code.replace(/\D/g, "")}`)
    .digest();
}

/** Eight digits, for staff to hand over in person. */
export function newGuardianCode(): string {
  return Array.from({ length: 8 }, () => randomInt(10)).join("");
}

export async function upsertGuardianCode(
  tx: ScopeTx,
  code: { schoolId: string; guardianId: string; mac: Buffer; issuedBy: string | null; now: Date },
): Promise<void> {
  const values = { code_mac: code.mac, issued_at: code.now.toISOString(), issued_by: code.issuedBy, attempts: 0 };
  await tx
    .insertInto("guardian_codes")
    .values({ school_id: code.schoolId, guardian_id: code.guardianId, ...values })
    .onConflict((conflict) => conflict.columns(["school_id", "guardian_id"]).doUpdateSet(values))
    .execute();
}

export type CodeCheck = { is: "right" | "dead" | "none" } | { is: "wrong"; triesLeft: number };

/**
 * Counts a try and compares in constant time. The row is locked, so tries at once are counted one by one.
 * `none`: the school never handed this guardian a code; `dead`: too many wrong tries, this one included.
 */
export async function checkGuardianCode(
  tx: ScopeTx,
  { schoolId, guardianId, mac }: { schoolId: string; guardianId: string; mac: Buffer },
): Promise<CodeCheck> {
  const row = await tx
    .selectFrom("guardian_codes")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("guardian_id", "=", guardianId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return { is: "none" };
  if (row.attempts >= GUARDIAN_CODE_TRIES) return { is: "dead" };
  const isRight = timingSafeEqual(row.code_mac, mac);
  const attempts = isRight ? 0 : row.attempts + 1;
  await tx
    .updateTable("guardian_codes")
    .set({ attempts })
    .where("school_id", "=", schoolId)
    .where("guardian_id", "=", guardianId)
    .execute();
  if (isRight) return { is: "right" };
  return attempts >= GUARDIAN_CODE_TRIES ? { is: "dead" } : { is: "wrong", triesLeft: GUARDIAN_CODE_TRIES - attempts };
}
