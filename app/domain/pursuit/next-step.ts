/** What happens next with a pursuit. */
export type NextStep =
  | "paused"
  | "student_answers"
  | "advisor_endorses"
  | "school_decides"
  | "consent_for_contact"
  | "consent_missing"
  | "school_contacts"
  | "host_answers"
  | "visit"
  | "student_decides"
  | "consent_for_start"
  | "school_prepares"
  | "under_way"
  | "over";

/** Who has to do it; nobody where it only has to come, or is over. */
export type WhoActs = "student" | "advisor" | "family" | "school" | "host" | "nobody";

export interface WhereItStands {
  /** As its reader may know it: "paused" while its lead mentor is suspended. */
  state: string;
  /** Kinds of the gates that are open. */
  openGates: readonly string[];
  /** State of the engagement that came of it; null where none has. */
  engagement: string | null;
  /** Whether somebody who may consent has been asked and has not answered. */
  isAsked: boolean;
  /** Whether an interview or a shadow day is dated and not over. */
  hasVisit: boolean;
  /** Whether the student consents alone (`holdsOwnRights`). */
  decidesAlone: boolean;
}

/**
 * What is next and who must act, for a line of a page. A consent that is open is named before what the school still has to do
 * for the same moment, because it takes the longest; the consents of a student of age are the student's. One that nobody is
 * asked for, or that was refused, is the school's to look after: nobody is pressed for a yes.
 */
export function nextStep(at: WhereItStands): Coming {
  const signs: WhoActs = at.decidesAlone ? "student" : "family";
  switch (at.state) {
    case "paused":
      return { step: "paused", by: "school" };
    case "suggested":
      return { step: "student_answers", by: "student" };
    case "requested":
      return at.openGates.includes("endorsement")
        ? { step: "advisor_endorses", by: "advisor" }
        : { step: "school_decides", by: "school" };
    case "approved":
      return at.openGates.includes("looking_consent")
        ? consentStep(at, { step: "consent_for_contact", by: signs })
        : { step: "school_contacts", by: "school" };
    case "contacted":
      return at.hasVisit ? { step: "visit", by: "nobody" } : { step: "host_answers", by: "host" };
    case "offered":
      return { step: "student_decides", by: "student" };
    case "accepted":
      return afterAccepting(at, signs);
    default:
      return { step: "over", by: "nobody" };
  }
}

interface Coming {
  step: NextStep;
  by: WhoActs;
}

function consentStep({ isAsked }: WhereItStands, asked: Coming): Coming {
  return isAsked ? asked : { step: "consent_missing", by: "school" };
}

function afterAccepting(at: WhereItStands, signs: WhoActs): Coming {
  const { openGates, engagement, hasVisit } = at;
  if (engagement === "active") return { step: "under_way", by: "nobody" };
  if (engagement === "paused") return { step: "paused", by: "school" };
  if (engagement === "end_requested") return { step: "under_way", by: "school" };
  if (engagement === "ended" || engagement === "closed") return { step: "over", by: "nobody" };
  if (hasVisit) return { step: "visit", by: "nobody" };
  if (openGates.some((kind) => kind === "participate_consent" || kind === "looking_consent"))
    return consentStep(at, { step: "consent_for_start", by: signs });
  return { step: "school_prepares", by: "school" };
}
