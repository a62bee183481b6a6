import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/matching/mode";
import { formatNames } from "./format";

interface Moved {
  leaves: readonly string[];
  gets: readonly string[];
}

/** Where somebody goes: from one place to another, or, in a slate, which of several they lose and get. */
export function useMoveWords() {
  const { t, i18n } = useTranslation("plans");
  const listed = (titles: readonly string[]) => formatNames(titles, i18n.language);
  return ({ leaves, gets }: Moved, mode: Mode): string => {
    if (mode === "slate" && leaves.length === 0) return t("whatIf.gets", { to: listed(gets) });
    if (mode === "slate" && gets.length === 0) return t("whatIf.gives", { from: listed(leaves) });
    const words = (titles: readonly string[]) => (titles.length === 0 ? t("nobody") : listed(titles));
    return t("whatIf.move", { from: words(leaves), to: words(gets) });
  };
}
