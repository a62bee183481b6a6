import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/status";
import { Table } from "~/ui/table";
import { RowNumber } from "./row-number";
import type { CheckView } from "./view.server";

type PreviewRow = CheckView["preview"]["rows"][number];

/** Rows with what we found in each, in sentences. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const { t } = useTranslation("imports");
  return (
    <Table
      caption={t("check.rows")}
      rows={rows}
      rowKey={(row) => String(row.rowNo)}
      columns={[
        { key: "row", header: t("check.row"), cell: (row) => <RowNumber rowNo={row.rowNo} /> },
        { key: "title", header: t("target.title"), cell: (row) => row.title },
        { key: "organisation", header: t("target.organisation"), cell: (row) => row.organisation },
        { key: "found", header: t("check.found"), cell: (row) => <Found row={row} /> },
      ]}
    />
  );
}

function Found({ row }: { row: PreviewRow }) {
  const { t } = useTranslation("imports");
  return (
    <div className="space-y-1">
      <Badge tone={row.isRejected ? "stop" : "go"}>{row.isRejected ? t("check.staysOut") : t("check.comesIn")}</Badge>
      {row.notes.length > 0 && (
        <ul className="list-disc ps-5 text-small">
          {row.notes.map(({ code, detail }) => (
            <li key={code}>{t(`note.${code}`, { ...detail })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
