import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { REPORTING_LINKS } from "~/domain/concern/policy";
import { openExpiredReport } from "~/features/concerns/open-expired-report.server";
import { openReport } from "~/features/concerns/open-report.server";
import { raiseConcern } from "~/features/concerns/raise-concern.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { ConcernForm, concernRefusals, concernView, reportOf } from "~/http/concern-form.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { ConcernReport } from "~/ui/concern-report";
import { EmergencyNumbers } from "~/ui/emergency-numbers";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "concerns:title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: REPORTING_LINKS });
  if (link.expired) return { expired: true as const, ...(await openExpiredReport(context.wiring, link)) };
  const outcome = await openReport(context.wiring, link.actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { expired: false as const, ...concernView(outcome.value) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: REPORTING_LINKS });
  if (link.expired) return redirect(`/concern/${params.token}`);
  const form = await parseForm(request, ConcernForm, context);
  if (!form.ok) return form.reply;
  const outcome = await raiseConcern(context.wiring, link.actor, reportOf(form.value));
  if (!outcome.ok) return refuse(context, outcome, concernRefusals, form.typed);
  // No address of its own: whoever opens the link later is not told that something was sent with it.
  return json({ sent: outcome.value });
}

export default function ConcernByLink() {
  const { t } = useTranslation("concerns");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const sent = reply && "sent" in reply ? reply.sent : null;
  if (data.expired)
    return (
      <Page title={t("title")}>
        <EmergencyNumbers numbers={data.numbers} />
        <Notice tone="stop">{t("expired", data)}</Notice>
      </Page>
    );
  return (
    <Page title={t("title")} lead={t("lead")}>
      {sent && <Sent {...sent} />}
      <ConcernReport {...data} key={sent?.number ?? ""} reply={reply && !("sent" in reply) ? reply : undefined} />
    </Page>
  );
}

/** Shown once: others may open a mailed link too. */
function Sent({ number, readBy }: { number: string; readBy: string }) {
  const { t } = useTranslation("concerns");
  return (
    <Notice tone={readBy === "nobody" ? "stop" : "go"} title={t("sent.title", { number })}>
      <p>{t(`receipts.${readBy}` as "receipts.leads")}</p>
      <p>{t("sent.text")}</p>
    </Notice>
  );
}
