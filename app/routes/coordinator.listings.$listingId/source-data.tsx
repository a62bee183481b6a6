import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import type { ReviewView } from "./view.server";

/** Where an imported listing comes from, what in its row needs a look, and the row itself. */
export function SourceData({ source }: { source: NonNullable<ReviewView["source"]> }) {
  const { t } = useTranslation("placements");
  const text = useText();
  return (
    <div className="space-y-4">
      <p>
        {t("review.fromFile", { file: source.file, row: source.row })}{" "}
        {source.importId && <TextLink to={`/coordinator/imports/${source.importId}`}>{t("review.toImport")}</TextLink>}
      </p>
      {source.warnings.length > 0 && (
        <Notice tone="wait" title={t("review.warnings")}>
          <ul className="list-disc ps-5">
            {source.warnings.map(({ code, detail }) => (
              <li key={code}>{text(`imports:note.${code}` as "imports:note.description_missing", detail)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {source.values.length > 0 && (
        <Disclosure summary={t("review.row")}>
          <DescriptionList
            rows={source.values.map(([name, value]) => ({
              key: name,
              name,
              value: <span className="break-words whitespace-pre-line">{value}</span>,
            }))}
          />
        </Disclosure>
      )}
    </div>
  );
}
