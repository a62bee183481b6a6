import { useTranslation } from "react-i18next";
import { FIRST_KINDS } from "~/domain/introduction/first-placement";
import { RadioGroup } from "./choice-fields";
import { TextArea, TextField } from "./text-fields";

interface HostProfileFieldsProps {
  mentorName: string;
  phone?: string;
  /** For staff who type what they are told: the browser fills in nothing of their own. */
  forSomebody?: true;
}

/** What a host says with their yes: where, who, what. A browser fills in most of it. */
export function HostProfileFields({ mentorName, phone, forSomebody }: HostProfileFieldsProps) {
  const { t } = useTranslation("introductions");
  const own = (autoComplete: string) => (forSomebody ? "off" : autoComplete);
  return (
    <>
      <TextField
        name="organisationName"
        label={t("invitation.organisation")}
        hint={t("invitation.organisationHint")}
        autoComplete={own("organization")}
        required
      />
      <TextField
        name="mentorName"
        label={t("invitation.name")}
        autoComplete={own("name")}
        defaultValue={mentorName}
        required
      />
      <TextField name="title" label={t("invitation.job")} autoComplete={own("organization-title")} />
      <TextArea name="offer" label={t("invitation.offer")} rows={3} />
      <RadioGroup
        name="firstKind"
        label={t("invitation.first")}
        hint={t("invitation.firstHint")}
        choices={FIRST_KINDS.map((value) => ({ value, label: t(`invitation.firstKind.${value}`) }))}
      />
      <TextField
        name="street"
        label={t("invitation.street")}
        hint={t("invitation.streetHint")}
        autoComplete={own("address-line1")}
      />
      <TextField
        name="postcode"
        label={t("invitation.postcode")}
        inputMode="numeric"
        autoComplete={own("postal-code")}
      />
      <TextField
        name="phone"
        type="tel"
        label={t("invitation.phone")}
        defaultValue={phone}
        hint={t("invitation.phoneHint")}
        autoComplete={own("tel")}
      />
    </>
  );
}
