import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { NoteCounts } from "./note-counts";
import { PreviewTable } from "./preview-table";
import { PutAside } from "./put-aside";
import type { CheckView } from "./view.server";

/** What would become of every row, before anything is written. */
export function CheckStep({ preview, reply }: { preview: CheckView["preview"]; reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  const { counts, byNote, rows } = preview;
  const isSafe = counts.ready > 0;
  return (
    <>
      <Section title={t("check.title")}>
        <div className="max-w-text space-y-6">
          <Notice
            tone={isSafe ? "go" : "stop"}
            title={isSafe ? t("check.ready", { count: counts.ready }) : t("check.nothing")}
          >
            {counts.warned > 0 && <p>{t("check.warned", { count: counts.warned })}</p>}
            <p>{counts.rejected > 0 ? t("check.rejected", { count: counts.rejected }) : t("check.allGood")}</p>
          </Notice>
          <Form reply={reply} className="flex flex-wrap gap-3">
            {isSafe && (
              <Button look="primary" name="intent" value="confirm" pendingText={t("check.confirming")}>
                {t("check.confirm", { count: counts.ready })}
              </Button>
            )}
            <LinkButton to="?">{t("check.change")}</LinkButton>
          </Form>
          <p className="text-ink-soft">{t("check.after")}</p>
        </div>
      </Section>
      <NoteCounts byNote={byNote} />
      <Section title={t("check.rows")} lead={t("check.rowsLead", { count: Math.min(rows.length, 50) })}>
        <PreviewTable rows={rows} />
      </Section>
      <PutAside />
    </>
  );
}
