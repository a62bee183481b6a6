import type { LegalBasis } from "../people/link-rights";
import { fold } from "./clean-text";

const WORDS: Record<LegalBasis, readonly string[]> = {
  parent: [
    ...["parent", "mother", "father", "mom", "mum", "dad", "birth mother", "birth father", "biological mother"],
    ...["biological father", "biological parent", "adoptive mother", "adoptive father", "adoptive parent"],
    ...[
      "madre",
      "padre",
      "padre o madre",
      "madre o padre",
      "mama",
      "papa",
      "madre adoptiva",
      "padre adoptivo",
      "progenitor",
      "progenitora",
    ],
  ],
  guardian: [
    "guardian",
    "legal guardian",
    "court appointed guardian",
    "tutor",
    "tutora",
    "tutor legal",
    "tutora legal",
  ],
  foster_or_agency: [
    ...["foster", "foster parent", "foster mother", "foster father", "foster or agency", "foster care", "agency"],
    ...["case worker", "caseworker", "social worker", "padre de acogida", "madre de acogida", "familia de acogida"],
    ...["agencia", "trabajador social", "trabajadora social"],
  ],
  education_rights_holder: [
    ...["education rights holder", "educational rights holder", "holder of education rights", "surrogate parent"],
    ...["educational surrogate", "titular de los derechos educativos"],
  ],
};

const BASES = new Map(
  (Object.keys(WORDS) as LegalBasis[]).flatMap((basis) => [
    [fold(basis), basis] as const,
    ...WORDS[basis].map((word) => [word, basis] as const),
  ]),
);

/** On what somebody's rights rest by a word for it, or null: a stepmother or an aunt may have rights or none (34 CFR 99.3 "parent"). */
export function readBasis(cell: string): LegalBasis | null {
  return BASES.get(fold(cell)) ?? null;
}
