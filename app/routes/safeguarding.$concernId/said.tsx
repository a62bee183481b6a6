import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { Section } from "~/ui/page";
import { PhoneLink } from "~/ui/phone-link";

interface SaidProps {
  said: { body: string; about: string; callPhone: string; reportedAs: string; reporter: string };
}

/** What an opened report says, in the reporter's own words. */
export function Said({ said }: SaidProps) {
  const { t } = useTranslation("concerns");
  const role = t(`one.as.${said.reportedAs}` as "one.as.staff");
  return (
    <Section title={t("one.said")}>
      <p className="mb-6 whitespace-pre-wrap break-words">{said.body}</p>
      <DescriptionList
        rows={[
          { name: t("one.about"), value: said.about || t("one.unknown") },
          { name: t("one.from"), value: [said.reporter, role].filter(Boolean).join(" · ") },
          { name: t("one.call"), value: said.callPhone ? <PhoneLink phone={said.callPhone} /> : t("one.noCall") },
        ]}
      />
    </Section>
  );
}
