import type { Meeting } from "~db/meetings.server";

/** A coming meeting as pages show it. */
export const toMeetingLine = (meeting: Meeting) => ({
  id: meeting.id,
  with: meeting.with_name,
  startsAt: new Date(meeting.starts_at).toISOString(),
  endsAt: new Date(meeting.ends_at).toISOString(),
  place: meeting.place,
  familyAsked: meeting.family_asked,
});
