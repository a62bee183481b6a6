import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openOutreachMail } from "~/features/outreach/open-outreach-mail.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { formatDay } from "~/ui/format";
import { MailFrame } from "~/ui/mail-frame";
import { MailText } from "~/ui/mail-text";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { answerWriting } from "./answer-writing.server";
import { WriteForm } from "./write-form";

export const handle: PageHandle = { title: "outreach:write.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openOutreachMail(context.wiring, actor, parseParams(params, "contactId"));
  if (!outcome.ok) throw notFound();
  const { contact, obstacle } = outcome.value;
  const { id, fullName, mail, language } = contact;
  return { id, fullName, mail, language, obstacle, outreachMailId: crypto.randomUUID() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return answerWriting(request, context, { actor, ...parseParams(params, "contactId") });
}

export default function WriteToContact() {
  const { t, i18n } = useTranslation(["outreach", "mailbox"]);
  const { id, fullName, mail, language, obstacle, outreachMailId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply && "preview" in reply ? reply.preview : null;
  return (
    <Page
      title={t("write.title")}
      lead={t("write.lead", { name: fullName, mail })}
      back={{ to: `/coordinator/contacts/${id}`, label: fullName }}
    >
      {obstacle && (
        <Notice tone="wait">
          {obstacle.is === "resting"
            ? t("write.obstacle.resting", { day: formatDay(obstacle.until, i18n.language, { withYear: true }) })
            : t(`write.obstacle.${obstacle.is}`)}
        </Notice>
      )}
      {/* Whoever has written keeps their words in front of them, whatever came in the way meanwhile. */}
      {(!obstacle || reply) && <WriteForm outreachMailId={outreachMailId} reply={reply} maySend={!obstacle} />}
      {reply && "isTestSent" in reply && reply.isTestSent && <Notice tone="go">{t("write.testSent")}</Notice>}
      {preview && (
        <Section title={t("write.previewTitle")} lead={t("write.previewLead")}>
          <div className="space-y-6">
            <MailFrame html={preview.html} title={preview.subject} />
            <MailText text={preview.text} language={language} />
          </div>
        </Section>
      )}
    </Page>
  );
}
