import { useTranslation } from "react-i18next";
import type { TravelRowFault } from "~/domain/imports/travel-row";
import { Notice } from "~/ui/notice";

interface TravelResultProps {
  result: { taken: number; rejected: { rowNo: number; reason: TravelRowFault }[] };
}

/** Reasons shown; a file with more faults than this has one fault many times. */
const SHOWN = 50;

/** What came in, and what is wrong with the rows that did not. */
export function TravelResult({ result: { taken, rejected } }: TravelResultProps) {
  const { t } = useTranslation("matching");
  return (
    <Notice tone={rejected.length > 0 ? "wait" : "go"}>
      <div role="status" className="space-y-2">
        <p>{t("travel.taken", { count: taken })}</p>
        {rejected.length > 0 && <p>{t("travel.rejected", { count: rejected.length })}</p>}
      </div>
      {rejected.length > 0 && (
        <ul className="mt-2 list-disc ps-6">
          {rejected.slice(0, SHOWN).map(({ rowNo, reason }) => (
            <li key={rowNo}>{t("travel.row", { row: rowNo, reason: t(`travel.fault.${reason}`) })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
