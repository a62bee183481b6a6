import { civilDate } from "~/clock";
import { countHeldMessages } from "~db/held-turns.server";
import { listDeciders } from "~db/memberships.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

export interface HeldDesk {
  messages: number;
  oldestAt: string | null;
  /** Conversations in which somebody's time to read has run out. */
  late: number;
  /** Who is asked first; empty where nobody is named, or who was named may not decide any more: then it is the coordinators. */
  readerName: string;
  /** Hours of school that each has. */
  hours: number;
}

/** What waits for the school in conversations, without a word of it or a name of who wrote. */
export async function openHeldDesk(tx: ScopeTx, { schoolId, now }: { schoolId: string; now: Date }): Promise<HeldDesk> {
  const { heldReaderId, heldHours } = await getSettings(tx, schoolId);
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const reader = (await listDeciders(tx, { schoolId, on })).find(({ personId }) => personId === heldReaderId);
  const counted = await countHeldMessages(tx, { schoolId, now });
  return { ...counted, readerName: reader?.fullName ?? "", hours: heldHours };
}
