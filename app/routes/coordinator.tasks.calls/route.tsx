import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type CallList, openCallList } from "~/features/tasks/open-call-list.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { PersonToReach } from "./person-to-reach";

export const handle: PageHandle = { title: "calls:list.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator(request, context);
  return null;
}

/** The log says who opened the list, so that is a press, and the list is in its answer alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openCallList(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return json(outcome.value, { headers: { "Cache-Control": "no-store" } });
}

export default function CallListPage() {
  const { t } = useTranslation("calls");
  const list = useActionData<typeof action>();
  if (list) return <OpenList list={list} />;
  return (
    <Page title={t("list.title")} lead={t("list.noted")} back={{ to: "/coordinator/tasks", label: t("back") }}>
      <Form>
        <Button look="primary" pendingText={t("list.opening")}>
          {t("list.open")}
        </Button>
      </Form>
    </Page>
  );
}

function OpenList({ list: { people, school, at, unnamed, hasMore } }: { list: CallList }) {
  const { t, i18n } = useTranslation("calls");
  const isEmpty = people.length === 0;
  return (
    <Page
      title={t("list.title")}
      lead={!isEmpty && t("list.lead", { count: people.length })}
      back={{ to: "/coordinator/tasks", label: t("back") }}
      actions={!isEmpty && <PrintButton />}
    >
      {isEmpty ? (
        <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
      ) : (
        <>
          <Notice>{t("list.paper")}</Notice>
          <p className="text-ink-soft">
            {school.name} · {formatMoment(at, i18n.language, school.timeZone)}
          </p>
          {unnamed > 0 && <Notice>{t("list.unnamed", { count: unnamed })}</Notice>}
          {hasMore && <Notice tone="wait">{t("list.more")}</Notice>}
          <ul className="divide-y divide-line border-y border-line">
            {people.map((entry) => (
              <PersonToReach key={entry.to.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
