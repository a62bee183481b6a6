import { cast, sampleSchools } from "~db/cast";

/** What the victim noted of a call to the host. */
export const theirCall = { callId: "01990000-0ffe-7000-8000-00000000ca11" };

export const FIRST_CALL_FURNITURE = [
  `insert into first_calls (school_id, id, pursuit_id, outcome, note, logged_at)
    select school_id, '${theirCall.callId}', id, 'reached', 'They were kind', '2026-10-14' from pursuits
    where school_id = '${sampleSchools.lakeview.schoolId}' and student_id = '${cast.jada.personId}' and state = 'contacted'`,
];
