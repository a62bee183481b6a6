import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type MeetingState = "planned" | "cancelled";
export type MeetingNotice = "student" | "advisor" | "family";

/** A talk of an advisor with a student. One that is over stays planned: nobody writes down whether it was. */
export const meetingLifecycle = defineLifecycle<MeetingState, Role, never, MeetingNotice>()({
  /** The system does it when the student leaves the school. */
  cancel: {
    from: "planned",
    to: "cancelled",
    by: ["advisor", "coordinator", "admin", "system"],
    notifies: ["student", "advisor", "family"],
  },
});
