import { useTranslation } from "react-i18next";
import type { ContactFields } from "~/domain/outreach/contact";
import { formatTimeZone } from "~/ui/format";
import { Table } from "~/ui/table";

interface MergeTableProps {
  kept: ContactFields;
  other: ContactFields;
  merged: ContactFields;
}

/** Both contacts field by field, and what stays of them. */
export function MergeTable({ kept, other, merged }: MergeTableProps) {
  const { t, i18n } = useTranslation("outreach");
  const fields = [
    { name: t("field.fullName"), of: (contact: ContactFields) => contact.fullName },
    { name: t("field.organisation"), of: (contact: ContactFields) => contact.organisationName },
    { name: t("field.title"), of: (contact: ContactFields) => contact.title },
    { name: t("field.mail"), of: (contact: ContactFields) => contact.mail },
    { name: t("field.phone"), of: (contact: ContactFields) => contact.phone },
    {
      name: t("field.timeZone"),
      of: ({ timeZone }: ContactFields) => timeZone && formatTimeZone(timeZone, i18n.language),
    },
    { name: t("field.tags"), of: (contact: ContactFields) => contact.tags.join(", ") },
    { name: t("field.origin"), of: (contact: ContactFields) => t(`origin.${contact.origin}`) },
  ];
  const rows = fields.filter(({ of }) => of(kept) !== "" || of(other) !== "");
  return (
    <Table
      caption={t("merge.caption")}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "field", header: t("merge.what"), cell: ({ name }) => name },
        { key: "kept", header: t("merge.kept"), cell: ({ of }) => of(kept) || "–" },
        { key: "other", header: t("merge.other"), cell: ({ of }) => of(other) || "–" },
        { key: "after", header: t("merge.after"), cell: ({ of }) => <strong>{of(merged) || "–"}</strong> },
      ]}
    />
  );
}
