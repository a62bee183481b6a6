import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UndoFault } from "~/domain/merge/undo";
import { Button } from "./button";
import { Row, RowList } from "./card";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoment } from "./format";
import { type MergeCountKind, MergeCounts } from "./merge-counts";
import { Notice } from "./notice";
import { Page } from "./page";

interface UndoMergePageProps {
  merge: {
    kept: string;
    gone: string;
    school: string;
    until: string;
    timeZone: string;
    counts: Partial<Record<MergeCountKind, number>>;
    /** Why there is no undo, or null. */
    refusal: UndoFault | null;
  };
  /** The pages of the two, where they have one; while they are one that of the one that stays alone is shown. */
  pages?: { kept: string; gone: string };
  /** What is not as it was. */
  note: string;
  children?: ReactNode;
  reply: FormReply | null | undefined;
}

/** One merge of any noun: what an undo gives back, and the button; or why there is none. */
export function UndoMergePage({ merge, pages, note, children, reply }: UndoMergePageProps) {
  const { t, i18n } = useTranslation("merges");
  const { kept, gone, school, until, timeZone, counts, refusal } = merge;
  const names = { gone, kept };
  const areTwo = refusal === "undone_already";
  return (
    <Page
      title={t(areTwo ? "undo.areTwo" : "undo.title", names)}
      lead={t(areTwo ? "undo.areTwoLead" : "undo.lead", {
        ...{ school, until: formatMoment(until, i18n.language, timeZone) },
      })}
      back={{ to: "/coordinator/duplicates", label: t("title") }}
    >
      {pages && (
        <RowList label={t("undo.pages")}>
          <Row to={pages.kept} title={kept} />
          {areTwo && <Row to={pages.gone} title={gone} />}
        </RowList>
      )}
      {refusal ? (
        !areTwo && <Notice tone="wait">{t(`fault.${refusal}`)}</Notice>
      ) : (
        <>
          <section className="space-y-3">
            <h2>{t("undo.back", names)}</h2>
            <MergeCounts counts={counts} />
            <p>{note}</p>
          </section>
          {children}
          <Form reply={reply}>
            <Button name="intent" value="undo" pendingText={t("undo.doing")}>
              {t("undo.do")}
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}
