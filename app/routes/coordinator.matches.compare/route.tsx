import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Row, RowList } from "~/ui/card";
import { formatNames } from "~/ui/format";
import { LinkTabs } from "~/ui/link-tabs";
import { NoPlan } from "~/ui/no-plan";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { EnvyList } from "./envy-list";

export const handle: PageHandle = { title: "plans:compare.title" };

const KINDS = ["stable", "slate"] as const;
const FIGURES = ["placed", "topChoice", "pairs", "floor", "fifthPercentile", "median"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams.get("with");
  const mode = KINDS.find((kind) => kind === asked) ?? "stable";
  const outcome = await comparePlans(context.wiring, actor, { mode });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  return { mode, compared: outcome.ok ? outcome.value : null };
}

export default function ComparePlans() {
  const { t, i18n } = useTranslation(["plans", "matching"]);
  const { mode, compared } = useLoaderData<typeof loader>();
  const listed = (titles: readonly string[]) =>
    titles.length === 0 ? t("nobody") : formatNames(titles, i18n.language);
  const tabs = KINDS.map((kind) => ({ to: `?with=${kind}`, label: t(`compare.${kind}`), current: kind === mode }));
  return (
    <Page
      title={t("compare.title")}
      lead={t("compare.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      width="wide"
    >
      <LinkTabs tabs={tabs} label={t("compare.which")} />
      {compared === null ? (
        <NoPlan />
      ) : (
        <>
          <p>{t(mode === "stable" ? "compare.stableText" : "compare.slateText")}</p>
          <PlanFiguresTable
            rows={FIGURES.map((key) => ({ key, board: compared.board[key], other: compared.other[key] }))}
            other={t(`compare.${mode}`)}
          />
          <Section title={t("compare.moves")} lead={t("compare.moved", { count: compared.moved })}>
            <RowList label={t("compare.moves")}>
              {compared.moves.map((move) => (
                <Row
                  key={move.studentId}
                  to={`/coordinator/matches/students/${move.studentId}`}
                  title={move.student}
                  detail={t("compare.leaves", { titles: listed(move.leaves) })}
                >
                  <p>{t("compare.gets", { titles: listed(move.gets) })}</p>
                </Row>
              ))}
            </RowList>
            {compared.moved > compared.moves.length && (
              <p>{t("compare.shown", { shown: compared.moves.length, all: compared.moved })}</p>
            )}
          </Section>
          <EnvyList envy={compared.envy} all={compared.envious} />
        </>
      )}
    </Page>
  );
}
