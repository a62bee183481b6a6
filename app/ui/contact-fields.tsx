import { useTranslation } from "react-i18next";
import { type ContactFields as Contact, ORIGINS } from "~/domain/outreach/contact";
import { CLOCKS } from "~/domain/outreach/state-clock";
import { Select } from "./choice-fields";
import { formatLanguage, formatTimeZone } from "./format";
import { TextField } from "./text-fields";

interface ContactFieldsProps {
  /** Left out for somebody new. */
  contact?: Contact;
  /** Where somebody new works, as far as it is known. */
  at?: string;
  owners: readonly { personId: string; name: string }[];
  languages: readonly string[];
}

/** Everything that is written down about a contact. */
export function ContactFields({ contact, at, owners, languages }: ContactFieldsProps) {
  const { t, i18n } = useTranslation("outreach");
  return (
    <>
      <TextField
        name="fullName"
        label={t("field.fullName")}
        defaultValue={contact?.fullName}
        autoComplete="off"
        required
      />
      <TextField
        name="organisationName"
        label={t("field.organisation")}
        hint={t("field.organisationHint")}
        defaultValue={contact?.organisationName ?? at}
        autoComplete="off"
      />
      <TextField name="title" label={t("field.title")} defaultValue={contact?.title} autoComplete="off" />
      <TextField
        name="mail"
        type="email"
        inputMode="email"
        label={t("field.mail")}
        hint={t("field.mailHint")}
        defaultValue={contact?.mail}
        autoComplete="off"
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t("field.phone")}
        defaultValue={contact?.phone}
        autoComplete="off"
      />
      <Select
        name="language"
        label={t("field.language")}
        required
        defaultValue={contact?.language ?? languages[0]}
        choices={languages.map((value) => ({ value, label: formatLanguage(value, i18n.language) }))}
      />
      <Select
        name="timeZone"
        label={t("field.timeZone")}
        hint={t("field.timeZoneHint")}
        emptyLabel={t("timeZone.asPlace")}
        defaultValue={contact?.timeZone ?? ""}
        choices={CLOCKS.map((value) => ({ value, label: formatTimeZone(value, i18n.language) }))}
      />
      <TextField
        name="tags"
        label={t("field.tags")}
        hint={t("field.tagsHint")}
        defaultValue={contact?.tags.join(", ")}
        autoComplete="off"
      />
      <Select
        name="ownerId"
        label={t("field.owner")}
        emptyLabel={t("owner.nobody")}
        defaultValue={contact?.ownerId ?? ""}
        choices={owners.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <Select
        name="origin"
        label={t("field.origin")}
        hint={t("field.originHint")}
        required
        defaultValue={contact?.origin ?? "typed"}
        choices={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
      <TextField
        name="originNote"
        label={t("field.originNote")}
        hint={t("field.originNoteHint")}
        defaultValue={contact?.originNote}
        autoComplete="off"
      />
    </>
  );
}
