import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openOperations } from "~/features/operations/open-operations.server";
import { JOB_DECISIONS, type SettleJobRefusal, settleJob } from "~/features/operations/settle-job.server";
import { type SettleMailRefusal, settleMail } from "~/features/operations/settle-mail.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireAdmin } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Engine } from "./engine";
import { Held } from "./held";
import { MailQueue } from "./mail-queue";
import { Queue } from "./queue";

export const handle: PageHandle = { title: "operations:title" };

const SettleForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(JOB_DECISIONS),
    jobId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  }),
  z.object({ intent: z.enum(["retry_mail", "discard_mail"]), mailId: z.uuid() }),
]);

const REFUSALS: Refusals<SettleJobRefusal | SettleMailRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  gone_or_running: { status: 409, key: "operations:fault.gone" },
  in_doubt: { status: 409, key: "operations:fault.in_doubt" },
  sent_already: { status: 409, key: "operations:fault.sent_already" },
  no_longer_true: { status: 409, key: "operations:fault.no_longer_true" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireAdmin(request, context);
  const outcome = await openOperations(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireAdmin(request, context);
  const form = await parseForm(request, SettleForm, context);
  if (!form.ok) return form.reply;
  const sent = form.value;
  const outcome =
    "mailId" in sent
      ? await settleMail(context.wiring, actor, {
          mailId: sent.mailId,
          decision: sent.intent === "retry_mail" ? "retry" : "discard",
        })
      : await settleJob(context.wiring, actor, { jobId: sent.jobId, decision: sent.intent });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/operations", `operations:toast.${sent.intent}`);
}

export default function Operations() {
  const { t } = useTranslation("operations");
  const { mail, held, queues, engines, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("title")} lead={t("lead")} width="wide">
      <Section title={t("engines")}>
        <div className="space-y-6">
          {engines.map((engine) => (
            <Engine key={engine.engine} {...engine} timeZone={timeZone} />
          ))}
        </div>
      </Section>
      <Section
        title={t("mail.title")}
        lead={t("mail.lead")}
        actions={<LinkButton to="/operations/mails">{t("mail.kinds")}</LinkButton>}
      >
        <MailQueue {...mail} timeZone={timeZone} reply={reply} />
      </Section>
      <Section
        title={t("held.title")}
        lead={t("held.lead")}
        actions={<LinkButton to="/coordinator/held">{t("held.open")}</LinkButton>}
      >
        <Held {...held} timeZone={timeZone} />
      </Section>
      {queues.map((queue) => (
        <Section key={queue.name} title={t(`queue.${queue.name}`)}>
          <Queue {...queue} timeZone={timeZone} reply={reply} />
        </Section>
      ))}
    </Page>
  );
}
