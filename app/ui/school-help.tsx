import { useTranslation } from "react-i18next";
import { formatPhone } from "./format";
import { SentenceWithPhone } from "./phone-link";

/** Who at the school helps a donor, with a number to call. */
export function SchoolHelp({ help: { name, phone } }: { help: { name: string; phone: string } }) {
  const { t } = useTranslation("fund");
  return (
    <p className="text-ink-soft">
      <SentenceWithPhone sentence={t("give.help", { name, phone: formatPhone(phone) })} phone={phone} />
    </p>
  );
}
