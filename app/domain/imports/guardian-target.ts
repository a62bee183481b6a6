import type { Columns } from "./target";

/** What a column of a file of guardians can hold. A row is one adult of one student. */
export const GUARDIAN_TARGETS = [
  "studentNumber",
  "fullName",
  "givenName",
  "familyName",
  "relationship",
  "legalBasis",
  "mayConsent",
  "maySeeRecords",
  "mayKnowWhereabouts",
  "callOrder",
  "language",
  "guardianMail",
  "guardianPhone",
] as const;

export type GuardianTarget = (typeof GUARDIAN_TARGETS)[number];

/** What a file of guardians lacks: whose guardian somebody is, and a name, whole or in its two parts. */
export function lacksOfGuardians(columns: Columns<GuardianTarget>): GuardianTarget[] {
  const lacks: GuardianTarget[] = [];
  if (columns.studentNumber === undefined) lacks.push("studentNumber");
  if (columns.fullName === undefined && (columns.givenName === undefined || columns.familyName === undefined))
    lacks.push(columns.givenName === undefined ? "givenName" : "familyName");
  return lacks;
}
