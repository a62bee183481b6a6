import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlacementPart, StudentPart } from "~/domain/matching/weights";
import { formatNumber } from "~/ui/format";
import { NumberField } from "~/ui/text-fields";

interface SideProps<Part extends StudentPart | PlacementPart> {
  title: string;
  name: "student" | "placement";
  parts: readonly Part[];
  points: Readonly<Record<Part, number>>;
}

/** The shares of one side. Their sum is seen while typing, and heard when a field is left: not at each key. */
export function WeightSide<Part extends StudentPart | PlacementPart>({ title, name, parts, points }: SideProps<Part>) {
  const { t, i18n } = useTranslation("matching");
  const [sum, setSum] = useState<number | null>(null);
  const [heard, setHeard] = useState<number | null>(null);
  const worded = (number: number | null) =>
    number !== null && t("weights.sum", { sum: formatNumber(number, i18n.language) });
  return (
    <fieldset onInput={(event) => setSum(sumIn(event.currentTarget))} onBlur={() => setHeard(sum)}>
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
            label={t(`part.${part}`)}
            defaultValue={points[part] / 100}
          />
        ))}
      </div>
      <p aria-hidden className={`mt-3 font-semibold ${sum === null || sum === 100 ? "" : "text-stop"}`}>
        {worded(sum)}
      </p>
      <p role="status" className="sr-only">
        {worded(heard)}
      </p>
    </fieldset>
  );
}

const numberOf = (text: string) => Number(text.replace(",", ".")) || 0;

function sumIn(fieldset: HTMLFieldSetElement): number {
  const typed = [...fieldset.querySelectorAll("input")].map((input) => numberOf(input.value));
  return Math.round(typed.reduce((total, number) => total + number, 0) * 100) / 100;
}
