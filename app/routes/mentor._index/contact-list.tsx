import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatDayOf } from "~/ui/format";
import { Badge } from "~/ui/status";
import type { Tone } from "~/ui/tone";

interface Contact {
  pursuitId: string;
  state: string;
  firstName: string;
  title: string;
  school: string;
  timeZone: string;
  disclosedAt: string;
}

const WORDS: Record<string, { key: "offered" | "accepted" | "completed"; tone: Tone }> = {
  offered: { key: "offered", tone: "go" },
  accepted: { key: "accepted", tone: "go" },
  completed: { key: "completed", tone: "go" },
};

/** Students whom the host has answered, by first name, with where it stands. */
export function ContactList({ contacts, label }: { contacts: readonly Contact[]; label: string }) {
  const { t, i18n } = useTranslation("placements");
  return (
    <RowList label={label}>
      {contacts.map((contact) => {
        const word = WORDS[contact.state];
        return (
          <Row
            key={contact.pursuitId}
            to={`/mentor/pursuits/${contact.pursuitId}`}
            title={`${contact.firstName} → ${contact.title}`}
            detail={`${contact.school} · ${t("home.since", { day: formatDayOf(contact.disclosedAt, i18n.language, contact.timeZone) })}`}
            status={<Badge tone={word?.tone ?? "info"}>{t(`contact.${word?.key ?? "ended"}`)}</Badge>}
          />
        );
      })}
    </RowList>
  );
}
