import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isCoordinator } from "~/domain/actor";
import { listThreads, type ThreadLine } from "~/features/conversations/list-threads.server";
import { requireActor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { formatMoment } from "~/ui/format";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "conversations:all.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "mentor", "staff"] });
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const outcome = await listThreads(context.wiring, actor, { page });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, mayDecide: isCoordinator(actor) };
}

export default function Conversations() {
  const { t } = useTranslation("conversations");
  const { threads, page, pages, mayDecide } = useLoaderData<typeof loader>();
  return (
    <Page title={t("all.title")} lead={threads.length > 0 ? t("all.lead") : undefined}>
      {mayDecide && (
        <div>
          <LinkButton to="/coordinator/held">{t("desk.link")}</LinkButton>
        </div>
      )}
      {threads.length === 0 ? (
        <EmptyState title={t("all.none")}>{t("all.noneText")}</EmptyState>
      ) : (
        <RowList label={t("all.title")}>
          {threads.map((thread) => (
            <Line key={thread.pursuitId} thread={thread} />
          ))}
        </RowList>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function Line({ thread }: { thread: ThreadLine }) {
  const { t, i18n } = useTranslation("conversations");
  const { pursuitId, student, title, organisation, standing, messages, unseen, lastAt, timeZone } = thread;
  const last = lastAt && t("all.last", { when: formatMoment(lastAt, i18n.language, timeZone) });
  return (
    <Row
      to={`/conversations/${pursuitId}`}
      title={t("all.with", { student, title })}
      detail={organisation}
      status={
        (standing === "ended" || standing === "paused") && (
          <span className="text-small text-ink-soft">{t(`all.${standing}`)}</span>
        )
      }
    >
      {unseen > 0 && <p className="font-semibold">{t("all.unseen", { count: unseen })}</p>}
      <p className="text-ink-soft">{[t("all.messages", { count: messages }), last].filter(Boolean).join(" · ")}</p>
    </Row>
  );
}
