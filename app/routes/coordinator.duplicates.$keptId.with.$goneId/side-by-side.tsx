import { useTranslation } from "react-i18next";
import { ORGANISATION_FIELDS, type OrganisationFacts, type OrganisationField } from "~/domain/merge/choices";
import { Table } from "~/ui/table";

const SECTORS = ["nonprofit", "public", "business"] as const;

/** What a field of an organisation says, in words. */
export function useWordsOf() {
  const { t } = useTranslation("merges");
  return (organisation: OrganisationFacts, field: OrganisationField): string => {
    const sector = SECTORS.find((each) => field === "sector" && each === organisation.sector);
    return sector ? t(`sector.${sector}`) : organisation[field];
  };
}

/** Both field by field. */
export function SideBySide({ kept, other }: { kept: OrganisationFacts; other: OrganisationFacts }) {
  const { t } = useTranslation("merges");
  const wordsOf = useWordsOf();
  return (
    <Table
      caption={t("preview.caption")}
      rows={ORGANISATION_FIELDS.filter((field) => kept[field] !== "" || other[field] !== "")}
      rowKey={(field) => field}
      columns={[
        { key: "field", header: t("preview.what"), cell: (field) => t(`field.${field}`) },
        { key: "kept", header: t("preview.stays"), cell: (field) => wordsOf(kept, field) || "–" },
        { key: "other", header: t("preview.goes"), cell: (field) => wordsOf(other, field) || "–" },
      ]}
    />
  );
}
