/** What a family, a student or staff tells about somebody they know. */
export interface Proposal {
  mentorName: string;
  mentorMail: string;
  mentorPhone: string;
  mentorLanguage: string;
  doesWhat: string;
  howKnown: string;
  mayBeNamed: boolean;
  /** A relative of the student, or of the same household. */
  isRelative: boolean;
  /** The student the mentor is meant for or related to; null for none or, of a relative, for all children of the proposer. */
  studentId: string | null;
}

/**
 * How many people a family or student may wait to hear about at once. Each one is read by a coordinator, so a form that a
 * machine fills in must come to an end.
 */
export const MOST_WAITING = 12;

/** The same words in the same form: addresses lower case, spaces at the ends gone. */
export function tidyProposal(proposal: Proposal): Proposal {
  return {
    ...proposal,
    mentorName: proposal.mentorName.trim(),
    mentorMail: proposal.mentorMail.trim().toLowerCase(),
    mentorPhone: proposal.mentorPhone.trim(),
    doesWhat: proposal.doesWhat.trim(),
    howKnown: proposal.howKnown.trim(),
  };
}

/** The first thing a coordinator could not do without; undefined when the proposal can be read. */
export function faultOf(proposal: Proposal): "name_missing" | "no_way_to_reach" | undefined {
  if (proposal.mentorName === "") return "name_missing";
  if (proposal.mentorMail === "" && proposal.mentorPhone === "") return "no_way_to_reach";
  return undefined;
}

/** True when two proposals of one person speak of the same mentor: the form was sent twice. */
export function isSameMentor(
  proposal: Proposal,
  earlier: { mentor_name: string; mentor_mail: string; mentor_phone: string },
): boolean {
  if (proposal.mentorMail !== "" || earlier.mentor_mail !== "") return proposal.mentorMail === earlier.mentor_mail;
  return proposal.mentorPhone === earlier.mentor_phone && proposal.mentorName === earlier.mentor_name;
}
