import { isWaiting } from "~/domain/introduction/lifecycle";
import type { IntroductionFacts } from "~db/introductions.server";
import { hasBeenInvited } from "~db/invited-addresses.server";
import type { KnownMentor } from "~db/known-mentors.server";
import { isSuppressed } from "~db/mail-delivery.server";
import type { ScopeTx } from "~db/scope.server";

/** Why an introduction that waits cannot be invited by mail. */
export type Obstacle = "no_mail" | "bounced" | "silenced" | "invited_before" | "suspended";

/** The reason why no invitation may go out to the address of an introduction, or undefined. */
export async function findObstacle(
  tx: ScopeTx,
  { introduction, known }: { introduction: IntroductionFacts; known: KnownMentor | undefined },
): Promise<Obstacle | undefined> {
  const { mentor_mail: mail, district_id: districtId } = introduction;
  if (!isWaiting(introduction.state)) return undefined;
  if (mail === "") return "no_mail";
  if (introduction.state === "bounced") return "bounced";
  if (known?.isSuspended) return "suspended";
  if (await isSuppressed(tx, { recipient_mail: mail, category: "outreach", district_id: districtId }))
    return "silenced";
  return (await hasBeenInvited(tx, { districtId, mail })) ? "invited_before" : undefined;
}
