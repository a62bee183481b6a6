import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listContacts } from "~/features/outreach/list-contacts.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { Badge, Tag } from "~/ui/status";
import { ContactFilter } from "./contact-filter";
import { isNarrowed, readView } from "./view";

export const handle: PageHandle = { title: "outreach:list.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const view = readView(request.url);
  const outcome = await listContacts(context.wiring, actor, view);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { rows, ...list } = outcome.value;
  return {
    ...list,
    view,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.full_name,
      organisation: row.organisation_name,
      mail: row.mail,
      tags: row.tags,
      owner: row.owner,
      lastContactOn: row.last_contact_on,
      isSilent: row.is_silent,
    })),
  };
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

export default function ContactList() {
  const { t } = useTranslation(["outreach", "sequences"]);
  const { rows, count, forgottenSoon, page, pages, tags, owners, view } = useLoaderData<typeof loader>();
  const narrowed = isNarrowed(view);
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      width="wide"
      actions={
        <>
          <LinkButton look="primary" to="/coordinator/contacts/new">
            {t("add.title")}
          </LinkButton>
          <LinkButton to="/coordinator/sequences">{t("sequences:list.title")}</LinkButton>
          <LinkButton to="/coordinator/imports?kind=contacts">{t("bringIn")}</LinkButton>
        </>
      }
    >
      {(count > 0 || narrowed) && <ContactFilter {...{ view, tags, owners }} isNarrowed={narrowed} />}
      {count === 0 ? (
        <EmptyState title={narrowed ? t("list.noneFound") : t("list.none")}>
          {narrowed ? t("list.noneFoundText") : t("list.noneText")}
        </EmptyState>
      ) : (
        <>
          <p className="tabular-nums">{t("list.count", { count })}</p>
          {forgottenSoon > 0 && <Notice tone="wait">{t("list.forgotten", { count: forgottenSoon })}</Notice>}
          <RowList label={t("list.title")}>
            {rows.map((row) => (
              <ContactRow key={row.id} row={row} />
            ))}
          </RowList>
          <Pagination page={page} pages={pages} />
        </>
      )}
    </Page>
  );
}

function ContactRow({ row }: { row: Listed }) {
  const { t, i18n } = useTranslation("outreach");
  const last = row.lastContactOn
    ? t("list.last", { day: formatDay(row.lastContactOn, i18n.language, { withYear: true }) })
    : t("touched.never");
  return (
    <Row
      to={`/coordinator/contacts/${row.id}`}
      title={row.name}
      detail={[row.organisation, row.mail, row.owner && t("list.owner", { name: row.owner }), last]
        .filter(Boolean)
        .join(" · ")}
      status={row.isSilent && <Badge tone="stop">{t("silent.badge")}</Badge>}
    >
      {row.tags.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
    </Row>
  );
}
