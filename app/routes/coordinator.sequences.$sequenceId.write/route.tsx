import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openSequence } from "~/features/outreach/open-sequence.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { MailFrame } from "~/ui/mail-frame";
import { MailText } from "~/ui/mail-text";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { answerSteps } from "./answer-steps.server";
import { LookForm } from "./look-form";
import { StepsForm } from "./steps-form";

export const handle: PageHandle = { title: "sequences:steps.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openSequence(context.wiring, actor, parseParams(params, "sequenceId"));
  if (!outcome.ok) throw notFound();
  const { sequence, steps, people } = outcome.value;
  const contacts = people.flatMap(({ contactId, name, organisation }) =>
    contactId ? [{ contactId, name: [name, organisation].filter(Boolean).join(", ") }] : [],
  );
  return { sequence, steps, contacts };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return answerSteps(request, context, { actor, ...parseParams(params, "sequenceId") });
}

export default function WriteSteps() {
  const { t } = useTranslation(["sequences", "outreach", "mailbox"]);
  const { sequence, steps, contacts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isLook = reply?.values?.intent !== "save";
  const shown = reply && "shown" in reply ? reply.shown : [];
  const mayWrite = sequence.state === "draft" || sequence.state === "paused";
  return (
    <Page
      title={t("steps.title")}
      lead={t("steps.lead")}
      back={{ to: `/coordinator/sequences/${sequence.id}`, label: sequence.name }}
    >
      {!mayWrite && <Notice tone="wait">{t("steps.notNow")}</Notice>}
      {/* Whoever has written keeps their words in front of them. */}
      {(mayWrite || (reply && !isLook)) && (
        <StepsForm key={sequence.revision} sequence={sequence} steps={steps} reply={isLook ? undefined : reply} />
      )}
      {steps.length > 0 && (
        <Section title={t("steps.lookTitle")} lead={t("steps.lookLead")}>
          {contacts.length === 0 ? (
            <p>{t("steps.noContact")}</p>
          ) : (
            <LookForm contacts={contacts} reply={isLook ? reply : undefined} />
          )}
        </Section>
      )}
      {reply && "isTestSent" in reply && reply.isTestSent && <Notice tone="go">{t("steps.testSent")}</Notice>}
      {shown.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a step is
        <Section key={place} title={t("steps.shown", { position: place + 1 })}>
          {step.ok ? (
            <div className="space-y-6">
              <MailFrame html={step.mail.html} title={step.mail.subject} />
              <MailText text={step.mail.text} language={sequence.language} />
            </div>
          ) : (
            <Notice tone="stop">{t(`fault.${step.reason}`, step.detail)}</Notice>
          )}
        </Section>
      ))}
    </Page>
  );
}
