import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EDITED_STUDENT_PARTS, type MatchWeights, PLACEMENT_PARTS } from "~/domain/matching/weights";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNumber } from "~/ui/format";
import { NumberField } from "~/ui/text-fields";

interface WeightFieldsProps {
  weights: MatchWeights;
  reply: FormReply | undefined;
  /** What a preview found; stands above the buttons. */
  children: ReactNode;
}

/** A percentage for each part of both sides, with the sum while typing. */
export function WeightFields({ weights, reply, children }: WeightFieldsProps) {
  const { t } = useTranslation("matching");
  return (
    <Form reply={reply} className="space-y-8">
      <input type="hidden" name="basedOn" value={weights.version} />
      <Side title={t("weights.student")} name="student" parts={EDITED_STUDENT_PARTS} points={weights.student} />
      <Side title={t("weights.placement")} name="placement" parts={PLACEMENT_PARTS} points={weights.placement} />
      <fieldset className="space-y-5">
        <legend className="mb-3 font-serif text-title-2 font-semibold">{t("weights.both")}</legend>
        <NumberField
          name="dislikes"
          required
          label={t("weights.dislikes")}
          hint={t("weights.dislikesHint")}
          defaultValue={weights.dislikes / 100}
        />
        <NumberField
          name="related"
          required
          label={t("weights.related")}
          hint={t("weights.relatedHint")}
          defaultValue={weights.related / 100}
        />
      </fieldset>
      {children}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="preview" pendingText={t("weights.previewing")}>
          {t("weights.preview")}
        </Button>
        <Button name="intent" value="save" pendingText={t("weights.saving")}>
          {t("weights.save")}
        </Button>
      </div>
    </Form>
  );
}

interface SideProps<Part extends string> {
  title: string;
  name: "student" | "placement";
  parts: readonly Part[];
  points: Readonly<Record<Part, number>>;
}

const numberOf = (text: string) => Number(text.replace(",", ".")) || 0;

function Side<Part extends Parameters<typeof sentenceKey>[0]>({ title, name, parts, points }: SideProps<Part>) {
  const { t, i18n } = useTranslation("matching");
  const [sum, setSum] = useState<number | null>(null);
  const add = (fieldset: HTMLFieldSetElement) => {
    const typed = [...fieldset.querySelectorAll("input")].map((input) => numberOf(input.value));
    setSum(Math.round(typed.reduce((total, number) => total + number, 0) * 100) / 100);
  };
  return (
    <fieldset onInput={(event) => add(event.currentTarget)}>
      <legend className="mb-1 font-serif text-title-2 font-semibold">{title}</legend>
      <p className="mb-4 text-ink-soft">
        {t("weights.sumHint")} {name === "student" && t("weights.wishHint")}
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        {parts.map((part) => (
          <NumberField
            key={part}
            name={`${name}-${part}`}
            required
            label={t(sentenceKey(part))}
            defaultValue={points[part] / 100}
          />
        ))}
      </div>
      <p role="status" className={`mt-3 font-semibold ${sum === null || sum === 100 ? "" : "text-stop"}`}>
        {sum !== null && t("weights.sum", { sum: formatNumber(sum, i18n.language) })}
      </p>
    </fieldset>
  );
}

const sentenceKey = (part: keyof MatchWeights["student"] | keyof MatchWeights["placement"]) => `part.${part}` as const;
