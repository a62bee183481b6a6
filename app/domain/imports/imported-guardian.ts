import type { LegalBasis, LinkRights } from "../people/link-rights";
import type { GuardianReason, GuardianWarning, RowNote } from "./row-note";

/** Whose guardian a row means, and who it is. */
export interface GuardianIdentity {
  studentNumber: string;
  fullName: string;
}

/** What a row says of an adult and of one student. Null, "" or left out where it says nothing, which leaves what is known. */
export interface ImportedGuardian extends GuardianIdentity {
  /** "" when the row does not give it. */
  relationship: string;
  /** As a column of its own says it. */
  legalBasis: LegalBasis | null;
  /** As the word for the relationship says it: a mother is a parent, an aunt may be anything. */
  basisOfRelationship: LegalBasis | null;
  rights: Partial<LinkRights>;
  /** 1 to 9. */
  callOrder: number | null;
  language: string | null;
  mail: string | null;
  phone: string | null;
}

export type GuardianVerdict = { identity: GuardianIdentity } & (
  | { ok: true; guardian: ImportedGuardian; warnings: RowNote<GuardianWarning>[] }
  | { ok: false; reasons: RowNote<GuardianReason>[] }
);
