import type { CivilDate } from "~/domain/time";
import type { Seat } from "~/steps/conversation.server";
import { weighConsent } from "~/steps/weigh-consent.server";
import type { ScopeTx } from "~db/scope.server";

/** What stands written of photos of a student: a yes and until when it counts, a no, or that nobody has answered. */
export type PhotoAnswer = { answer: "yes"; until: CivilDate | null } | { answer: "no" } | { answer: "none" };

/** What the family, or a student who decides alone, has answered about photos for this year. */
export async function readPhotoAnswer(
  tx: ScopeTx,
  { pursuit, on }: Pick<Seat, "pursuit" | "on">,
): Promise<PhotoAnswer> {
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const { standing, inTheWay } = await weighConsent(tx, { schoolId, studentId, purpose: "photo", pursuitId: null, on });
  if (inTheWay) return { answer: "no" };
  return standing ? { answer: "yes", until: standing.validUntil } : { answer: "none" };
}
