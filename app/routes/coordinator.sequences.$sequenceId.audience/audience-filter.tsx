import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RECRUITMENT_RADII_KM } from "~/domain/interest/recruitment";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import { formatMiles } from "~/ui/format";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";
import type { AskedAudience } from "./read-audience";

interface AudienceFilterProps {
  asked: AskedAudience;
  tags: readonly string[];
  areas: readonly { id: string; name: string }[];
  /** Interests that more students of the school like than there are open seats, the school's own exact numbers. */
  unmet: readonly { interestId: string; students: number; seats: number }[];
}

/** Narrows the contacts; all of it stands in the address. */
export function AudienceFilter({ asked, tags, areas, unmet }: AudienceFilterProps) {
  const { t, i18n } = useTranslation("sequences");
  const named = (id: string) => labelOf(id, i18n.language);
  const interests = listBasicInterests()
    .map(({ id }) => ({ value: id, label: named(id) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <div className="space-y-4">
      {unmet.length > 0 && (
        <Disclosure summary={t("audience.wantedTitle")} open={asked.interestId === ""}>
          <p>{t("audience.wantedText")}</p>
          <ul className="print:hidden">
            {unmet.map(({ interestId, students, seats }) => (
              <li key={interestId}>
                <TextLink to={`?interest=${interestId}`} className="inline-flex min-h-11 items-center">
                  {t("audience.wanted", { interest: named(interestId), students, seats })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Form key={JSON.stringify(asked)} method="get" role="search" className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="q" label={t("audience.words")} defaultValue={asked.words} maxLength={100} />
        <Select
          name="tag"
          label={t("audience.tag")}
          emptyLabel={t("audience.anyTag")}
          choices={tags.map((value) => ({ value, label: value }))}
          defaultValue={asked.tag}
        />
        <Select
          name="interest"
          label={t("audience.interest")}
          hint={t("audience.interestHint")}
          emptyLabel={t("audience.anyInterest")}
          choices={interests}
          defaultValue={asked.interestId}
        />
        <Select
          name="near"
          label={t("audience.near")}
          emptyLabel={t("audience.anywhere")}
          choices={areas.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={asked.areaId}
        />
        <Select
          name="within"
          label={t("audience.within")}
          choices={RECRUITMENT_RADII_KM.map((kilometres) => ({
            value: String(kilometres),
            label: t("audience.miles", { miles: formatMiles(kilometres * 1000, i18n.language) }),
          }))}
          defaultValue={String(asked.withinKm)}
          required
        />
        <Button icon={Search}>{t("audience.find")}</Button>
      </Form>
    </div>
  );
}
