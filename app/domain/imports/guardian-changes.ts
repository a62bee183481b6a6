import { rightsInWords } from "../people/link-rights";
import type { Families, KnownAdult, KnownLink } from "./families";

/** What a row changes of an adult and one student, as a person reads it: languages as codes, rights as words of the log, "" for nothing. */
export interface GuardianChange {
  field: "familyOf" | "rights" | "relationship" | "callOrder" | "language" | "guardianMail" | "guardianPhone";
  from: string;
  to: string;
}

/** The differences between two states of one adult about one student; of somebody new, all that is said. */
export function guardianChangesOf(
  { before, after, link }: { before: KnownAdult | null; after: KnownAdult; link: KnownLink },
  families: Families,
): GuardianChange[] {
  const standing = before?.links.find(({ studentId }) => studentId === link.studentId);
  const familyOf = (adult: KnownAdult | null) =>
    (adult?.links ?? [])
      .filter(({ isOver }) => !isOver)
      .map(({ studentId }) => families.nameOf(studentId))
      .filter(Boolean)
      .sort()
      .join(", ");
  const changes: GuardianChange[] = [
    { field: "familyOf", from: familyOf(before), to: familyOf(after) },
    { field: "relationship", from: standing?.relationship ?? "", to: link.relationship },
    { field: "rights", from: standing ? rightsInWords(standing) : "", to: rightsInWords(link) },
    { field: "callOrder", from: standing ? String(standing.callOrder) : "", to: String(link.callOrder) },
    { field: "language", from: before?.language ?? "", to: after.language },
    { field: "guardianMail", from: before?.mails.join(", ") ?? "", to: after.mails.join(", ") },
    { field: "guardianPhone", from: before?.phones.join(", ") ?? "", to: after.phones.join(", ") },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
