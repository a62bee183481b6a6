import { useTranslation } from "react-i18next";
import { formatDay, formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";

interface AtOrganisationProps {
  name: string;
  contacts: readonly {
    id: string;
    fullName: string;
    title: string;
    owner: string | null;
    /** Civil date. */
    lastContactOn: string | null;
  }[];
  /** Null where it is no host of the district. */
  host: { mentors: readonly string[]; published: number } | null | "";
}

/** Who else is at a contact's organization, so that two of the school do not write there without knowing of each other. */
export function AtOrganisation({ name, contacts, host }: AtOrganisationProps) {
  const { t, i18n } = useTranslation("outreach");
  const day = (on: string) => formatDay(on, i18n.language, { withYear: true });
  return (
    <Section title={t("at.title", { organisation: name })}>
      {contacts.length === 0 && <p>{t("at.nobody")}</p>}
      {contacts.length > 0 && (
        <ul className="space-y-2">
          {contacts.map(({ id, fullName, title, owner, lastContactOn }) => (
            <li key={id} className="wrap-anywhere">
              <TextLink to={`/coordinator/contacts/${id}`}>{fullName}</TextLink>
              {title && <span>, {title}</span>}
              <p className="text-small text-ink-soft">
                {[
                  lastContactOn ? t("at.lastOn", { day: day(lastContactOn) }) : t("at.never"),
                  owner && t("at.owner", { name: owner }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      )}
      {host && host.mentors.length > 0 && <p>{t("at.mentors", { names: formatNames(host.mentors, i18n.language) })}</p>}
      {host && <p>{t("at.published", { count: host.published })}</p>}
    </Section>
  );
}
