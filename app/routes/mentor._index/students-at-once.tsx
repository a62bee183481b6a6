import { useTranslation } from "react-i18next";
import { MOST_AT_ONCE } from "~/domain/matching/mentor-room";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { NumberField } from "~/ui/text-fields";

/** The mentor says how many students they take at the same time. */
export function StudentsAtOnce({ atOnce, reply }: { atOnce: number | null; reply: FormReply | undefined }) {
  const { t } = useTranslation("placements");
  return (
    <Section title={t("atOnce.title")} lead={t("atOnce.lead")}>
      <Form reply={reply}>
        <NumberField
          name="atOnce"
          label={t("atOnce.field")}
          hint={t("atOnce.hint", { most: MOST_AT_ONCE })}
          inputMode="numeric"
          defaultValue={atOnce ?? ""}
        />
        <Button name="intent" value="at-once" pendingText={t("atOnce.saving")}>
          {t("atOnce.save")}
        </Button>
      </Form>
    </Section>
  );
}
