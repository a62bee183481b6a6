import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { REPORTING_LINKS } from "~/domain/concern/policy";
import { openReport } from "~/features/concerns/open-report.server";
import { raiseConcern } from "~/features/concerns/raise-concern.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { ConcernForm, concernRefusals, concernView, thanksFor } from "~/http/concern-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { ConcernReport } from "~/ui/concern-report";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "concerns:title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: REPORTING_LINKS });
  if (link.expired) return { expired: true as const };
  const outcome = await openReport(context.wiring, link.actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { expired: false as const, ...concernView(outcome.value) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: REPORTING_LINKS });
  if (link.expired) return redirect(`/concern/${params.token}`);
  const form = await parseForm(request, ConcernForm, context);
  if (!form.ok) return form.reply;
  const outcome = await raiseConcern(context.wiring, link.actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, concernRefusals, form.typed);
  return redirectWithToast(`/concern/${params.token}`, thanksFor(outcome.value));
}

export default function ConcernByLink() {
  const { t } = useTranslation("concerns");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("title")} lead={data.expired ? undefined : t("lead")}>
      {data.expired ? <Notice tone="stop">{t("expired")}</Notice> : <ConcernReport {...data} reply={reply} />}
    </Page>
  );
}
