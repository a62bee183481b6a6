import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNumber } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { MissingStudents } from "./missing-students";
import type { ResultView } from "./view.server";

const COUNTED = ["added", "changed", "unchanged", "rejected", "warned"] as const;

/** The list in which whoever came in stands. */
const SHOWN = { students: "student", guardians: "guardian" } as const;

/** What became of the rows, and the next step for each kind of them. */
export function ResultStep({ view, reply }: { view: ResultView; reply: FormReply | undefined }) {
  const { t, i18n } = useTranslation("imports");
  const { id, kind, state, progress, counts } = view;
  return (
    <>
      {state === "failed" && (
        <Notice tone="stop" title={t("result.failedTitle")}>
          {t("result.failedText")}
        </Notice>
      )}
      {state === "cancelled" && (
        <Notice tone="wait" title={t("result.cancelledTitle")}>
          {t("result.cancelledText")}
        </Notice>
      )}
      {progress > 0 && (
        <Section title={t("result.title")} lead={t("result.summary", { count: progress })}>
          <DescriptionList
            rows={COUNTED.map((key) => ({
              name: t(`result.${key}`),
              value: formatNumber(counts[key], i18n.language),
            }))}
          />
          {counts.rejected > 0 && (
            <div className="mt-6 space-y-2">
              <LinkButton to={`/coordinator/imports/${id}/rejected.csv`} reloadDocument icon={Download}>
                {t("result.download")}
              </LinkButton>
              <p className="text-ink-soft">{t("result.downloadText")}</p>
            </div>
          )}
        </Section>
      )}
      {progress > 0 && (kind === "students" || kind === "guardians") && (
        <div className="space-y-2">
          <LinkButton to={`/coordinator/people?show=${SHOWN[kind]}`}>{t(`${kind}.result.people`)}</LinkButton>
          <p className="text-ink-soft">{t(`${kind}.result.forgotten`)}</p>
        </div>
      )}
      {progress > 0 && kind === "contacts" && (
        <div className="space-y-2">
          <LinkButton to="/coordinator/contacts">{t("contacts.result.contacts")}</LinkButton>
          <p className="text-ink-soft">{t("contacts.result.forgotten")}</p>
        </div>
      )}
      {view.missing && view.missing.students.length > 0 && <MissingStudents missing={view.missing} reply={reply} />}
      {progress > 0 && kind === "placements" && <InReview view={view} reply={reply} />}
      <LinkButton to="/coordinator/imports">{t("result.another")}</LinkButton>
    </>
  );
}

function InReview({ view: { inReview }, reply }: { view: ResultView; reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  if (inReview === 0) return <p className="text-ink-soft">{t("result.noneInReview")}</p>;
  return (
    <Section title={t("result.inReview", { count: inReview })} lead={t("result.inReviewText")}>
      <Form reply={reply} className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="publish" pendingText={t("result.publishing")}>
          {t("result.publish", { count: inReview })}
        </Button>
        <LinkButton to="/coordinator/listings">{t("result.review")}</LinkButton>
      </Form>
    </Section>
  );
}
