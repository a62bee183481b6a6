import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";

interface WordFormProps {
  reply: FormReply | undefined;
  /** What it would change, once somebody has looked. */
  preview: ReactNode;
}

/** A word, the interest it stands for, and a look at what that changes before it is saved. */
export function WordForm({ reply, preview }: WordFormProps) {
  const { t, i18n } = useTranslation("words");
  const choices = listBasicInterests()
    .map(({ id }) => ({ value: id, label: labelOf(id, i18n.language) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <Form reply={reply} className="space-y-5">
      <TextField name="word" required label={t("word")} hint={t("wordHint")} maxLength={60} autoComplete="off" />
      <Select name="interestId" required label={t("interest")} choices={choices} emptyLabel={t("choose")} />
      {preview}
      <div className="flex flex-wrap gap-3">
        <Button look={preview ? "quiet" : "primary"} name="intent" value="preview" pendingText={t("looking")}>
          {t("preview")}
        </Button>
        <Button look={preview ? "primary" : "quiet"} name="intent" value="add" pendingText={t("adding")}>
          {t("add")}
        </Button>
      </div>
    </Form>
  );
}
