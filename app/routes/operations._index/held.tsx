import { useTranslation } from "react-i18next";
import type { HeldDesk } from "~/features/operations/held-desk.server";
import { DescriptionList } from "~/ui/description-list";
import { formatMoment, formatNumber } from "~/ui/format";

/** How much waits for somebody of the school to read it, since when, and who is asked first. */
export function Held({ messages, oldestAt, late, readerName, hours, timeZone }: HeldDesk & { timeZone: string }) {
  const { t, i18n } = useTranslation("operations");
  const count = (number: number) => formatNumber(number, i18n.language);
  return (
    <DescriptionList
      rows={[
        { name: t("waiting"), value: count(messages) },
        { name: t("oldest"), value: oldestAt && formatMoment(oldestAt, i18n.language, timeZone) },
        { name: t("held.late"), value: count(late) },
        { name: t("held.reader"), value: readerName || t("held.coordinators") },
        { name: t("held.limit"), value: t("held.hours", { count: hours }) },
      ]}
    />
  );
}
