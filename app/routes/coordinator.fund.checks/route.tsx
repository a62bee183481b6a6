import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Checked } from "~/features/fund/check-book.server";
import { type CheckFundRefusal, checkFund } from "~/features/fund/check-fund.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { type SettleRefusal, settleDifference } from "~/features/fund/settle-difference.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { samePage } from "~/http/same-page.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FundTabs } from "~/ui/fund-tabs";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { CheckList } from "./check-list";
import { CheckedAccounts } from "./checked-accounts";
import { DifferenceList } from "./difference-list";
import { PayoutList } from "./payout-list";

export const handle: PageHandle = { title: "fund:checks.title" };

const HERE = "/coordinator/fund/checks";

const Act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check") }),
  z.object({
    intent: z.literal("settle"),
    differenceId: z.uuid(),
    stripeMinor: z.coerce.number().int(),
    ledgerMinor: z.coerce.number().int(),
    note: z.string().trim().min(1).max(500),
  }),
]);

const CHECKING: Refusals<CheckFundRefusal> = {
  not_permitted: { status: 403, key: "fund:fault.not_permitted" },
  not_connected: { status: 409, key: "fund:fault.nothing_to_check" },
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};
const SETTLING: Refusals<SettleRefusal> = {
  not_permitted: CHECKING.not_permitted,
  not_found: NOT_FOUND,
  changed_before: { status: 409, key: "fund:fault.difference_changed" },
  note_missing: { status: 422, key: "fund:fault.note_missing", field: "note" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { searchParams } = new URL(request.url);
  const wanted = (list: string) => Number(searchParams.get(list) ?? 1);
  const outcome = await openChecks(context.wiring, actor, {
    ...{ differences: wanted("differences"), payouts: wanted("payouts"), checks: wanted("checks") },
  });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form: ParsedForm<z.output<typeof Act>> = await parseForm(request, Act, context);
  if (!form.ok) return form.reply;
  const { value, typed } = form;
  if (value.intent === "check") {
    const outcome = await checkFund(context.wiring, actor);
    if (!outcome.ok) return refuse(context, outcome, CHECKING, typed);
    return redirectWithToast(HERE, wordOf(outcome.value));
  }
  const outcome = await settleDifference(context.wiring, actor, value);
  return outcome.ok
    ? redirectWithToast(samePage(request), "fund:toast.settled")
    : refuse(context, outcome, SETTLING, typed);
}

/** What a check that was answered everywhere says: that all agrees only where nothing waits any more, and every account could be asked. */
function wordOf({ found, unasked, open }: Checked) {
  if (found > 0) return "fund:toast.differs";
  if (unasked > 0) return "fund:toast.agrees_partly";
  return open > 0 ? "fund:toast.still_differs" : "fund:toast.agrees";
}

export default function FundChecks() {
  const { t } = useTranslation("fund");
  const { book, checks, accounts, isStandIn, differences, payouts, lists, timeZone, currency, maySettle } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("checks.title")} lead={t("checks.lead")}>
      <FundTabs current="checks" book={book} />
      {reply?.values?.intent === "check" && <ErrorSummary errors={reply.errors} />}
      <Form scope="check">
        <Button look="primary" name="intent" value="check" pendingText={t("checks.checking")}>
          {t("checks.check")}
        </Button>
      </Form>
      <Section
        id="differences"
        title={t("checks.differences")}
        lead={
          lists.differences.count > 0 &&
          [
            t("checks.inAll", { count: lists.differences.count }),
            t("checks.stillOpen", { count: lists.differences.open }),
          ].join(" · ")
        }
      >
        <div className="space-y-4">
          <DifferenceList
            differences={differences}
            currency={currency}
            timeZone={timeZone}
            maySettle={maySettle}
            reply={reply}
          />
          <Pagination {...lists.differences} of={{ parameter: "differences", name: t("checks.differences") }} />
        </div>
      </Section>
      <Section id="payouts" title={t("checks.payouts")} lead={t("checks.payoutsLead")}>
        <PayoutList payouts={payouts} list={lists.payouts} currency={currency} />
      </Section>
      <CheckedAccounts accounts={accounts} isStandIn={isStandIn} timeZone={timeZone} />
      <Section
        id="checks"
        title={t("checks.earlier")}
        lead={lists.checks.count > 0 && t("checks.inAll", { count: lists.checks.count })}
      >
        <CheckList checks={checks} list={lists.checks} isStandIn={isStandIn} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
