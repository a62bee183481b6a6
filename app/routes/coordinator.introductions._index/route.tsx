import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { listSchoolIntroductions } from "~/features/introductions/list-school-introductions.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { IntroductionBadge } from "~/ui/introduction-badge";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "introductions:desk.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listSchoolIntroductions(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const rows = outcome.value.map(({ id, state, mentor_name, does_what, proposer_full_name }) => ({
    id,
    state,
    name: mentor_name,
    does: does_what,
    proposer: proposer_full_name,
  }));
  return { waiting: rows.filter((row) => isWaiting(row.state)), others: rows.filter((row) => !isWaiting(row.state)) };
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["waiting"];

export default function IntroductionDesk() {
  const { t } = useTranslation(["introductions", "acting"]);
  const { waiting, others } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to="/introduce">{t("propose.title")}</LinkButton>
          <LinkButton to="/introduce/record">{t("acting:forFamily.link")}</LinkButton>
          <LinkButton to="/coordinator/introductions/picture">{t("picture.open")}</LinkButton>
        </>
      }
    >
      {waiting.length + others.length === 0 && <EmptyState title={t("desk.none")}>{t("desk.noneText")}</EmptyState>}
      {waiting.length > 0 && (
        <Section title={t("desk.waiting")}>
          <IntroductionRows rows={waiting} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("desk.others")}>
          <IntroductionRows rows={others} />
        </Section>
      )}
    </Page>
  );
}

function IntroductionRows({ rows }: { rows: Rows }) {
  const { t } = useTranslation("introductions");
  return (
    <RowList>
      {rows.map((row) => (
        <Row
          key={row.id}
          to={`/coordinator/introductions/${row.id}`}
          title={row.name || t("desk.forgotten")}
          detail={[row.does, t("desk.by", { name: row.proposer })].filter(Boolean).join(" · ")}
          status={<IntroductionBadge state={row.state} />}
        />
      ))}
    </RowList>
  );
}
