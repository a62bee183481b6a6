import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

/** Yes, it was me, or no: a link changes nothing by itself. */
export function ProofForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("offers");
  return (
    <Form reply={reply}>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="prove" pendingText={t("proof.pending")}>
          {t("proof.yes")}
        </Button>
        <Button name="intent" value="disown" pendingText={t("proof.pending")}>
          {t("proof.no")}
        </Button>
      </div>
      <p className="text-ink-soft">{t("proof.noHint")}</p>
    </Form>
  );
}
