import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { parseParams } from "~/http/parse-params.server";
import { findWayBack } from "~/http/way-back.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "fund:gift.back.title" };

/** Back from Stripe: on to the gift in the browser that left for it. In another one nothing is told, not even whether there is such a gift. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = findWayBack(request, context, parseParams(params, "giftId").giftId);
  return page === null ? null : redirect(page);
}

export default function BackFromStripe() {
  const { t } = useTranslation("fund");
  return (
    <Page title={t("gift.back.title")}>
      <p>{t("gift.back.lead")}</p>
    </Page>
  );
}
