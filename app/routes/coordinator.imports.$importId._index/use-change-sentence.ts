import { useTranslation } from "react-i18next";

type SayChange = (name: string, change: { from: string; to: string }, shown: (value: string) => string) => string;

/** Says what becomes of one thing known of somebody: "Grade: 9 becomes 10". */
export function useChangeSentence(): SayChange {
  const { t } = useTranslation("imports");
  return (field, { from, to }, shown) => {
    if (from === "") return t("students.check.gets", { field, to: shown(to) });
    if (to === "") return t("students.check.loses", { field, from: shown(from) });
    return t("students.check.becomes", { field, from: shown(from), to: shown(to) });
  };
}
