/** What a coordinator may try, in the words of the address. */
export const CHANGE_KINDS = ["lock", "forbid", "seats", "leave_out", "travel_student", "travel_all"] as const;
