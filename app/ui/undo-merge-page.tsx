import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoment } from "./format";
import { type MergeCountKind, MergeCounts } from "./merge-counts";
import { Notice } from "./notice";
import { Page } from "./page";

interface UndoMergePageProps {
  merge: { kept: string; gone: string; school: string; until: string; timeZone: string };
  counts: Partial<Record<MergeCountKind, number>>;
  /** Why there is no undo, in words. */
  refusal: string | null;
  /** What is not as it was. */
  note: string;
  children?: ReactNode;
  reply: FormReply | null | undefined;
}

/** One merge of any noun: what an undo gives back, and the button; or why there is none. */
export function UndoMergePage({ merge, counts, refusal, note, children, reply }: UndoMergePageProps) {
  const { t, i18n } = useTranslation("merges");
  const { kept, gone, school, until, timeZone } = merge;
  const names = { gone, kept };
  return (
    <Page
      title={t("undo.title", names)}
      lead={t("undo.lead", { school, until: formatMoment(until, i18n.language, timeZone) })}
      back={{ to: "/coordinator/duplicates", label: t("title") }}
    >
      {refusal ? (
        <Notice tone="wait">{refusal}</Notice>
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
