import { useTranslation } from "react-i18next";
import { UNCONFIRMED_DAYS } from "~/domain/imports/limits";
import { ROW_OUTCOMES } from "~/domain/imports/row-outcome";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { ContactTable } from "./contact-table";
import { NoteCounts } from "./note-counts";
import { PutAside } from "./put-aside";
import type { ContactsView } from "./view.server";

/** Whom a file of contacts would add and what it would fill in, before anything is written. */
export function CheckContacts({
  preview: { counts, byNote, show, rows, page, pages },
  reply,
}: {
  preview: ContactsView["preview"];
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("imports");
  const { added, changed, unchanged, rejected, total } = counts;
  const isSafe = rejected < total;
  const found = [added > 0 && t("contacts.check.added", { count: added })]
    .concat(changed > 0 && t("contacts.check.changed", { count: changed }))
    .filter(Boolean);
  return (
    <>
      <Section title={t("contacts.check.title")}>
        <div className="max-w-text space-y-6">
          <Notice
            tone={isSafe ? "go" : "stop"}
            title={isSafe ? found.join(" · ") || t("contacts.check.same") : t("contacts.check.nothing")}
          >
            {unchanged > 0 && <p>{t("contacts.check.unchanged", { count: unchanged })}</p>}
            {counts.warned > 0 && <p>{t("check.warned", { count: counts.warned })}</p>}
            <p>{rejected > 0 ? t("check.rejected", { count: rejected }) : t("check.allGood")}</p>
          </Notice>
          <Form reply={reply} className="flex flex-wrap gap-3">
            {isSafe && (
              <Button look="primary" name="intent" value="confirm" pendingText={t("check.confirming")}>
                {t("contacts.check.confirm", { count: total - rejected })}
              </Button>
            )}
            <LinkButton to="?">{t("check.change")}</LinkButton>
          </Form>
          <p className="text-ink-soft">{t("contacts.check.after", { days: UNCONFIRMED_DAYS })}</p>
        </div>
      </Section>
      <NoteCounts byNote={byNote} />
      <Section title={t("contacts.check.rows")}>
        <LinkTabs
          label={t("contacts.check.rows")}
          tabs={ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === show).map((outcome) => ({
            to: `?step=check&show=${outcome}`,
            label: t(`contacts.check.outcome.${outcome}`),
            count: counts[outcome],
            current: outcome === show,
          }))}
        />
        <div className="mt-6 space-y-6">
          {rows.length > 0 && <ContactTable rows={rows} />}
          <Pagination page={page} pages={pages} />
        </div>
      </Section>
      <PutAside />
    </>
  );
}
