import type { LabourFinding } from "./finding";
import type { Basis } from "./rule-table";

/** What is recorded about a stay that is schooling, not employment. */
export interface EducationEvidence {
  hostSector: "business" | "nonprofit" | "public" | null;
  /** The seven points of the primary-beneficiary test, filled in by a coordinator. */
  hasPrimaryBeneficiaryChecklist: boolean;
  /** What Washington asks of worksite learning and is recorded. */
  worksiteLearning: readonly WorksiteRequirement[];
}

export type WorksiteRequirement = "coordinator" | "learning_plan" | "agreement" | "orientation" | "evaluation";

const WORKSITE_REQUIREMENTS: readonly WorksiteRequirement[] = [
  "coordinator",
  "learning_plan",
  "agreement",
  "orientation",
  "evaluation",
];
const MINIMUM_INTERNSHIP_AGE = 14;

/**
 * Findings for unpaid educational stays and service learning. Limits of hours are those of employment and do not apply;
 * what makes the stay educational does: the primary-beneficiary test at a business (WHD Fact Sheet 71, January 2018),
 * Washington's worksite learning (WAC 392-410-315), and the schools' own age of 14 below which only service learning is
 * open. A requirement that is not recorded yet is `unknown`.
 */
export function educationFindings(
  evidence: EducationEvidence & { jurisdiction: string; basis: Basis },
  age: number,
): LabourFinding[] {
  const hours = finding("not-employment", "not_applicable", "29 USC 203(g); WHD Fact Sheet 71", "2018-01-05");
  if (evidence.basis === "service_learning") return [hours];
  const ofAge = age >= MINIMUM_INTERNSHIP_AGE;
  const policy: LabourFinding = {
    ...finding("school-minimum-age", ofAge ? "met" : "broken", "School policy: under 14 service learning only", null),
    measure: "minimum_age",
    limit: MINIMUM_INTERNSHIP_AGE,
    actual: age,
  };
  return [hours, policy, beneficiaryFinding(evidence), ...worksiteFindings(evidence)];
}

function beneficiaryFinding({ hostSector, hasPrimaryBeneficiaryChecklist }: EducationEvidence): LabourFinding {
  const isAsked = hostSector === "business" || hostSector === null;
  const answered = hasPrimaryBeneficiaryChecklist ? "met" : "unknown";
  return finding("primary-beneficiary", isAsked ? answered : "not_applicable", "WHD Fact Sheet 71", "2018-01-05");
}

function worksiteFindings({ jurisdiction, worksiteLearning }: EducationEvidence & { jurisdiction: string }) {
  if (jurisdiction !== "US-WA") return [];
  return WORKSITE_REQUIREMENTS.map((requirement) => ({
    ...finding(
      `worksite-${requirement}`,
      worksiteLearning.includes(requirement) ? "met" : "unknown",
      "WAC 392-410-315",
      null,
    ),
    jurisdiction,
  }));
}

function finding(
  rule: string,
  status: LabourFinding["status"],
  source: string,
  effectiveOn: string | null,
): LabourFinding {
  return {
    rule,
    status,
    source,
    effectiveOn,
    jurisdiction: "US",
    measure: null,
    limit: null,
    actual: null,
    date: null,
  };
}
