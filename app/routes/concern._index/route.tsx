import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openReport } from "~/features/concerns/open-report.server";
import { raiseConcern } from "~/features/concerns/raise-concern.server";
import {
  ConcernForm,
  concernRefusals,
  concernView,
  conversationIn,
  reportOf,
  thanksFor,
} from "~/http/concern-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { ConcernReport } from "~/ui/concern-report";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "concerns:title" };

const KINDS = ["student", "guardian", "mentor", "staff"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const outcome = await openReport(context.wiring, actor, conversationIn(request.url));
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return concernView(outcome.value);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const form = await parseForm(request, ConcernForm, context);
  if (!form.ok) return form.reply;
  const outcome = await raiseConcern(context.wiring, actor, reportOf(form.value));
  return outcome.ok
    ? redirectWithToast("/concern", thanksFor(outcome.value))
    : refuse(context, outcome, concernRefusals, form.typed);
}

export default function Concern() {
  const { t } = useTranslation("concerns");
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ConcernReport {...useLoaderData<typeof loader>()} reply={reply} />
    </Page>
  );
}
