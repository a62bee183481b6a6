import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { PeopleLanguageSelect } from "~/ui/people-language-select";
import { DateField, NumberField, TextField } from "~/ui/text-fields";
import { NameFields } from "./name-fields";

interface StudentFormProps {
  reply: FormReply | undefined;
  advisories: readonly { id: string; name: string; advisor_name: string }[];
  /** Somebody of this name is here, and staff have to say that this is somebody else. */
  isKnown: boolean;
}

/** Adds a student: name and grade, and what else is known. */
export function StudentForm({ reply, advisories, isKnown }: StudentFormProps) {
  const { t } = useTranslation("people");
  const choices = advisories.map(({ id, name, advisor_name: advisor }) => ({
    value: id,
    label: `${name} (${advisor})`,
  }));
  return (
    <Form reply={reply}>
      <input type="hidden" name="as" value="student" />
      <NameFields />
      {isKnown && <Checkbox name="isAnother" label={t("new.another")} />}
      <NumberField name="grade" required label={t("new.grade")} />
      <TextField
        name="studentNumber"
        label={t("new.number")}
        hint={t("new.numberHint")}
        maxLength={40}
        autoComplete="off"
      />
      <DateField name="bornOn" label={t("new.bornOn")} />
      <Select name="advisoryId" label={t("new.advisory")} choices={choices} emptyLabel={t("new.noAdvisory")} />
      <PeopleLanguageSelect label={t("new.language")} />
      <TextField name="mail" type="email" label={t("new.mail")} hint={t("new.mailHint")} autoComplete="off" />
      <Checkbox name="directoryOptOut" label={t("new.optOut")} hint={t("new.optOutHint")} />
      <Button look="primary" pendingText={t("new.saving")}>
        {t("new.save")}
      </Button>
    </Form>
  );
}
