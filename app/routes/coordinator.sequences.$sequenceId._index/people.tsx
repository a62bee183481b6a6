import { useTranslation } from "react-i18next";
import type { Stop } from "~/domain/outreach/sequence";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { formatMoment, formatTimeZone } from "~/ui/format";
import { Badge } from "~/ui/status";
import { TextLink } from "~/ui/text-link";

export interface Person {
  enrolmentId: string;
  /** Null when they are forgotten. */
  contactId: string | null;
  name: string | null;
  organisation: string;
  next: { position: number; at: string; timeZone: string } | null;
  stop: Stop | null;
  isAccepted: boolean;
  placed: { title: string; listingId: string | null }[];
}

/** Everybody whom a figure counts, with what comes next or why nothing does. */
export function People({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation("sequences");
  if (people.length === 0) return <EmptyState title={t("people.none")}>{t("people.noneText")}</EmptyState>;
  return (
    <RowList label={t("people.title")}>
      {people.map((person) => (
        <PersonRow key={person.enrolmentId} person={person} />
      ))}
    </RowList>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { t, i18n } = useTranslation("sequences");
  const { enrolmentId, contactId, organisation, next, stop, isAccepted, placed } = person;
  const name = person.name ?? t("people.forgotten");
  const when = next && formatMoment(next.at, i18n.language, next.timeZone);
  const zone = next && formatTimeZone(next.timeZone, i18n.language);
  const coming = next ? t("people.next", { position: next.position, when, zone }) : stop === null && t("people.over");
  return (
    <Row
      to={contactId ? `/coordinator/contacts/${contactId}` : undefined}
      title={name}
      detail={[organisation, coming].filter(Boolean).join(" · ")}
      status={<Standing stop={stop} isAccepted={isAccepted} />}
      actions={
        next && (
          <Form className="">
            <input type="hidden" name="enrolmentId" value={enrolmentId} />
            <Button
              name="intent"
              value="take-out"
              pendingText={t("saving")}
              aria-label={t("people.takeOutOf", { name })}
            >
              {t("people.takeOut")}
            </Button>
          </Form>
        )
      }
    >
      {placed.length > 0 && (
        <ul>
          {placed.map(({ title, listingId }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two placements may have one title
            <li key={place}>
              {listingId ? <TextLink to={`/coordinator/listings/${listingId}`}>{title}</TextLink> : title}
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

/** Who became a mentor has come furthest, whatever stopped their mails. */
function Standing({ stop, isAccepted }: Pick<Person, "stop" | "isAccepted">) {
  const { t } = useTranslation("sequences");
  if (isAccepted) return <Badge tone="go">{t("people.mentor")}</Badge>;
  if (stop === null) return null;
  return <Badge tone={stop === "replied" ? "go" : "stop"}>{t(`stop.${stop}`)}</Badge>;
}
