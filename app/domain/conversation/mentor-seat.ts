/** What is known of a mentor whom the placement of a conversation names. */
interface NamedMentor {
  isSuspended: boolean;
  /** Whether a coordinator of the school has read that this mentor is named. */
  isRead: boolean;
  /** Whether a forbidden pair of the mentor and the student stands. */
  isApart: boolean;
}

/** `seated`, or what keeps a mentor of the placement from reading about the student. */
export type MentorSeat = "seated" | "suspended" | "apart" | "unread";

/**
 * Whether a mentor of the placement hears of the student, in the conversation and by mail, or what keeps them out: `suspended`; `apart`, as a relative or a
 * member of the student's household until a coordinator has decided; `unread`, because the host named them and no coordinator has
 * read it yet. No adult reads what a minor wrote before somebody of the school knows that it is this adult.
 */
export function mentorSeat({ isSuspended, isRead, isApart }: NamedMentor): MentorSeat {
  if (isSuspended) return "suspended";
  if (isApart) return "apart";
  return isRead ? "seated" : "unread";
}
