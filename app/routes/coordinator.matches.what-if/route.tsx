import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { NoPlan } from "~/ui/no-plan";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SincePlan } from "~/ui/since-plan";
import { Answer, InShort } from "./answer";
import { readChange } from "./asked-change.server";
import { AskedWords } from "./asked-words";
import { Question } from "./question";

export const handle: PageHandle = { title: "plans:whatIf.title" };

/** The address holds the question, so that it can be sent to a colleague and gone back to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { change, fields } = readChange(request.url);
  const outcome = await askWhatIf(context.wiring, actor, { change });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  // A link may come with half a question, such as a place alone; a form that was sent says so.
  const isPartial = change === null && fields.kind !== "";
  return { fields, isPartial, asked: outcome };
}

export default function WhatIf() {
  const { t } = useTranslation(["plans", "matching"]);
  const { fields, isPartial, asked } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("whatIf.title")}
      lead={t("whatIf.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
    >
      {!asked.ok && <NoPlan why={asked.reason} />}
      {asked.ok && <SincePlan since={asked.value.since} />}
      {/* There before the answer is, so that a screen reader says it when it comes; and where the page begins after a question. */}
      <div role="status">
        {asked.ok && isPartial && <Notice tone="wait">{t("whatIf.partial")}</Notice>}
        {asked.ok && asked.value.answer && (
          <>
            <AskedWords fields={fields} students={asked.value.students} listings={asked.value.listings} />
            <InShort answer={asked.value.answer} mode={asked.value.mode} />
          </>
        )}
      </div>
      {asked.ok && asked.value.answer?.ok && <Answer answer={asked.value.answer.value} mode={asked.value.mode} />}
      {asked.ok && (
        <Section title={t(asked.value.answer ? "whatIf.another" : "whatIf.first")}>
          <Question fields={fields} students={asked.value.students} listings={asked.value.listings} />
        </Section>
      )}
    </Page>
  );
}
