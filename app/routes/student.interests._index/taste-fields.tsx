import { useTranslation } from "react-i18next";
import { TASTES, type Taste } from "~/domain/interest/student-interest";
import { labelOf } from "~/domain/interest/taxonomy";
import { Select } from "~/ui/choice-fields";
import { fieldOf } from "./fields";

interface TasteFieldsProps {
  interestIds: readonly string[];
  tastes: ReadonlyMap<string, Taste>;
}

/** One field for each interest: how much the student likes it. */
export function TasteFields({ interestIds, tastes }: TasteFieldsProps) {
  const { t, i18n } = useTranslation("interests");
  if (interestIds.length === 0) return null;
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {interestIds.map((id) => (
        <Select
          key={id}
          name={fieldOf(id)}
          label={labelOf(id, i18n.language)}
          required
          defaultValue={tastes.get(id) ?? "none"}
          choices={TASTES.map((taste) => ({ value: taste, label: t(`edit.taste.${taste}`) }))}
        />
      ))}
    </div>
  );
}
