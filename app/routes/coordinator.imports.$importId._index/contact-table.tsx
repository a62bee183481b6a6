import { useTranslation } from "react-i18next";
import type { ContactGain } from "~/domain/imports/contact-gains";
import { Badge } from "~/ui/status";
import { Table } from "~/ui/table";
import type { Tone } from "~/ui/tone";
import { RowNumber } from "./row-number";
import type { ContactsView } from "./view.server";

type ContactRow = ContactsView["preview"]["rows"][number];

const TONES: Record<ContactRow["outcome"], Tone> = { added: "go", changed: "info", unchanged: "go", rejected: "stop" };

/** The column of the file that fills each gap. */
const COLUMN_OF = {
  title: "jobTitle",
  organisationName: "organisation",
  mail: "workMail",
  phone: "workPhone",
  timeZone: "workClock",
  tags: "tags",
  note: "contactNote",
} as const satisfies Record<ContactGain["field"], string>;

/** Rows with what becomes of each: what a known contact gets, and what is to be looked at, in sentences. */
export function ContactTable({ rows }: { rows: readonly ContactRow[] }) {
  const { t } = useTranslation("imports");
  return (
    <Table
      caption={t("contacts.check.rows")}
      rows={rows}
      rowKey={(row) => String(row.rowNo)}
      columns={[
        { key: "row", header: t("check.row"), cell: (row) => <RowNumber rowNo={row.rowNo} /> },
        { key: "name", header: t("students.check.name"), cell: (row) => row.name },
        { key: "organisation", header: t("target.organisation"), cell: (row) => row.organisation },
        { key: "what", header: t("contacts.check.what"), cell: (row) => <WhatHappens row={row} /> },
      ]}
    />
  );
}

function WhatHappens({ row: { outcome, gains, notes } }: { row: ContactRow }) {
  const { t } = useTranslation("imports");
  return (
    <div className="space-y-1">
      <Badge tone={TONES[outcome]}>{t(`contacts.check.outcome.${outcome}`)}</Badge>
      {gains.length + notes.length > 0 && (
        <ul className="list-disc ps-5 text-small wrap-anywhere">
          {gains.map(({ field, value }) => (
            <li key={field}>{t("contacts.check.gets", { field: t(`target.${COLUMN_OF[field]}`), value })}</li>
          ))}
          {notes.map(({ code, detail }) => (
            <li key={`${code} ${detail?.value ?? ""}`}>{t(`note.${code}`, { ...detail })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
