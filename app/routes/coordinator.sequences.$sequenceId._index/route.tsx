import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countsIn, FIGURES } from "~/domain/outreach/sequence";
import { openSequence } from "~/features/outreach/open-sequence.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/format";
import { LinkTabs } from "~/ui/link-tabs";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SequenceBadge } from "~/ui/sequence-badge";
import { answerSequence } from "./answer-sequence.server";
import { MoveForms } from "./move-forms";
import { People } from "./people";

export const handle: PageHandle = { title: "sequences:list.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openSequence(context.wiring, actor, parseParams(params, "sequenceId"));
  if (!outcome.ok) throw notFound();
  const asked = new URL(request.url).searchParams.get("show");
  const shown = FIGURES.find((figure) => figure === asked) ?? "contacts";
  const { people, steps, ...opened } = outcome.value;
  return { ...opened, shown, hasSteps: steps.length > 0, people: people.filter((one) => countsIn(shown, one)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return answerSequence(request, context, { actor, ...parseParams(params, "sequenceId") });
}

export default function SequencePage() {
  const { t, i18n } = useTranslation("sequences");
  const { sequence, figures, shown, people, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { id, name, state, writer, startsOn } = sequence;
  const here = `/coordinator/sequences/${id}`;
  const isOver = state === "ended";
  const runs =
    startsOn !== null && startsOn > today
      ? t("one.runsFrom", { day: formatDay(startsOn, i18n.language, { withYear: true }) })
      : t("one.runs");
  return (
    <Page
      title={name}
      back={{ to: "/coordinator/sequences", label: t("one.back") }}
      actions={
        !isOver && (
          <>
            <LinkButton to={`${here}/write`}>{t("one.write")}</LinkButton>
            <LinkButton to={`${here}/audience`}>{t("one.choose")}</LinkButton>
          </>
        )
      }
    >
      <div className="space-y-2">
        <SequenceBadge state={state} />
        <p>{writer ? t("one.signedBy", { name: writer }) : t("one.nobodySigns")}</p>
        {state === "draft" && <p>{t("one.draft")}</p>}
        {state === "paused" && <p>{t("one.paused")}</p>}
        {state === "running" && <p>{runs}</p>}
        {!isOver && <p className="text-ink-soft">{t("one.cap")}</p>}
      </div>
      {!isOver && <MoveForms state={state} today={today} reply={reply} />}
      <Section title={t("figure.title")}>
        <LinkTabs
          label={t("figure.title")}
          tabs={FIGURES.map((figure) => ({
            to: figure === "contacts" ? here : `${here}?show=${figure}`,
            label: t(`figure.${figure}`),
            count: figures[figure],
            current: figure === shown,
          }))}
        />
        <People people={people} />
      </Section>
    </Page>
  );
}
