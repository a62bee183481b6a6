import { createHmac, timingSafeEqual } from "node:crypto";
import type { MatchWeights } from "~/domain/matching/weights";

/** Which numbers somebody was shown the effect of, and on top of which version. */
export interface TriedWeights {
  schoolId: string;
  personId: string;
  basedOn: number;
  weights: Omit<MatchWeights, "version">;
}

/** What a preview hands to its form: proof that this person saw what these very numbers would change. */
export function weightsSeal(secret: string, { schoolId, personId, basedOn, weights }: TriedWeights): string {
  const tried = ["weights", schoolId, personId, basedOn, numbersOf(weights)].join("\n");
  return createHmac("sha256", secret).update(tried).digest("base64url");
}

export function isSealOf(seal: string, secret: string, tried: TriedWeights): boolean {
  const [given, own] = [Buffer.from(seal), Buffer.from(weightsSeal(secret, tried))];
  return given.length === own.length && timingSafeEqual(given, own);
}

/** All numbers as one text, the same whatever their order. */
export function numbersOf({ student, placement, dislikes, related }: Omit<MatchWeights, "version">): string {
  return [
    ...Object.entries(student).sort(),
    ...Object.entries(placement).sort(),
    ["dislikes", dislikes],
    ["related", related],
  ].join();
}
