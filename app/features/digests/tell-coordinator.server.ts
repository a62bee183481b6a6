import { advisorsHadSince } from "~/steps/advisors-had-since";
import { listUnreadConversations } from "~/steps/unread-conversations.server";
import type { Wiring } from "~/wiring";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import type { listCoordinators } from "~db/people.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { lockSeatsOf, updateTold } from "~db/unread.server";
import { countWaiting } from "~db/waiting.server";

interface Telling {
  coordinator: Awaited<ReturnType<typeof listCoordinators>>[number];
  school: Awaited<ReturnType<typeof getSchool>>;
  on: string;
  now: Date;
}

/** Promises a coordinator the day's mail of what waits for them, numbers only. Nothing waits, or it is promised: no mail. */
export async function tellCoordinator(
  tx: ScopeTx,
  wiring: Wiring,
  { coordinator, school, on, now }: Telling,
): Promise<boolean> {
  const { id: schoolId } = school;
  const dedupeKey = `needs-you:${coordinator.person_id}:${on}`;
  if (await isMailPromised(tx, { schoolId, dedupeKey })) return false;
  const reader = { personId: coordinator.person_id, mentorId: null };
  await lockSeatsOf(tx, { schoolId, reader });
  const unread = await listUnreadConversations(tx, { schoolId, reader, on });
  const asked = { schoolId, advisorsHadSince: advisorsHadSince(now) };
  const waiting = { ...(await countWaiting(tx, asked)), conversations: unread.length };
  const count = Object.values(waiting).reduce((sum, some) => sum + some, 0);
  if (count === 0) return false;
  const mailId = await enqueueMail(tx, {
    kind: "needs-you",
    props: {
      coordinatorName: coordinator.name_used,
      count,
      ...waiting,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/coordinator`,
    },
    to: { mail: coordinator.mail, language: coordinator.language, personId: coordinator.person_id },
    schoolId,
    dedupeKey,
    now,
  });
  if (mailId === null) return false;
  for (const { memberId, upTo } of unread) await updateTold(tx, { schoolId, memberId, upTo, mailId });
  return true;
}
