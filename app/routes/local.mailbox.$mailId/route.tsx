import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { answerLocalMail } from "~/features/conversations/answer-local-mail.server";
import { openMail } from "~/features/mail/open-mailbox.server";
import { requireLocal } from "~/http/local-only.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound } from "~/http/refuse.server";
import { DescriptionList } from "~/ui/description-list";
import { formatMoment } from "~/ui/format";
import { MailFrame } from "~/ui/mail-frame";
import { MailText } from "~/ui/mail-text";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { AnswerForm } from "./answer-form";

export const handle: PageHandle = { title: "mailbox:title", titleFrom: (data) => data.mail.subject ?? "" };

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireLocal(context);
  const outcome = await openMail(context.wiring, parseParams(params, "mailId"));
  if (!outcome.ok) throw notFound();
  return {
    mail: outcome.value,
    formKey: randomUUID(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

const AnswerMail = z.object({
  to: z.email().max(320),
  from: z.email().max(320),
  body: z.string().max(100_000),
  formKey: z.uuid(),
});

export async function action({ request, params, context }: ActionFunctionArgs) {
  requireLocal(context);
  const form = await parseForm(request, AnswerMail, context);
  if (!form.ok) return form.reply;
  const { mailId } = parseParams(params, "mailId");
  const outcome = await answerLocalMail(context.wiring, { mailId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirectWithToast(`/local/mailbox/${mailId}`, "mailbox:toast.answered");
}

export default function LocalMail() {
  const { t, i18n } = useTranslation("mailbox");
  const { mail, formKey, zone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const moment = (at: string | null) => at && formatMoment(at, i18n.language, zone);
  return (
    <Page title={mail.subject || t("unwritten")} back={{ to: "/local/mailbox", label: t("back") }}>
      <DescriptionList
        rows={[
          { name: t("field.from"), value: mail.from },
          { name: t("field.to"), value: mail.to },
          { name: t("field.promised"), value: moment(mail.createdAt) },
          { name: t("field.sent"), value: moment(mail.sentAt) },
          { name: t("field.state"), value: t(`state.${mail.state as "queued"}`) },
          { name: t("field.language"), value: mail.language },
          { name: t("field.error"), value: mail.error },
        ]}
      />
      {mail.isWiped && <Notice>{t("wiped")}</Notice>}
      {mail.subject === null && <Notice tone="wait">{t("waiting")}</Notice>}
      {mail.html && (
        <Section title={t("asPage")}>
          <MailFrame html={mail.html} title={mail.subject ?? ""} />
        </Section>
      )}
      {mail.text && (
        <Section title={t("asText")}>
          <MailText text={mail.text} language={mail.language} />
        </Section>
      )}
      {mail.answerTo.length > 0 && (
        <Section title={t("answer.title")} lead={t("answer.lead")}>
          <AnswerForm to={mail.answerTo} from={mail.to} formKey={formKey} reply={reply} />
        </Section>
      )}
      {mail.calendar && (
        <Section title={t("calendar")}>
          <MailText text={mail.calendar} language="en" />
        </Section>
      )}
      {mail.headers.length > 0 && (
        <Section title={t("headers")}>
          <DescriptionList
            rows={mail.headers.map(([name, value]) => ({ name, value: <span className="break-all">{value}</span> }))}
          />
        </Section>
      )}
    </Page>
  );
}
