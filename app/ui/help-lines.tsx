import { useTranslation } from "react-i18next";
import { formatPhone } from "./format";
import { SentenceWithPhone } from "./phone-link";

/** Somebody at a school with a number to call. */
export interface ShownHelp {
  school: string;
  name: string;
  phone: string;
}

/** Who answers questions, a line for each school. */
export function HelpLines({ help }: { help: readonly ShownHelp[] }) {
  const { t } = useTranslation("questions");
  return help.map(({ school, name, phone }) => (
    <p key={school} className="text-base text-ink">
      <SentenceWithPhone sentence={t("help", { school, name, phone: formatPhone(phone) })} phone={phone} />
    </p>
  ));
}
