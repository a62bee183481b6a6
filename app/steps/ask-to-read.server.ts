import { civilDate } from "~/clock";
import { type HeldTurn, nextTurn } from "~/domain/conversation/held-turn";
import { schoolHoursLater } from "~/domain/school-hours";
import type { Wiring } from "~/wiring";
import { updateHeldTurn } from "~db/held-turns.server";
import { listClosedDays } from "~db/lti-calendar.server";
import { listDeciders } from "~db/memberships.server";
import { findMailOf } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { tellStaff } from "./tell.server";

interface Asking {
  pursuit: PursuitFacts;
  threadId: string;
  /** The first turn that is tried. */
  from: HeldTurn;
  now: Date;
}

/**
 * Asks whoever's turn it is to read what waits in a conversation, by mail, and sets until when it is theirs. Who has no address sees
 * it on their pages. Where nobody is left to ask it is late from now on. Answers whose turn it is.
 */
export async function askToRead(
  tx: ScopeTx,
  wiring: Wiring,
  { pursuit, threadId, from, now }: Asking,
): Promise<HeldTurn> {
  const { school_id: schoolId } = pursuit;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const { heldReaderId: namedId, heldHours: hours } = await getSettings(tx, schoolId);
  const deciders = await listDeciders(tx, { schoolId, on: civilDate(now, timeZone) });
  const { turn, people } = nextTurn({ from, deciders, namedId });
  const closed = new Set(await listClosedDays(tx, { schoolId, from: civilDate(now, timeZone) }));
  const ends = schoolHoursLater({ timeZone, from: now.toISOString(), hours, closed });
  await updateHeldTurn(tx, { schoolId, threadId, turn, until: people.length > 0 ? new Date(ends) : now });
  const reached = [];
  for (const { personId, nameUsed, language } of people) {
    const mail = await findMailOf(tx, { schoolId, personId });
    if (mail) reached.push({ personId, nameUsed, language, mail });
  }
  await tellStaff(tx, { wiring, pursuit, event: from === "named" ? "message_held" : "message_late", now, reached });
  return turn;
}
