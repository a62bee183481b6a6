/** What keeps the mails of a sequence from a contact, the plainest first. */
export const UNFIT = ["no_mail", "silent", "mentor", "said_no", "elsewhere", "language"] as const;
export type Unfit = (typeof UNFIT)[number];

export interface Candidate {
  mail: string;
  language: string;
  isSilent: boolean;
  isMentor: boolean;
  /** They said no in the last call or reply. */
  saidNo: boolean;
  /** Another sequence writes to them. */
  isElsewhere: boolean;
}

/** Why somebody cannot come into a sequence of a language, or null when they can. Who rests for the cap can: their mail waits. */
export function unfitOf(candidate: Candidate, language: string): Unfit | null {
  if (candidate.mail === "") return "no_mail";
  if (candidate.isSilent) return "silent";
  if (candidate.isMentor) return "mentor";
  if (candidate.saidNo) return "said_no";
  if (candidate.isElsewhere) return "elsewhere";
  return candidate.language === language ? null : "language";
}
