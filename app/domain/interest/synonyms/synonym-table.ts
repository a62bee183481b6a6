/**
 * Lay words for basic interests, written in the singular and parted by commas; matching folds accents and case and
 * takes plurals as well. A plural stands here only where the singular means something else (`seniors`).
 */
export type SynonymTable = Readonly<Record<string, { en: string; es: string }>>;
