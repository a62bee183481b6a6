import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { CheckboxGroup } from "./choice-fields";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatDay } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { DateField, TextArea } from "./text-fields";

interface Place {
  id: string;
  title: string;
  next: readonly { id: string; name: string }[];
}

interface LeavingOrganisationProps {
  organisation: {
    id: string;
    name: string;
    leaving: { id: string; lastDay: string; reason: string; isOurs: boolean } | null;
    places: readonly Place[];
    touched: { pursuits: number; internships: number; visits: number } | null;
  };
  today: string;
  reply: FormReply | undefined;
  /** The word on the button that takes it back. */
  undo: string;
}

/** One organisation of a mentor: what hangs on them there, and the form in which their last day is said or taken back. */
export function LeavingOrganisation({ organisation, today, reply, undo }: LeavingOrganisationProps) {
  const { id, name, leaving, places, touched } = organisation;
  const own = isAbout(reply, organisation) ? reply : undefined;
  return (
    <Section title={name}>
      <Touched places={places} touched={touched} />
      {leaving ? (
        <Standing leaving={leaving} reply={own} undo={undo} />
      ) : (
        <SayForm organisationId={id} places={places} today={today} reply={own} />
      )}
    </Section>
  );
}

function isAbout(reply: FormReply | undefined, { id, leaving }: LeavingOrganisationProps["organisation"]): boolean {
  const { organisationId, departureId } = reply?.values ?? {};
  return organisationId === id || (leaving !== null && departureId === leaving.id);
}

const DOES = ["closed", "paused", "told"] as const;
const COUNTED = ["pursuits", "internships", "visits"] as const;

function Touched({ places, touched }: Pick<LeavingOrganisationProps["organisation"], "places" | "touched">) {
  const { t } = useTranslation("mentors");
  const counts = touched ? COUNTED.filter((one) => touched[one] > 0) : [];
  return (
    <div className="mb-6 max-w-text space-y-3">
      <p>{t(places.length > 0 ? "leaving.places" : "leaving.noPlaces")}</p>
      {places.length + counts.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {places.map((place) => (
            <li key={place.id}>{place.title}</li>
          ))}
          {counts.map((one) => (
            <li key={one}>{t(`leaving.${one}`, { count: touched?.[one] ?? 0 })}</li>
          ))}
        </ul>
      )}
      <p>{t("leaving.afterwards")}</p>
      <ul className="list-disc space-y-1 ps-5">
        {DOES.map((one) => (
          <li key={one}>{t(`leaving.does.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}

interface SayFormProps {
  organisationId: string;
  places: readonly Place[];
  today: string;
  reply: FormReply | undefined;
}

function SayForm({ organisationId, places, today, reply }: SayFormProps) {
  const { t } = useTranslation("mentors");
  const choices = places.flatMap(({ id, title, next }) =>
    next.map((mentor) => ({
      value: `${id}:${mentor.id}`,
      label: t("leaving.nextChoice", { mentor: mentor.name, title }),
    })),
  );
  return (
    <Form reply={reply} scope={organisationId}>
      <input type="hidden" name="organisationId" value={organisationId} />
      <DateField name="lastDay" required label={t("leaving.lastDay")} min={today} />
      <TextArea
        name="reason"
        label={t("leaving.reason")}
        hint={t("leaving.reasonHint")}
        rows={2}
        maxLength={500}
        required
      />
      {choices.length > 0 && (
        <CheckboxGroup name="nextLead" label={t("leaving.next")} hint={t("leaving.nextHint")} choices={choices} />
      )}
      <Button look="danger" name="intent" value="say" pendingText={t("leaving.saying")}>
        {t("leaving.say")}
      </Button>
    </Form>
  );
}

interface StandingProps {
  leaving: NonNullable<LeavingOrganisationProps["organisation"]["leaving"]>;
  reply: FormReply | undefined;
  undo: string;
}

function Standing({ leaving, reply, undo }: StandingProps) {
  const { t, i18n } = useTranslation("mentors");
  return (
    <Notice
      tone="wait"
      actions={
        leaving.isOurs && (
          <Form reply={reply} scope={leaving.id}>
            <input type="hidden" name="departureId" value={leaving.id} />
            <Button name="intent" value="undo" pendingText={t("leaving.saying")}>
              {undo}
            </Button>
          </Form>
        )
      }
    >
      <p>{t("leaving.said", { day: formatDay(leaving.lastDay, i18n.language, { withYear: true }) })}</p>
      <p>{t("leaving.why", { reason: leaving.reason })}</p>
      {!leaving.isOurs && <p>{t("leaving.otherSchool")}</p>}
    </Notice>
  );
}
