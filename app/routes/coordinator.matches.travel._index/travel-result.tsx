import { useTranslation } from "react-i18next";
import type { TravelRowFault } from "~/domain/imports/travel-row";
import { Notice } from "~/ui/notice";

interface TravelResultProps {
  /** Null as long as no file was sent. */
  result: { taken: number; left: number; rejected: { rowNo: number; reason: TravelRowFault }[] } | null;
}

/** Reasons shown; a file with more faults than this has one fault many times. */
const SHOWN = 50;

/** What came in, and what is wrong with the rows that did not. */
export function TravelResult({ result }: TravelResultProps) {
  const { t } = useTranslation("matching");
  const rejected = result?.rejected ?? [];
  return (
    <div className="space-y-3">
      {/* There before its words are, so that a screen reader says them when they come. */}
      <div role="status">
        {result && (
          <Notice tone={rejected.length > 0 ? "wait" : "go"}>
            <p>{t("travel.taken", { count: result.taken })}</p>
            {result.left > 0 && <p className="mt-2">{t("travel.left", { count: result.left })}</p>}
            {rejected.length > 0 && <p className="mt-2">{t("travel.rejected", { count: rejected.length })}</p>}
          </Notice>
        )}
      </div>
      {rejected.length > 0 && (
        <ul className="list-disc ps-9">
          {rejected.slice(0, SHOWN).map(({ rowNo, reason }) => (
            <li key={rowNo}>{t("travel.row", { row: rowNo, reason: t(`travel.fault.${reason}`) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
