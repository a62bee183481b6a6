import { standingOf } from "~/domain/conversation/standing";
import { type CallStanding, callStanding } from "~/domain/first-call/may-call";
import { isTooYoungForMail } from "~/domain/mail/too-young";
import { findDisclosure } from "~db/disclosures.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findLeadSeat } from "./lead-seat.server";

export interface Calling {
  standing: CallStanding;
  /** Whom the student may ask for; null before the host knows of them. */
  mentorName: string | null;
  /** The first name that the host was told, or that it would be told. */
  firstName: string;
}

/** Whether the student of a pursuit may telephone its host on a day at the school, or practise that, and by which names. */
export async function findCalling(tx: ScopeTx, pursuit: PursuitFacts, on: string): Promise<Calling> {
  const { school_id: schoolId, pursuit_id: pursuitId, organisation_id: organisationId } = pursuit;
  const told = await findDisclosure(tx, { organisationId, pursuitId });
  const standing = callStanding({
    standing: standingOf({
      ...{ state: pursuit.state, isTold: told !== undefined },
      isLeadSuspended: pursuit.mentor_suspended_at !== null,
      isTooYoung: isTooYoungForMail({ born_on: pursuit.student_born_on }, on),
    }),
    isLeadSeated: (await findLeadSeat(tx, pursuit)) === "seated",
    engagement: pursuit.engagement_state,
    isSwitchedOn: (await getSettings(tx, schoolId)).firstCalls,
  });
  return {
    standing,
    mentorName: standing === "may_call" ? pursuit.mentor_name : null,
    firstName: told?.first_name || pursuit.student_outside_name,
  };
}
