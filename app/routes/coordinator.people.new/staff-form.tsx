import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { PeopleLanguageSelect } from "~/ui/people-language-select";
import { TextField } from "~/ui/text-fields";

interface StaffFormProps {
  reply: FormReply | undefined;
  /** The role the page was opened for. */
  role: string;
  isAdmin: boolean;
  isKnown: boolean;
}

/** Adds an advisor; for an admin also a coordinator or another admin. */
export function StaffForm({ reply, role, isAdmin, isKnown }: StaffFormProps) {
  const { t } = useTranslation("people");
  const roles = isAdmin ? (["advisor", "coordinator", "admin"] as const) : (["advisor"] as const);
  return (
    <Form reply={reply}>
      <input type="hidden" name="as" value="staff" />
      <Select
        name="role"
        required
        label={t("new.role")}
        defaultValue={roles.find((each) => each === role) ?? "advisor"}
        choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <TextField name="fullName" required label={t("new.fullName")} maxLength={200} autoComplete="off" />
      {isKnown && <Checkbox name="isAnother" label={t("new.another")} />}
      <TextField name="mail" type="email" required label={t("new.mail")} hint={t("new.mailHint")} autoComplete="off" />
      <TextField
        name="advisoryName"
        label={t("new.advisoryName")}
        hint={t("new.advisoryNameHint")}
        maxLength={100}
        autoComplete="off"
      />
      <PeopleLanguageSelect label={t("new.language")} />
      <Button look="primary" pendingText={t("new.saving")}>
        {t("new.save")}
      </Button>
    </Form>
  );
}
