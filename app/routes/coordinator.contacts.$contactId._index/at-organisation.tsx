import { useTranslation } from "react-i18next";
import { type ContactAt, ContactsAt } from "~/ui/contacts-at";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";

interface AtOrganisationProps {
  name: string;
  contacts: readonly ContactAt[];
  /** Null where it is no host of the district. */
  host: { id: string; mentors: readonly string[]; published: number } | null | "";
}

/** Who else is at a contact's organization, so that two of the school do not write there without knowing of each other. */
export function AtOrganisation({ name, contacts, host }: AtOrganisationProps) {
  const { t, i18n } = useTranslation("outreach");
  return (
    <Section title={t("at.title", { organisation: name })}>
      {contacts.length === 0 ? <p>{t("at.nobody")}</p> : <ContactsAt contacts={contacts} />}
      {host && host.mentors.length > 0 && <p>{t("at.mentors", { names: formatNames(host.mentors, i18n.language) })}</p>}
      {host && <p>{t("at.published", { count: host.published })}</p>}
      {host && (
        <p>
          <TextLink to={`/coordinator/organisations/${host.id}`}>{t("at.all", { organisation: name })}</TextLink>
        </p>
      )}
    </Section>
  );
}
