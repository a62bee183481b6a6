import { useTranslation } from "react-i18next";
import type { ContactFields } from "~/domain/outreach/contact";
import { DescriptionList } from "~/ui/description-list";
import { formatLanguage } from "~/ui/format";
import { PhoneLink } from "~/ui/phone-link";
import { Tag } from "~/ui/status";

/** What is written down about somebody, and where their address came from. */
export function ContactFacts({ contact, owner }: { contact: ContactFields; owner: string | undefined }) {
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
      ]}
    />
  );
}
