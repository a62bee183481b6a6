import { useTranslation } from "react-i18next";
import { MOST_AT_ONCE } from "~/domain/matching/mentor-room";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { NumberField } from "~/ui/text-fields";

interface Given {
  atOnce: number | null;
  /** Why staff set the number; empty for what the mentor said. */
  reason: string;
  reply: FormReply | undefined;
}

/** The mentor says how many students they take at the same time, and reads why staff said it for them. */
export function StudentsAtOnce({ atOnce, reason, reply }: Given) {
  const { t } = useTranslation("placements");
  return (
    <Section title={t("atOnce.title")} lead={t("atOnce.lead")}>
      {reason !== "" && (
        <div className="mb-6">
          <Notice tone="info">{t("atOnce.setFor", { reason })}</Notice>
        </div>
      )}
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
