import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { RowNote } from "~/domain/imports/row-note";
import type { RowOutcome } from "~/domain/imports/row-outcome";
import { Badge } from "~/ui/status";
import { Table } from "~/ui/table";
import type { Tone } from "~/ui/tone";
import { PersonLink } from "./person-link";
import { RowNumber } from "./row-number";

interface Change {
  field: string;
  from: string;
  to: string;
}

interface PeopleRow {
  rowNo: number;
  outcome: RowOutcome;
  name: string;
  notes: readonly RowNote[];
  perhaps: readonly { id: string; name: string }[];
}

interface PeopleTableProps<Row> {
  kind: "students" | "guardians";
  rows: readonly (Row & PeopleRow)[];
  /** What changes of somebody, a sentence each. */
  changesOf: (row: Row & PeopleRow) => readonly (Change & { sentence: string })[];
  /** A note's details as the reader knows them. */
  inWords: (detail: Record<string, string | number>) => Record<string, string | number>;
}

const TONES: Record<RowOutcome, Tone> = { added: "go", changed: "info", unchanged: "go", rejected: "stop" };

/** Rows with what becomes of each: what changes from what, and what is to be looked at, in sentences. */
export function PeopleTable<Row>({ kind, rows, changesOf, inWords }: PeopleTableProps<Row>) {
  const { t } = useTranslation("imports");
  return (
    <Table
      caption={t(`${kind}.check.rows`)}
      rows={rows}
      rowKey={(row) => String(row.rowNo)}
      columns={[
        { key: "row", header: t("check.row"), cell: (row) => <RowNumber rowNo={row.rowNo} /> },
        { key: "name", header: t("students.check.name"), cell: (row) => row.name },
        {
          key: "what",
          header: t("students.check.what"),
          cell: (row) => <WhatHappens row={row} changes={changesOf(row)} inWords={inWords} />,
        },
      ]}
    />
  );
}

interface WhatHappensProps {
  row: PeopleRow;
  changes: readonly (Change & { sentence: string })[];
  inWords: PeopleTableProps<unknown>["inWords"];
}

function WhatHappens({ row: { outcome, notes, perhaps }, changes, inWords }: WhatHappensProps) {
  const { t } = useTranslation("imports");
  return (
    <div className="space-y-1">
      <Badge tone={TONES[outcome]}>{t(`students.check.outcome.${outcome}`)}</Badge>
      {changes.length + notes.length > 0 && (
        <ul className="list-disc ps-5 text-small">
          {changes.map(({ field, sentence }) => (
            <li key={field}>{sentence}</li>
          ))}
          {notes.map(({ code, detail }) => (
            <li key={`${code} ${detail?.value ?? ""}`}>{t(`note.${code}`, detail && inWords(detail))}</li>
          ))}
        </ul>
      )}
      {perhaps.length > 0 && (
        <p className="text-small">
          {t(outcome === "rejected" ? "students.check.perhaps" : "students.check.page")}{" "}
          {perhaps.map((person, place) => (
            <Fragment key={person.id}>
              {place > 0 && ", "}
              <PersonLink person={person} />
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}
