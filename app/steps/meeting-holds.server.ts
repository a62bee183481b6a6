import type { MeetingTold } from "~/domain/mail/subject";
import { findMeeting, type Meeting } from "~db/meetings.server";
import { isMailForPlaces } from "~db/people.server";
import { listRecordReaders } from "~db/record-readers.server";
import type { ScopeTx } from "~db/scope.server";

interface Asked {
  schoolId: string;
  /** The meeting as it was told. */
  told: MeetingTold;
  personId: string | null;
  props: unknown;
  /** Where the mail would go; null where a person says it. */
  address: string | null;
  on: string;
  now: Date;
}

/** Whether what is told of a meeting is so, and whether it is its reader's to know, on a day. */
export async function readMeetingMail(
  tx: ScopeTx,
  { schoolId, told, personId, props, address, on, now }: Asked,
): Promise<{ isTrue: boolean; isTheirs: boolean }> {
  const { studentId, meetingId } = told;
  const meeting = await findMeeting(tx, { schoolId, meetingId });
  if (!meeting || personId === null) return { isTrue: false, isTheirs: false };
  const { reader, about } = props as { reader: string; about: object | null };
  const isExpected = isExpectedAt(meeting, { reader, personId });
  const isTrue = told.isOff
    ? meeting.sequence >= told.sequence && !isExpected
    : meeting.sequence === told.sequence && isExpected && new Date(meeting.ends_at) >= now;
  const isFamily = reader !== "advisor";
  if (isFamily && about !== null && address !== null) {
    const isSafe = await isMailForPlaces(tx, { schoolId, personId, mail: address, on });
    if (!isSafe) return { isTrue, isTheirs: false };
  }
  if (reader !== "family") return { isTrue, isTheirs: true };
  const readers = await listRecordReaders(tx, { schoolId, studentId, on });
  const own = readers.find((one) => one.personId === personId);
  return { isTrue, isTheirs: own !== undefined && (own.mayKnowWhereabouts || about === null) };
}

/** Whether somebody comes to a meeting, in the part in which they read of it. It is off for whoever does not any more. */
function isExpectedAt(meeting: Meeting, { reader, personId }: { reader: string; personId: string }): boolean {
  if (meeting.state !== "planned") return false;
  if (reader === "advisor") return personId === meeting.with_id;
  return reader === "student" || meeting.family_asked;
}
