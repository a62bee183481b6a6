import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { formatDay, formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { TextLink } from "~/ui/text-link";
import type { entriesView } from "./view.server";

type Entry = ReturnType<typeof entriesView>["entries"][number];

/** Entries with their lines under them: one table, a group of rows for each entry, on a phone too. */
export function EntryTable({ entries, currency }: { entries: readonly Entry[]; currency: Currency }) {
  const { t, i18n } = useTranslation("fund");
  return (
    <table className="w-full max-w-text">
      <caption className="heard-only">{t("entries.title")}</caption>
      <thead>
        <tr className="border-b border-line-strong text-small text-ink-soft">
          <th scope="col" className="w-full py-2 pe-3 text-start font-semibold">
            {t("entries.account")}
          </th>
          <th scope="col" className="py-2 text-end font-semibold">
            {t("entries.amount")}
          </th>
        </tr>
      </thead>
      {entries.map((entry) => (
        <tbody key={entry.id} className="border-b border-line">
          <tr>
            <th scope="rowgroup" colSpan={2} className="pt-3 text-start font-semibold wrap-anywhere">
              <EntryHead entry={entry} />
            </th>
          </tr>
          {entry.lines.map(({ no, account, purpose, minor }) => (
            <tr key={no}>
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {t(`account.${account}`)}
                {purpose && <span className="text-ink-soft"> · {t(`purpose.${purpose}`)}</span>}
              </th>
              <td className="py-1 text-end align-bottom whitespace-nowrap tabular-nums">
                {formatMoney(minor, currency, i18n.language)}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function EntryHead({ entry: { day, enteredOn, of, only, who, cause } }: { entry: Entry }) {
  const { t, i18n } = useTranslation("fund");
  return (
    <>
      {formatDay(day, i18n.language, { withYear: true })}
      {" · "}
      {only ? (
        <TextLink to={`?${only}`}>
          {t(`entries.${of}`)}
          <HeardName>{[who, formatDay(day, i18n.language)].filter(Boolean).join(" · ")}</HeardName>
        </TextLink>
      ) : (
        t(`entries.${of}`)
      )}
      {who && ` · ${who}`}
      <span className="block text-small font-normal text-ink-soft">
        {[
          t(`cause.${cause}`),
          enteredOn !== day && t("entries.enteredLater", { day: formatDay(enteredOn, i18n.language) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}
