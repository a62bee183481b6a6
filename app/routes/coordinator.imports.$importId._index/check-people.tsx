import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UNCONFIRMED_DAYS } from "~/domain/imports/limits";
import type { PreviewPage } from "~/domain/imports/preview-pages";
import { ROW_OUTCOMES } from "~/domain/imports/row-outcome";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { NoteCounts } from "./note-counts";
import { PutAside } from "./put-aside";

interface CheckPeopleProps {
  kind: "students" | "guardians";
  preview: PreviewPage<unknown>;
  reply: FormReply | undefined;
  /** What is asked beside the yes. */
  question?: ReactNode;
  /** The page of rows, as its kind shows them. */
  table: ReactNode;
  /** Whom the file lacks. */
  missing: ReactNode;
}

/** Whom a file of people would add and what it would change, before anything is written. */
export function CheckPeople({ kind, preview, reply, question, table, missing }: CheckPeopleProps) {
  const { t } = useTranslation("imports");
  const { counts, byNote, show, rows, page, pages } = preview;
  const { added, changed, unchanged, rejected, total } = counts;
  const isSafe = rejected < total;
  const found = [added > 0 && t(`${kind}.check.added`, { count: added })]
    .concat(changed > 0 && t(`${kind}.check.changed`, { count: changed }))
    .filter(Boolean);
  return (
    <>
      <Section title={t(`${kind}.check.title`)}>
        <div className="max-w-text space-y-6">
          <Notice
            tone={isSafe ? "go" : "stop"}
            title={isSafe ? found.join(" · ") || t(`${kind}.check.same`) : t(`${kind}.check.nothing`)}
          >
            {unchanged > 0 && <p>{t(`${kind}.check.unchanged`, { count: unchanged })}</p>}
            {counts.warned > 0 && <p>{t("check.warned", { count: counts.warned })}</p>}
            <p>{rejected > 0 ? t("check.rejected", { count: rejected }) : t("check.allGood")}</p>
          </Notice>
          <Form reply={reply} className="space-y-6">
            {question}
            <div className="flex flex-wrap gap-3">
              {isSafe && (
                <Button look="primary" name="intent" value="confirm" pendingText={t("check.confirming")}>
                  {t(`${kind}.check.confirm`, { count: total - rejected })}
                </Button>
              )}
              <LinkButton to="?">{t("check.change")}</LinkButton>
            </div>
          </Form>
          <p className="text-ink-soft">{t(`${kind}.check.after`, { days: UNCONFIRMED_DAYS })}</p>
        </div>
      </Section>
      <NoteCounts byNote={byNote} />
      <Section title={t(`${kind}.check.rows`)}>
        <LinkTabs
          label={t(`${kind}.check.rows`)}
          tabs={ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === show).map((outcome) => ({
            to: `?step=check&show=${outcome}`,
            label: t(`students.check.outcome.${outcome}`),
            count: counts[outcome],
            current: outcome === show,
          }))}
        />
        <div className="mt-6 space-y-6">
          {rows.length > 0 && table}
          <Pagination page={page} pages={pages} />
        </div>
      </Section>
      {missing}
      <PutAside />
    </>
  );
}
