import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

/** Makes the code a guardian needs beside the mailed link; it shows once. */
export function CodeForm({ code }: { code: string | null }) {
  const { t } = useTranslation("consent");
  return (
    <Section title={t("record.code")} lead={t("record.codeLead")}>
      {code === null ? (
        <Form>
          <Button name="intent" value="code" pendingText={t("record.saving")}>
            {t("record.newCode")}
          </Button>
        </Form>
      ) : (
        <Notice tone="go">
          <span role="status" className="text-lead tabular-nums">
            {t("record.codeIs", { code: `${code.slice(0, 4)} ${code.slice(4)}` })}
          </span>
        </Notice>
      )}
    </Section>
  );
}
