import { useTranslation } from "react-i18next";
import { formatMoment, formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { SentenceWithPhone } from "~/ui/phone-link";

interface StandingProps {
  suspended: { at: string; isOurs: boolean; schoolName: string; helpName: string; helpPhone: string } | null;
  timeZone: string;
}

/** Whether the mentor is suspended, since when, and whom to ask: all that other schools read. */
export function Standing({ suspended, timeZone }: StandingProps) {
  const { t, i18n } = useTranslation("suspensions");
  if (!suspended) return <Notice tone="go">{t("fine")}</Notice>;
  const { at, isOurs, schoolName: school, helpName: name, helpPhone: phone } = suspended;
  return (
    <Notice tone="stop" title={t("since", { when: formatMoment(at, i18n.language, timeZone) })}>
      {isOurs ? (
        t("ours")
      ) : (
        <SentenceWithPhone sentence={t("ask", { school, name, phone: formatPhone(phone) })} phone={phone} />
      )}
    </Notice>
  );
}
