import { useTranslation } from "react-i18next";
import type { UnreachedView } from "~/features/mail/open-unreached-mail.server";
import { DescriptionList } from "~/ui/description-list";
import { formatLanguage, formatMoment } from "~/ui/format";
import { PhoneLink } from "~/ui/phone-link";
import { useMailKind } from "~/ui/use-mail-kind";

/** Whom the mail was for, why it did not reach them, and how else they are reached. */
export function UnreachedFacts({ mail }: { mail: UnreachedView }) {
  const { t, i18n } = useTranslation("mails");
  const kindName = useMailKind();
  const { phones } = mail;
  return (
    <DescriptionList
      rows={[
        { name: t("unreached.why"), value: t(`unreached.reason.${mail.why}`) },
        {
          name: t("unreached.call"),
          value:
            phones.length === 0 ? (
              t("unreached.noPhone")
            ) : (
              <ul className="space-y-1">
                {phones.map((phone) => (
                  <li key={phone}>
                    <PhoneLink phone={phone} />
                  </li>
                ))}
              </ul>
            ),
        },
        { name: t("unreached.to"), value: mail.name },
        { name: t("unreached.address"), value: <span className="break-all">{mail.address}</span> },
        { name: t("unreached.kind"), value: kindName(mail.kind) },
        { name: t("unreached.language"), value: formatLanguage(mail.language, i18n.language) },
        { name: t("unreached.at"), value: formatMoment(mail.at, i18n.language, mail.timeZone) },
        { name: t("unreached.detail"), value: mail.detail },
      ]}
    />
  );
}
