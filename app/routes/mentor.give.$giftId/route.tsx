import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openGift } from "~/features/fund/open-gift.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { GiftView } from "~/ui/gift-view";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { actOnGift } from "./act-on-gift.server";

export const handle: PageHandle = { title: "fund:gift.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const outcome = await openGift(context.wiring, actor, parseParams(params, "giftId"));
  if (!outcome.ok) throw notFound();
  return { gift: outcome.value, wantsInvoice: new URL(request.url).searchParams.has("invoice") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const { giftId } = parseParams(params, "giftId");
  return actOnGift(request, context, { actor, giftId, page: `/mentor/give/${giftId}` });
}

export default function OwnGift() {
  const { t } = useTranslation("fund");
  const { gift, wantsInvoice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("gift.title")} back={{ to: "/mentor/give", label: t("give.back") }}>
      <GiftView gift={gift} wantsInvoice={wantsInvoice} reply={reply} />
    </Page>
  );
}
