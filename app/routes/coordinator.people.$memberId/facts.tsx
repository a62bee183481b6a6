import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { formatDay, formatLanguage } from "~/ui/format";
import type { PersonView } from "./person-view";

/** What the school knows of somebody. */
export function Facts({ person, advisory }: Pick<PersonView, "person" | "advisory">) {
  const { t, i18n } = useTranslation("people");
  const day = (date: string | null) => date && formatDay(date, i18n.language, { withYear: true });
  return (
    <DescriptionList
      rows={[
        { name: t("person.fullName"), value: person.fullName },
        { name: t("person.pronunciation"), value: person.pronunciation },
        { name: t("person.pronouns"), value: person.pronouns },
        { name: t("person.grade"), value: person.grade },
        { name: t("person.number"), value: person.studentNumber },
        {
          name: t("person.advisory"),
          value: advisory && t("person.advisoryOf", { advisory: advisory.name, advisor: advisory.advisor_name }),
        },
        { name: t("person.bornOn"), value: day(person.bornOn) },
        { name: t("person.language"), value: formatLanguage(person.language, i18n.language) },
        {
          name: t("person.spoken"),
          value: person.spoken.map((code) => formatLanguage(code, i18n.language)).join(", "),
        },
        { name: t("person.optedOut"), value: person.isOptedOut && t("person.optedOutYes") },
      ]}
    />
  );
}
