import { useTranslation } from "react-i18next";
import { isPart } from "~/domain/fund/gift-truth";
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
