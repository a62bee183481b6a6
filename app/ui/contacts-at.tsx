import { useTranslation } from "react-i18next";
import { formatDay } from "./format";
import { TextLink } from "./text-link";

export interface ContactAt {
  id: string;
  fullName: string;
  title: string;
  owner: string | null;
  /** Civil date. */
  lastContactOn: string | null;
}

/** The school's contacts at one organization, each with the last contact and who looks after them. */
export function ContactsAt({ contacts }: { contacts: readonly ContactAt[] }) {
  const { t, i18n } = useTranslation("outreach");
  const day = (on: string) => formatDay(on, i18n.language, { withYear: true });
  return (
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
  );
}
