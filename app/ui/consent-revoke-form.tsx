import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { Section } from "./page";

/** Takes a yes back. It asks for no reason and no code: a change of mind tells nobody anything. */
export function ConsentRevokeForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("consent");
  return (
    <Section title={t("page.revokeTitle")} lead={t("page.revokeLead")}>
      <Form reply={reply}>
        <Button name="answer" value="revoke" pendingText={t("page.sending")}>
          {t("page.revoke")}
        </Button>
      </Form>
    </Section>
  );
}
