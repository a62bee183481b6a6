import { useTranslation } from "react-i18next";
import { type StudentInterest, tasteOf } from "~/domain/interest/student-interest";
import { labelOf } from "~/domain/interest/taxonomy";
import { Disclosure } from "~/ui/disclosure";
import { formatInterests } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { TasteFields } from "./taste-fields";

/** What the cards would put on the list, in words, and each to change or drop before it is saved. */
export function Suggestions({ suggested }: { suggested: readonly StudentInterest[] }) {
  const { t, i18n } = useTranslation("interests");
  const tastes = new Map(suggested.map((interest) => [interest.interestId, tasteOf(interest)]));
  const named = (taste: string) =>
    formatInterests(
      suggested
        .filter((interest) => tasteOf(interest) === taste)
        .map(({ interestId }) => labelOf(interestId, i18n.language)),
      i18n.language,
    );
  const shown = (["keen", "curious", "dislike"] as const).filter((taste) => named(taste) !== "");
  return (
    <div className="space-y-3">
      <Notice title={t("edit.asked")}>
        <ul className="list-disc space-y-1 ps-5">
          {shown.map((taste) => (
            <li key={taste}>{t("edit.would", { taste: t(`edit.taste.${taste}`), interests: named(taste) })}</li>
          ))}
        </ul>
      </Notice>
      <Disclosure summary={t("edit.change")}>
        <p className="text-ink-soft">{t("edit.drop")}</p>
        <TasteFields interestIds={[...tastes.keys()]} tastes={tastes} />
      </Disclosure>
    </div>
  );
}
