import { useTranslation } from "react-i18next";

/** On a phone the number heads a card without a column name beside it. */
export function RowNumber({ rowNo }: { rowNo: number }) {
  const { t } = useTranslation("imports");
  return (
    <>
      <span className="sm:hidden">{t("check.row")} </span>
      {rowNo}
    </>
  );
}
