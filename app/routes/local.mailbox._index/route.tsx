import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type MailLine, openMailbox } from "~/features/mail/open-mailbox.server";
import { requireLocal } from "~/http/local-only.server";
import { notFound } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "mailbox:title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireLocal(context);
  const { searchParams } = new URL(request.url);
  const to = (searchParams.get("to") ?? "").trim().slice(0, 320);
  const page = Math.min(Math.max(Math.trunc(Number(searchParams.get("page"))) || 1, 1), 10_000);
  const outcome = await openMailbox(context.wiring, { to, page });
  if (!outcome.ok) throw notFound();
  // Server and visitor are the same machine.
  return { ...outcome.value, to, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export default function LocalMailbox() {
  const { t } = useTranslation("mailbox");
  const { mails, page, pages, to, zone } = useLoaderData<typeof loader>();
  return (
    <Page title={t("title")} lead={t("lead", { zone })}>
      <Form method="get" className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            key={to}
            name="to"
            type="search"
            label={t("filter")}
            hint={t("filterHint")}
            defaultValue={to}
            autoComplete="off"
          />
        </div>
        <Button>{t("show")}</Button>
      </Form>
      {to !== "" && <TextLink to="/local/mailbox">{t("showAll")}</TextLink>}
      {mails.length === 0 && (
        <EmptyState title={to === "" ? t("emptyTitle") : t("noneTitle", { to })}>{t("empty")}</EmptyState>
      )}
      {mails.length > 0 && (
        <Section title={t("list")}>
          <RowList>
            {mails.map((mail) => (
              <Line key={mail.id} mail={mail} zone={zone} />
            ))}
          </RowList>
        </Section>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function Line({ mail, zone }: { mail: MailLine; zone: string }) {
  const { t, i18n } = useTranslation("mailbox");
  const state = mail.state === "sent" ? null : t(`state.${mail.state as "queued"}`);
  const detail = [t("to", { to: mail.to }), formatMoment(mail.createdAt, i18n.language, zone), state]
    .filter(Boolean)
    .join(" · ");
  return <Row to={`/local/mailbox/${mail.id}`} title={mail.subject || t("unwritten")} detail={detail} />;
}
