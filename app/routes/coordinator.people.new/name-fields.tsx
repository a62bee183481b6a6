import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/text-fields";

/** What somebody is called on paper and by people. */
export function NameFields() {
  const { t } = useTranslation("people");
  return (
    <>
      <TextField
        name="fullName"
        required
        label={t("new.fullName")}
        hint={t("new.fullNameHint")}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        name="nameUsed"
        label={t("new.nameUsed")}
        hint={t("new.nameUsedHint")}
        maxLength={100}
        autoComplete="off"
      />
    </>
  );
}
