import { type Evaluation, QUERY_FORMS } from "~/features/search/evaluate-search.server";

const COLUMNS = ["form", "n", "nDCG@10", "recall@10", "MRR@10", "zero", "p50", "p95"];

/** An evaluation as lines for a terminal. */
export function evaluationTable({ engine, sets }: Evaluation): string {
  const rows = QUERY_FORMS.map((form) => {
    const { n, ndcg10, recall10, mrr10, zeroRate, p50Ms, p95Ms } = sets[form];
    const shares = [ndcg10, recall10, mrr10].map((share) => share.toFixed(3));
    return [form, String(n), ...shares, `${(zeroRate * 100).toFixed(1)} %`, `${p50Ms} ms`, `${p95Ms} ms`];
  });
  const lines = [COLUMNS, ...rows].map((cells) =>
    cells
      .map((cell) => cell.padStart(10))
      .join("")
      .trimEnd(),
  );
  return [`engine: ${engine}`, ...lines].join("\n");
}
