import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

interface FormProps {
  reply: FormReply | undefined;
}

const DOES = ["everywhere", "paused", "out", "calm", "byHand"] as const;

/** What one press does, and why it is pressed. */
export function SuspendForm({ reply }: FormProps) {
  const { t } = useTranslation("suspensions");
  return (
    <Section title={t("suspend.title")}>
      <ul className="mb-6 list-disc space-y-1 ps-5">
        {DOES.map((one) => (
          <li key={one}>{t(`suspend.does.${one}`)}</li>
        ))}
      </ul>
      <Form reply={reply} className="space-y-4">
        <TextArea name="reason" label={t("suspend.reason")} maxLength={2000} required />
        <Button look="danger" name="intent" value="suspend" pendingText={t("suspend.going")}>
          {t("suspend.go")}
        </Button>
      </Form>
    </Section>
  );
}

/** The end of it, with its own reason. */
export function LiftForm({ reply }: FormProps) {
  const { t } = useTranslation("suspensions");
  return (
    <Section title={t("lift.title")} lead={t("lift.text")}>
      <Form reply={reply} className="space-y-4">
        <TextArea name="reason" label={t("lift.reason")} maxLength={2000} required />
        <Button name="intent" value="lift" pendingText={t("lift.going")}>
          {t("lift.go")}
        </Button>
      </Form>
    </Section>
  );
}
