import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/fund/purposes";
import { openFundGift } from "~/features/fund/open-fund-gift.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { formatDay, formatDayOf, formatMoney } from "~/ui/format";
import { useGiftSum } from "~/ui/gift-sum";
import { HeardName } from "~/ui/heard-name";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PracticeNotice } from "~/ui/practice-notice";
import { StandingBadge } from "~/ui/standing-badge";
import { TextLink } from "~/ui/text-link";
import { actOnFundGift } from "./actions.server";
import { ChequeFor } from "./cheque-for";
import { Cheques } from "./cheques";
import { ForgetDonor } from "./forget-donor";
import { SayOrigin } from "./say-origin";
import { ThanksWished } from "./thanks-wish";
import { viewOf } from "./view.server";

export const handle: PageHandle = { title: "fund:entries.gift" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openFundGift(context.wiring, actor, parseParams(params, "giftId"));
  if (!outcome.ok) throw notFound();
  return { ...viewOf(outcome.value), formKey: randomUUID() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { giftId } = parseParams(params, "giftId");
  return actOnFundGift(request, context, { actor: await requireCoordinator(request, context), giftId });
}

export default function FundGift() {
  const { t, i18n } = useTranslation(["fund", "thanks"]);
  const gift = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { id, owedMinor, currency, standing, cheques, awaited, wish } = gift;
  const sumOf = useGiftSum();
  const money = (amount: number) => formatMoney(amount, currency, i18n.language);
  const day = (on: string) => formatDay(on, i18n.language, { withYear: true });
  const ofCheque = reply?.values.intent === "cheque-for" ? reply : undefined;
  return (
    <Page
      title={`${sumOf(gift)} · ${gift.donor || t("gifts.forgotten")}`}
      back={{ to: "/coordinator/fund/gifts", label: t("gifts.title") }}
      actions={<LinkButton to={`/coordinator/fund/entries?gift=${id}`}>{t("fund.seeEntries")}</LinkButton>}
    >
      {!ofCheque && reply?.values.intent !== "origin" && <ErrorSummary errors={reply?.errors} />}
      <PracticeNotice isPractice={gift.isPractice} to="staff" />
      {gift.isLeftThere && (
        <Notice tone="wait" title={t("gifts.accountEnded")}>
          {t("gifts.leftThere")}
        </Notice>
      )}
      <DescriptionList
        rows={[
          { name: t("gift.status"), value: <StandingBadge standing={standing} cameBack={gift.cameBack} /> },
          { name: t("gift.purpose"), value: t(`purpose.${gift.purpose as Purpose}`) },
          { name: t("gifts.madeOn"), value: formatDayOf(gift.madeAt, i18n.language, gift.timeZone) },
          {
            name: t("gifts.owed"),
            value: owedMinor > 0 && (
              <TextLink to={`/coordinator/fund/entries?gift=${id}&account=owed`}>
                {money(owedMinor)}
                <HeardName>{t("gifts.owed")}</HeardName>
              </TextLink>
            ),
          },
          {
            name: t("gift.onItsWay"),
            value: gift.processingMinor > 0 && (
              <TextLink to={`/coordinator/fund/entries?gift=${id}&account=processing`}>
                {money(gift.processingMinor)}
                <HeardName>{t("gift.onItsWay")}</HeardName>
              </TextLink>
            ),
          },
          { name: t("gift.purchaseOrder"), value: gift.purchaseOrder },
          { name: t("gift.due"), value: standing === "invoiced" && gift.dueOn && day(gift.dueOn) },
          { name: t("gifts.mail"), value: gift.donorMail },
          { name: t("gifts.name"), value: gift.isAnonymous && t("gifts.anonymous") },
        ]}
      />
      {gift.isTooLittle && <Notice tone="wait">{t("gifts.tooLittle")}</Notice>}
      {gift.mayEnd && (
        <Form scope="end">
          <Button
            look="danger"
            name="intent"
            value={standing === "pledged" ? "end" : "void"}
            pendingText={t("fund.saving")}
          >
            {t(standing === "pledged" ? "gifts.endPromise" : "gifts.voidInvoice")}
          </Button>
        </Form>
      )}
      {(cheques.length > 0 || awaited) && (
        <Section title={t("cheque.all")}>
          {cheques.length > 0 && <Cheques giftId={id} cheques={cheques} currency={currency} mayRun={gift.mayRun} />}
          {awaited && <ChequeFor formKey={gift.formKey} amount={awaited} today={gift.today} reply={ofCheque} />}
        </Section>
      )}
      <Section title={t("origin.title")}>
        <SayOrigin
          origin={gift.origin}
          isStipend={gift.purpose === "stipend"}
          reply={reply?.values.intent === "origin" ? reply : undefined}
        />
      </Section>
      {wish.thanks !== "none" && (
        <Section title={t("thanks:staff.title")}>
          <ThanksWished wish={wish} isPaid={standing === "paid"} />
        </Section>
      )}
      {gift.mayForget && <ForgetDonor />}
    </Page>
  );
}
