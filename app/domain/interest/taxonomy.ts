import { BASIC_INTERESTS, type BasicInterest } from "./basic-interests";
import { CAREER_CLUSTERS, type CareerCluster } from "./clusters";
import { type LabelLanguage, RIASEC_TYPES, type RiasecType } from "./riasec";
import { artisticSynonyms } from "./synonyms/artistic";
import { conventionalSynonyms } from "./synonyms/conventional";
import { enterprisingSynonyms } from "./synonyms/enterprising";
import { investigativeSynonyms } from "./synonyms/investigative";
import { realisticSynonyms } from "./synonyms/realistic";
import { socialSynonyms } from "./synonyms/social";
import type { SynonymTable } from "./synonyms/synonym-table";

const SYNONYMS: SynonymTable = {
  ...realisticSynonyms,
  ...investigativeSynonyms,
  ...artisticSynonyms,
  ...socialSynonyms,
  ...enterprisingSynonyms,
  ...conventionalSynonyms,
};

const byId = new Map(BASIC_INTERESTS.map((interest) => [interest.id, interest]));

/** All basic interests, grouped by RIASEC type; the order is fixed. */
export function listBasicInterests(): readonly BasicInterest[] {
  return BASIC_INTERESTS;
}

export function interestById(id: string): BasicInterest | undefined {
  return byId.get(id);
}

export function isInterestId(id: string): boolean {
  return byId.has(id);
}

/**
 * What an interest, RIASEC type or career cluster is called in a language (`es-MX` counts as `es`); English where the
 * language has no label, the id itself where nothing is known by it.
 */
export function labelOf(node: string | BasicInterest | RiasecType | CareerCluster, language: string): string {
  const known = typeof node === "string" ? findNode(node) : node;
  if (!known) return String(node);
  return known.labels[labelLanguage(language)] ?? known.labels.en;
}

function findNode(id: string): BasicInterest | RiasecType | CareerCluster | undefined {
  return (
    byId.get(id) ??
    RIASEC_TYPES.find((type) => type.id === id) ??
    CAREER_CLUSTERS.clusters.find((cluster) => cluster.id === id)
  );
}

function labelLanguage(language: string): LabelLanguage {
  return language.toLowerCase().startsWith("es") ? "es" : "en";
}

/** The lay words of an interest, folded to plain letters, without duplicates; of both languages unless one is named. */
export function synonymsOf(id: string, language?: LabelLanguage): readonly string[] {
  const entry = SYNONYMS[id];
  if (!entry || !isInterestId(id)) return [];
  const texts = language ? [entry[language]] : [entry.en, entry.es];
  return [...new Set(texts.flatMap((text) => text.split(",").map((word) => word.trim())))];
}
