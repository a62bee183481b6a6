import { stringify } from "csv-stringify/sync";

type Cell = string | number | null | undefined;

/**
 * A file that a spreadsheet opens as it is: UTF-8 with a mark, and no cell that it would run as a formula
 * (OWASP, CSV injection: leading `=`, `+`, `-`, `@`, tab and return are quoted).
 */
export function csvDownload({
  name,
  columns,
  rows,
}: {
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}): Response {
  const body = stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
