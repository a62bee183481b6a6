import { useTranslation } from "react-i18next";
import type { ContactFields } from "~/domain/outreach/contact";
import { DescriptionList } from "~/ui/description-list";
import { formatDay, formatLanguage, formatTimeZone } from "~/ui/format";
import { PhoneLink } from "~/ui/phone-link";
import { Tag } from "~/ui/status";

interface ContactFactsProps {
  contact: ContactFields;
  owner: string | undefined;
  /** The files that said something of them; `on` is a civil date. */
  files: readonly { importId: string; fileName: string; on: string; broughtBy: string | null }[];
}

/** What is written down about somebody, and where their address came from. */
export function ContactFacts({ contact, owner, files }: ContactFactsProps) {
  const { t, i18n } = useTranslation("outreach");
  const { origin, originNote, tags } = contact;
  return (
    <DescriptionList
      rows={[
        { name: t("field.organisation"), value: contact.organisationName },
        { name: t("field.title"), value: contact.title },
        { name: t("field.mail"), value: contact.mail },
        { name: t("field.phone"), value: contact.phone && <PhoneLink phone={contact.phone} /> },
        { name: t("field.language"), value: formatLanguage(contact.language, i18n.language) },
        { name: t("field.timeZone"), value: contact.timeZone && formatTimeZone(contact.timeZone, i18n.language) },
        {
          name: t("field.tags"),
          value: tags.length > 0 && (
            <span className="flex flex-wrap gap-2">
              {tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </span>
          ),
        },
        { name: t("field.owner"), value: owner ?? t("owner.nobody") },
        { name: t("field.origin"), value: [t(`origin.${origin}`), originNote].filter(Boolean).join(": ") },
        {
          name: t("field.files"),
          value: files.length > 0 && (
            <ul className="wrap-anywhere">
              {files.map(({ importId, fileName, on, broughtBy }) => (
                <li key={importId}>
                  {[fileName, formatDay(on, i18n.language, { withYear: true }), broughtBy].filter(Boolean).join(" · ")}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
