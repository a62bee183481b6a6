/** The names a consent text may use between double braces; whoever shows a text fills in all of them. */
export const CONSENT_PLACEHOLDERS = ["student", "school", "schoolPhone", "organisation", "placement"] as const;
