import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openGift } from "~/features/fund/open-gift.server";
import { findSchoolHelp } from "~/features/schools/find-school-help.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { rememberWayBack, wayBackPath } from "~/http/way-back.server";
import { actOnGift } from "~/routes/mentor.give.$giftId/act-on-gift.server";
import { GiftView } from "~/ui/gift-view";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SchoolHelp } from "~/ui/school-help";

export const handle: PageHandle = { title: "fund:gift.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { giftId } = parseParams(params, "giftId");
  const link = await actorFromLink(context, { token: params.token, kinds: ["give"] });
  const back = `/give/${params.token}`;
  if (link.expired) return { gift: null, help: await findSchoolHelp(context.wiring, link), wantsInvoice: false, back };
  const outcome = await openGift(context.wiring, link.actor, { giftId });
  if (!outcome.ok) throw notFound();
  const wantsInvoice = new URL(request.url).searchParams.has("invoice");
  return { gift: outcome.value, help: outcome.value.help, wantsInvoice, back };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { giftId } = parseParams(params, "giftId");
  const link = await actorFromLink(context, { token: params.token, kinds: ["give"] });
  if (link.expired) return redirect(`/give/${params.token}/gifts/${giftId}`);
  const token = params.token ?? "";
  const leaving = { path: wayBackPath(giftId), cookie: rememberWayBack(context, { giftId, token }) };
  return actOnGift(request, context, { actor: link.actor, giftId, page: `/give/${token}/gifts/${giftId}`, leaving });
}

export default function GiftByLink() {
  const { t } = useTranslation("fund");
  const { gift, help, wantsInvoice, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!gift) {
    return (
      <Page title={t("gift.title")}>
        <Notice tone="wait">{t("give.expired")}</Notice>
        <SchoolHelp help={help} />
      </Page>
    );
  }
  return (
    <Page title={t("gift.title")} back={{ to: back, label: t("give.back") }}>
      <GiftView gift={gift} wantsInvoice={wantsInvoice} reply={reply} />
    </Page>
  );
}
