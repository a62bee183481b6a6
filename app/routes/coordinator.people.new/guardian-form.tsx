import { useTranslation } from "react-i18next";
import { ALL_RIGHTS } from "~/domain/people/link-rights";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { GuardianTermsFields } from "~/ui/guardian-terms-fields";
import { PeopleLanguageSelect } from "~/ui/people-language-select";
import { TextField } from "~/ui/text-fields";
import { NameFields } from "./name-fields";

export interface Namesake {
  id: string;
  isStudent: boolean;
  name: string;
  /** Names used of the students they are a guardian of. */
  children: string[];
}

interface GuardianFormProps {
  reply: FormReply | undefined;
  studentId: string;
  /** Whoever has the same name; staff say whether it is one of them. */
  namesakes: readonly Namesake[];
  nextCall: number;
}

/** Adds a guardian of one student, or ties one who is here already, such as for a brother or sister. */
export function GuardianForm({ reply, studentId, namesakes, nextCall }: GuardianFormProps) {
  const { t } = useTranslation("people");
  return (
    <Form reply={reply}>
      <input type="hidden" name="as" value="guardian" />
      <input type="hidden" name="studentId" value={studentId} />
      <NameFields />
      {namesakes.length > 0 && (
        <RadioGroup
          name="namesake"
          required
          label={t("new.same.title")}
          hint={t("new.same.text")}
          choices={[
            ...namesakes
              .filter(({ isStudent }) => !isStudent)
              .map(({ id, name, children }) => ({
                value: id,
                label:
                  children.length > 0
                    ? t("new.same.thisOf", { name, children: children.join(", ") })
                    : t("new.same.this", { name }),
              })),
            { value: "another", label: t("new.same.another") },
          ]}
        />
      )}
      <GuardianTermsFields
        terms={{ relationship: "", legalBasis: "parent", rights: ALL_RIGHTS, callOrder: nextCall }}
      />
      <PeopleLanguageSelect label={t("new.language")} />
      <TextField name="mail" type="email" label={t("new.mail")} hint={t("new.mailHint")} autoComplete="off" />
      <TextField name="phone" type="tel" label={t("new.phone")} autoComplete="off" />
      <Button look="primary" pendingText={t("new.saving")}>
        {t("new.save")}
      </Button>
    </Form>
  );
}
