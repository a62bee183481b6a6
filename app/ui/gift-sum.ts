import { useTranslation } from "react-i18next";
import { isPart, isPartOnItsWay } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import { formatMoney } from "./format";

interface Sum {
  minor: number;
  cameMinor: number;
  currency: string;
}

/** The sum that a gift is called by: what was meant, or "$40 of $100" where only a part of it came. */
export function useGiftSum(): (gift: Sum) => string {
  const { t, i18n } = useTranslation("fund");
  return ({ minor, cameMinor, currency }) => {
    const money = (amount: number) => formatMoney(amount, currency as Currency, i18n.language);
    return isPart({ minor, cameMinor })
      ? t("gifts.cameOf", { came: money(cameMinor), meant: money(minor) })
      : money(minor);
  };
}

/** What to say beside that sum while a part of a gift is on its way; null where there is nothing to say. */
export function useGiftOnItsWay(): (gift: Omit<Sum, "cameMinor"> & { processingMinor: number }) => string | null {
  const { t, i18n } = useTranslation("fund");
  return ({ processingMinor, currency, minor }) =>
    isPartOnItsWay({ minor, processingMinor })
      ? t("gifts.onItsWay", { amount: formatMoney(processingMinor, currency as Currency, i18n.language) })
      : null;
}
