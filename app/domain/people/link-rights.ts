/** On what a guardian's rights rest (domain words: parent, guardian, foster or agency, education-rights holder). */
export const LEGAL_BASES = ["parent", "guardian", "foster_or_agency", "education_rights_holder"] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

export interface LinkRights {
  mayConsent: boolean;
  maySeeRecords: boolean;
  mayKnowWhereabouts: boolean;
}

export const LINK_RIGHTS = [
  "mayConsent",
  "maySeeRecords",
  "mayKnowWhereabouts",
] as const satisfies (keyof LinkRights)[];

export const ALL_RIGHTS: LinkRights = { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: true };

export interface LinkTerms {
  relationship: string;
  legalBasis: LegalBasis;
  rights: LinkRights;
  /** Whom to call first; 1 to 9. */
  callOrder: number;
}

/**
 * Both parents have equal rights unless a legal document is recorded (34 CFR 99.4): a parent without one of the rights needs
 * the name of the document that took it.
 */
export function needsDocument({ legalBasis, rights }: Pick<LinkTerms, "legalBasis" | "rights">): boolean {
  return legalBasis === "parent" && !LINK_RIGHTS.every((right) => rights[right]);
}

/** The rights of a link as the log keeps them: the basis, then each right, parted by blanks. */
export function rightsInWords({ legalBasis, rights }: Pick<LinkTerms, "legalBasis" | "rights">): string {
  return [legalBasis, ...LINK_RIGHTS.filter((right) => rights[right])].join(" ");
}
