import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DateField } from "~/ui/text-fields";
import type { ResultView } from "./view.server";

interface MissingProps {
  missing: NonNullable<ResultView["missing"]>;
  reply: FormReply | undefined;
}

/** Whom a whole list lacks: each is let go by a person's word, or all together where they are few. */
export function MissingStudents({ missing: { students, listed, mayAllLeave, today }, reply }: MissingProps) {
  const { t } = useTranslation("imports");
  const count = students.length;
  const choices = students.map(({ id, name, grade, number }) => ({
    value: id,
    label: name,
    hint: [t("students.missing.grade", { grade }), number && t("students.missing.number", { number })]
      .filter(Boolean)
      .join(" · "),
  }));
  return (
    <Section title={t("students.missing.title", { count })} lead={t("students.missing.text")}>
      {!mayAllLeave && (
        <div className="mb-6">
          <Notice tone="wait" title={t("students.missing.many")}>
            {t("students.missing.manyText", { missing: count, listed })}
          </Notice>
        </div>
      )}
      <Form reply={reply}>
        <CheckboxGroup name="student" required label={t("students.missing.who")} choices={choices} />
        <DateField name="lastDay" required label={t("students.missing.lastDay")} defaultValue={today} max={today} />
        <div className="flex flex-wrap gap-3">
          <Button look="danger" name="intent" value="leave" pendingText={t("students.missing.pending")}>
            {t("students.missing.leave")}
          </Button>
          {mayAllLeave && count > 1 && (
            <Button name="intent" value="leave-all" pendingText={t("students.missing.pending")}>
              {t("students.missing.leaveAll", { count })}
            </Button>
          )}
        </div>
      </Form>
    </Section>
  );
}
