import { useTranslation } from "react-i18next";
import { UNCONFIRMED_DAYS } from "~/domain/imports/limits";
import { ROW_OUTCOMES } from "~/domain/imports/row-outcome";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { DescriptionList } from "~/ui/description-list";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { PutAside } from "./put-aside";
import { StudentTable } from "./student-table";
import type { StudentsView } from "./view.server";

/** Whom a file of students would add and what it would change, before anything is written. */
export function CheckStudents({
  preview: { counts, byNote, show, rows, page, pages, missing },
  reply,
}: {
  preview: StudentsView["preview"];
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("imports");
  const { added, changed, unchanged, rejected, total } = counts;
  const isSafe = rejected < total;
  const found = [added > 0 && t("students.check.added", { count: added })]
    .concat(changed > 0 && t("students.check.changed", { count: changed }))
    .filter(Boolean);
  return (
    <>
      <Section title={t("students.check.title")}>
        <div className="max-w-text space-y-6">
          <Notice
            tone={isSafe ? "go" : "stop"}
            title={isSafe ? found.join(" · ") || t("students.check.same") : t("students.check.nothing")}
          >
            {unchanged > 0 && <p>{t("students.check.unchanged", { count: unchanged })}</p>}
            {counts.warned > 0 && <p>{t("check.warned", { count: counts.warned })}</p>}
            <p>{rejected > 0 ? t("check.rejected", { count: rejected }) : t("check.allGood")}</p>
          </Notice>
          <Form reply={reply} className="space-y-6">
            {missing.count > 0 && (
              <Checkbox
                name="isWhole"
                label={t("students.check.isWhole")}
                hint={t("students.check.isWholeHint", { count: missing.count })}
              />
            )}
            <div className="flex flex-wrap gap-3">
              {isSafe && (
                <Button look="primary" name="intent" value="confirm" pendingText={t("check.confirming")}>
                  {t("students.check.confirm", { count: total - rejected })}
                </Button>
              )}
              <LinkButton to="?">{t("check.change")}</LinkButton>
            </div>
          </Form>
          <p className="text-ink-soft">{t("students.check.after", { days: UNCONFIRMED_DAYS })}</p>
        </div>
      </Section>
      {byNote.length > 0 && (
        <Section title={t("check.notes")}>
          <DescriptionList
            rows={byNote.map(({ code, rows: count }) => ({
              name: t(`noteName.${code}`),
              value: t("noteRows", { count }),
            }))}
          />
        </Section>
      )}
      <Section title={t("students.check.rows")}>
        <LinkTabs
          label={t("students.check.rows")}
          tabs={ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === show).map((outcome) => ({
            to: `?step=check&show=${outcome}`,
            label: t(`students.check.outcome.${outcome}`),
            count: counts[outcome],
            current: outcome === show,
          }))}
        />
        <div className="mt-6 space-y-6">
          {rows.length > 0 && <StudentTable rows={rows} />}
          <Pagination page={page} pages={pages} />
        </div>
      </Section>
      {missing.count > 0 && (
        <Section
          id="missing"
          title={t("students.check.missing", { count: missing.count })}
          lead={t("students.check.missingText")}
        >
          <ul className="mb-6 list-disc ps-5">
            {missing.students.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          <Pagination
            page={missing.page}
            pages={missing.pages}
            of={{ parameter: "missing", name: t("students.check.missingName") }}
          />
        </Section>
      )}
      <PutAside />
    </>
  );
}
