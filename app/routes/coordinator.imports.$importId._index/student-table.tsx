import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, formatLanguage } from "~/ui/format";
import { Badge } from "~/ui/status";
import { Table } from "~/ui/table";
import type { Tone } from "~/ui/tone";
import { RowNumber } from "./row-number";
import type { StudentsView } from "./view.server";

type StudentRow = StudentsView["preview"]["rows"][number];
type Change = StudentRow["changes"][number];

const TONES: Record<StudentRow["outcome"], Tone> = { added: "go", changed: "info", unchanged: "go", rejected: "stop" };

/** Rows with what becomes of each: what changes from what, and what is to be looked at, in sentences. */
export function StudentTable({ rows }: { rows: readonly StudentRow[] }) {
  const { t } = useTranslation("imports");
  return (
    <Table
      caption={t("students.check.rows")}
      rows={rows}
      rowKey={(row) => String(row.rowNo)}
      columns={[
        { key: "row", header: t("check.row"), cell: (row) => <RowNumber rowNo={row.rowNo} /> },
        { key: "name", header: t("students.check.name"), cell: (row) => row.name },
        { key: "what", header: t("students.check.what"), cell: (row) => <WhatHappens row={row} /> },
      ]}
    />
  );
}

function WhatHappens({ row: { outcome, changes, notes, perhaps } }: { row: StudentRow }) {
  const { t, i18n } = useTranslation("imports");
  const sentence = useChangeSentence();
  const inWords = (detail: Record<string, string | number> = {}) =>
    "day" in detail ? { ...detail, day: formatDay(String(detail.day), i18n.language, { withYear: true }) } : detail;
  return (
    <div className="space-y-1">
      <Badge tone={TONES[outcome]}>{t(`students.check.outcome.${outcome}`)}</Badge>
      {changes.length + notes.length > 0 && (
        <ul className="list-disc ps-5 text-small">
          {changes.map((change) => (
            <li key={change.field}>{sentence(change)}</li>
          ))}
          {notes.map(({ code, detail }) => (
            <li key={`${code} ${detail?.value ?? ""}`}>{t(`note.${code}`, inWords(detail))}</li>
          ))}
        </ul>
      )}
      {perhaps.length > 0 && (
        <p className="text-small">
          {t("students.check.perhaps")}{" "}
          {perhaps.map(({ id, name }, place) => (
            <Fragment key={id}>
              {place > 0 && ", "}
              <Link to={`/coordinator/people/${id}`} className="text-accent underline">
                {name}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

/** "Grade: 9 becomes 10", with days and languages as the reader knows them. */
function useChangeSentence(): (change: Change) => string {
  const { t, i18n } = useTranslation("imports");
  const shown = (field: Change["field"], value: string) => {
    if (field === "bornOn" || field === "leftOn") return formatDay(value, i18n.language, { withYear: true });
    if (field === "language" || field === "languages")
      return value
        .split(" ")
        .map((code) => formatLanguage(code, i18n.language))
        .join(", ");
    return value;
  };
  return ({ field, from, to }) => {
    const name = field === "leftOn" ? t("students.check.leftOn") : t(`target.${field}`);
    if (from === "") return t("students.check.gets", { field: name, to: shown(field, to) });
    if (to === "") return t("students.check.loses", { field: name, from: shown(field, from) });
    return t("students.check.becomes", { field: name, from: shown(field, from), to: shown(field, to) });
  };
}
