import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openGive } from "~/features/fund/open-give.server";
import { startGift } from "~/features/fund/start-gift.server";
import { findSchoolHelp } from "~/features/schools/find-school-help.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { GiftForm as Gift, giftRefusals, giftWishOf } from "~/http/gift-form.server";
import { parseForm } from "~/http/parse-form.server";
import { notFound, refuse } from "~/http/refuse.server";
import { GiftForm } from "~/ui/gift-form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PracticeNotice } from "~/ui/practice-notice";
import { SchoolHelp } from "~/ui/school-help";

export const handle: PageHandle = { title: "fund:give.title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["give"] });
  if (link.expired) return { state: "expired" as const, help: await findSchoolHelp(context.wiring, link) };
  const outcome = await openGive(context.wiring, link.actor);
  if (!outcome.ok) throw notFound();
  const [fund] = outcome.value.funds;
  if (!fund) return { state: "closed" as const, help: await findSchoolHelp(context.wiring, link.actor) };
  return { state: "open" as const, fund, help: fund.help, formKey: randomUUID() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["give"] });
  if (link.expired) return redirect(`/give/${params.token}`);
  const form = await parseForm(request, Gift, context);
  if (!form.ok) return form.reply;
  const outcome = await startGift(
    context.wiring,
    link.actor,
    giftWishOf(form.value, { schoolId: link.actor.schoolId, language: context.language }),
  );
  if (!outcome.ok) return refuse(context, outcome, giftRefusals, form.typed);
  return redirect(
    `/give/${params.token}/gifts/${outcome.value.giftId}${form.value.how === "invoice" ? "?invoice" : ""}`,
  );
}

export default function GiveByLink() {
  const { t } = useTranslation("fund");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("give.title")} lead={t("give.lead")}>
      {data.state === "expired" && <Notice tone="wait">{t("give.expired")}</Notice>}
      {data.state === "closed" && (
        <Notice tone="wait" title={t("give.closed")}>
          {t("give.closedHelp")}
        </Notice>
      )}
      {data.state === "open" && (
        <>
          <PracticeNotice isPractice={data.fund.isPractice} to="donors" />
          <p className="font-semibold">{data.fund.schoolName}</p>
          <GiftForm fund={data.fund} asksWho formKey={data.formKey} reply={reply} />
          <p className="text-ink-soft">{t("give.fair")}</p>
        </>
      )}
      <SchoolHelp help={data.help} />
    </Page>
  );
}
