import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { PeopleLanguageSelect, useLanguageChoices } from "~/ui/people-language-select";
import { TextField } from "~/ui/text-fields";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface ChangeProps {
  person: PersonView["person"];
  reply: FormReply | undefined;
}

/** How somebody is called, folded away until it changes. */
export function NamesForm({ person, reply }: ChangeProps) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "names" });
  return (
    <Disclosure summary={t("person.names.title")} open={own !== undefined}>
      <p>{t("person.names.lead")}</p>
      <Form reply={own} scope="names">
        <TextField
          name="fullName"
          required
          label={t("new.fullName")}
          maxLength={200}
          autoComplete="off"
          defaultValue={person.fullName}
        />
        <TextField
          name="nameUsed"
          label={t("new.nameUsed")}
          hint={t("new.nameUsedHint")}
          maxLength={100}
          autoComplete="off"
          defaultValue={person.nameUsed}
        />
        <RadioGroup
          name="nameUsedFor"
          required
          label={t("person.names.for")}
          defaultValue={person.nameUsedFor}
          choices={(["everyone", "staff"] as const).map((value) => ({ value, label: t(`person.names.${value}`) }))}
        />
        <TextField
          name="pronunciation"
          label={t("person.pronunciation")}
          maxLength={200}
          autoComplete="off"
          defaultValue={person.pronunciation}
        />
        <TextField
          name="pronouns"
          label={t("person.pronouns")}
          maxLength={60}
          autoComplete="off"
          defaultValue={person.pronouns}
        />
        <Button name="intent" value="names" pendingText={t("person.saving")}>
          {t("person.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}

/** In which language somebody is written to and, for a student, which ones they speak. */
export function LanguagesForm({ person, isStudent, reply }: ChangeProps & { isStudent: boolean }) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "languages" });
  return (
    <Disclosure summary={t("person.languages.title")} open={own !== undefined}>
      <Form reply={own} scope="languages">
        <PeopleLanguageSelect label={t("new.language")} value={person.language} />
        {isStudent && <Spoken spoken={person.spoken} />}
        <Button name="intent" value="languages" pendingText={t("person.saving")}>
          {t("person.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}

function Spoken({ spoken }: { spoken: readonly string[] }) {
  const { t } = useTranslation("people");
  const choices = useLanguageChoices();
  return <CheckboxGroup name="spoken" label={t("person.languages.spoken")} defaultValue={spoken} choices={choices} />;
}
