import { cast, castActor, sampleSchools } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { TEST_NOW } from "../../support/wiring";
import { theirContact } from "./contacts";
import { theirDeparture } from "./departure-rows";
import { theirCall } from "./first-call-rows";
import { FURNITURE, theirConcern, theirFund, theirMail, theirMeeting, theirThread, theirVisit } from "./furniture";
import { findIds } from "./ids";
import { theirInvitation } from "./invitation-rows";
import { theirMentorMerge } from "./mentor-merge-rows";
import { theirMerge } from "./merges";
import { theirOffer } from "./offers";
import { theirPersonMerge } from "./person-merge-rows";
import { theirStaffMerge } from "./staff-merge-rows";
import { theirStudentMerge } from "./student-merge-rows";
import { theirMoves } from "./transfer-rows";
import { write } from "./written";

/** The school whose people strangers try to reach: Jada, her guardian and what became of her pursuit of a bike shop. */
export const victim = castActor(cast.ines);

const { schoolId, districtId } = sampleSchools.lakeview;
const LATER = new Date("2030-01-01T00:00:00Z");

/** Every field that a query of `db` asks for, filled with the victim's. */
export async function furnishVictim(database: TestDatabase) {
  for (const text of FURNITURE) await sql(database, text);
  const ids = await findIds(database);
  const person = { personId: cast.jada.personId, studentId: cast.jada.personId, accountId: cast.ingrid.accountId };
  return {
    ...ids,
    ...person,
    ...theirFund,
    ...theirVisit,
    ...theirMeeting,
    ...theirThread,
    ...theirConcern,
    ...theirContact,
    ...theirMerge,
    ...theirMentorMerge,
    ...theirPersonMerge,
    ...theirStudentMerge,
    ...theirStaffMerge,
    ...theirDeparture,
    ...theirMoves,
    ...theirOffer,
    ...theirInvitation,
    ...theirCall,
    mailId: theirMail.mailId,
    ...write(ids),
    schoolId,
    districtId,
    id: ids.pursuitId,
    nounId: ids.pursuitId,
    subjectId: ids.consentId,
    pursuitIds: [ids.pursuitId],
    placementIds: [ids.placementId],
    mentorIds: [ids.mentorId],
    schoolIds: [schoolId],
    // days and moments that everything open is overdue at
    on: "2026-10-15",
    now: TEST_NOW,
    before: LATER,
    advisorsHadSince: LATER,
    submittedBefore: LATER,
    invitedBefore: LATER,
    requestedBefore: LATER,
    expiresAt: LATER,
    startsOn: "2026-09-01",
    endsOn: "2027-06-01",
    weekdays: [1, 2, 3, 4, 5],
  };
}

export type Theirs = Awaited<ReturnType<typeof furnishVictim>>;
