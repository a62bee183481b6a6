import { looking } from "./consent-texts/looking";
import { participate } from "./consent-texts/participate";

export interface ConsentDraft {
  purpose: "looking" | "participate";
  language: string;
  body: string;
}

/** The texts that ship: drafts for every school, until its named reviewer releases a version. */
export const consentDrafts: readonly ConsentDraft[] = Object.entries({ looking, participate }).flatMap(
  ([purpose, texts]) =>
    Object.entries(texts).map(([language, body]) => ({ purpose: purpose as ConsentDraft["purpose"], language, body })),
);
