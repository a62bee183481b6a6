/** Results that a reader looks at; what stands behind them counts as not found. */
const LOOKED_AT = 10;

/** How good one answer is; each number 0 to 1. */
export interface Verdict {
  ndcg10: number;
  recall10: number;
  mrr10: number;
  isEmpty: boolean;
  milliseconds: number;
}

/** How good the answers to many questions are: means, the share of empty answers, and the usual and the slow answer's time. */
export interface Measure {
  n: number;
  ndcg10: number;
  recall10: number;
  mrr10: number;
  zeroRate: number;
  p50Ms: number;
  p95Ms: number;
}

/**
 * Judges ids in their order against the relevant ones (each as relevant as the other): nDCG with the discount
 * 1 / log2(place + 1) (Järvelin & Kekäläinen 2002), the share of the relevant ones found, and 1 / place of the first.
 * Throws when nothing is relevant: such a question measures nothing.
 */
export function judge(
  ids: readonly string[],
  { relevant, milliseconds }: { relevant: readonly string[]; milliseconds: number },
): Verdict {
  const wanted = new Set(relevant);
  if (wanted.size === 0) throw new Error("A question without a relevant document measures nothing");
  const gains = [...new Set(ids)].slice(0, LOOKED_AT).map((id) => (wanted.has(id) ? 1 : 0));
  const found = gains.reduce<number>((sum, gain) => sum + gain, 0);
  const first = gains.indexOf(1);
  const ideal = Array.from({ length: Math.min(wanted.size, LOOKED_AT) }, () => 1);
  return {
    ndcg10: discounted(gains) / discounted(ideal),
    recall10: found / wanted.size,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    isEmpty: ids.length === 0,
    milliseconds,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

/** The mean of verdicts, shares to four places and times to a tenth of a millisecond; zeros where there is none. */
export function summarise(verdicts: readonly Verdict[]): Measure {
  const n = verdicts.length;
  const mean = (of: (verdict: Verdict) => number) =>
    n === 0 ? 0 : round(verdicts.reduce((sum, verdict) => sum + of(verdict), 0) / n, 4);
  const times = verdicts.map(({ milliseconds }) => milliseconds);
  return {
    n,
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    recall10: mean(({ recall10 }) => recall10),
    mrr10: mean(({ mrr10 }) => mrr10),
    zeroRate: mean(({ isEmpty }) => (isEmpty ? 1 : 0)),
    p50Ms: round(percentile(times, 0.5), 1),
    p95Ms: round(percentile(times, 0.95), 1),
  };
}

/** The smallest value that `share` of the values do not exceed (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
