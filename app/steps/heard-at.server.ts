import type { SystemActor } from "~/domain/actor";
import { markMailAlive, markMentorMailAlive } from "~db/contact-points.server";
import { isUnwanted } from "~db/mail-delivery.server";
import { liftBounce } from "~db/mails.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * An address is known to work again: what the school has marked there is taken back, for everybody who has it, and what stopped
 * because it bounced goes on. Answers false, and changes nothing, where its reader calls the school's mail unwanted.
 */
export async function heardAt(
  tx: ScopeTx,
  { schoolId, districtId, mail }: Pick<SystemActor, "schoolId" | "districtId"> & { mail: string },
): Promise<boolean> {
  if (await isUnwanted(tx, { mail, districtId })) return false;
  await markMailAlive(tx, { schoolId, mail });
  await markMentorMailAlive(tx, { districtId, mail });
  await liftBounce(tx, { mail, districtId });
  return true;
}
