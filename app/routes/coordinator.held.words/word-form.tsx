import { useTranslation } from "react-i18next";
import { LONGEST_PHRASE } from "~/domain/conversation/school-words";
import type { WordPreview } from "~/features/conversations/preview-held-word.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatLanguage, formatNumber } from "~/ui/format";
import { TextField } from "~/ui/text-fields";

interface WordFormProps {
  languages: readonly string[];
  reply: FormReply | undefined;
  /** What it would have held, once somebody has counted. */
  preview: WordPreview | null;
}

/** A word of the school's own, and a count of what it would have held before it is saved. */
export function WordForm({ languages, reply, preview }: WordFormProps) {
  const { t, i18n } = useTranslation("conversations");
  const choices = languages.map((value) => ({ value, label: formatLanguage(value, i18n.language) }));
  const own = reply?.values?.intent === "let" ? undefined : reply;
  return (
    <Form reply={own}>
      <TextField
        name="phrase"
        label={t("words.phrase")}
        hint={t("words.phraseHint")}
        maxLength={LONGEST_PHRASE}
        autoComplete="off"
        dir="auto"
        required
      />
      <Select name="language" label={t("words.language")} choices={choices} defaultValue={i18n.language} required />
      <p className="text-small text-ink-soft">{t("words.noted")}</p>
      {preview && (
        <p role="status" className="font-semibold">
          {t("words.counted", {
            count: preview.messages,
            phrase: preview.phrase,
            looked: formatNumber(preview.looked, i18n.language),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look={preview ? "quiet" : "primary"} name="intent" value="count" pendingText={t("words.counting")}>
          {t("words.count")}
        </Button>
        <Button look={preview ? "primary" : "quiet"} name="intent" value="hold" pendingText={t("words.holding")}>
          {t("words.hold")}
        </Button>
      </div>
    </Form>
  );
}
