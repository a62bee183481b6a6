/**
 * The full name under which an invitation may say who proposed the mentor, or null: of two Rosas a baker has to know which. A
 * student is never named, whatever was ticked: it would tell an adult outside the school about a student before anybody asked
 * or agreed.
 */
export function namedProposer(introduction: {
  proposed_as: string;
  may_be_named: boolean;
  proposer_full_name: string;
}): string | null {
  return introduction.may_be_named && introduction.proposed_as !== "student" ? introduction.proposer_full_name : null;
}
