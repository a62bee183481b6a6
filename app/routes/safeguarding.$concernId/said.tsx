import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { PhoneLink } from "~/ui/phone-link";
import { Pictures } from "~/ui/pictures";
import { TextLink } from "~/ui/text-link";

interface SaidProps {
  concernId: string;
  said: {
    body: string;
    about: string;
    callPhone: string;
    reportedAs: string;
    reporter: string;
    /** The pursuit whose conversation it is about. */
    conversationOf: string | null;
    message: { words: string; pictures: string[]; picturesShow: string; by: string; writtenAt: string } | null;
  };
  timeZone: string;
}

/** What an opened report says, in the reporter's own words. */
export function Said({ concernId, said, timeZone }: SaidProps) {
  const { t, i18n } = useTranslation("concerns");
  const role = t(`one.as.${said.reportedAs}` as "one.as.staff");
  return (
    <Section title={t("one.said")}>
      <p className="mb-6 whitespace-pre-wrap break-words">{said.body}</p>
      {said.message && (
        <figure className="mb-6 border-s-4 border-line-strong ps-4">
          <blockquote dir="auto" className="whitespace-pre-wrap break-words">
            {said.message.words}
          </blockquote>
          <Pictures
            at={said.message.pictures.map((id) => ({ address: `/safeguarding/${concernId}/${id}` }))}
            show={said.message.picturesShow}
          />
          <figcaption className="mt-2 text-small text-ink-soft">
            {t("reported.by", {
              name: said.message.by,
              when: formatMoment(said.message.writtenAt, i18n.language, timeZone),
            })}
          </figcaption>
        </figure>
      )}
      {said.conversationOf && (
        <p className="mb-6">
          <TextLink to={`/conversations/${said.conversationOf}`}>{t("reported.open")}</TextLink>
        </p>
      )}
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
