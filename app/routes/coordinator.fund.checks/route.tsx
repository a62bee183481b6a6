import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Currency } from "~/domain/fund/money";
import { type CheckFundRefusal, checkFund } from "~/features/fund/check-fund.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { type SettleRefusal, settleDifference } from "~/features/fund/settle-difference.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { formatDay, formatMoment, formatMoney } from "~/ui/format";
import { FundTabs } from "~/ui/fund-tabs";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Badge } from "~/ui/status";
import type { Tone } from "~/ui/tone";
import { DifferenceList } from "./difference-list";

export const handle: PageHandle = { title: "fund:checks.title" };

const HERE = "/coordinator/fund/checks";
const TONES = { running: "wait", complete: "go", unavailable: "stop" } as const satisfies Record<string, Tone>;
type State = keyof typeof TONES;

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
  const outcome = await openChecks(context.wiring, actor);
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
    return redirectWithToast(HERE, outcome.value.found > 0 ? "fund:toast.differs" : "fund:toast.agrees");
  }
  const outcome = await settleDifference(context.wiring, actor, value);
  return outcome.ok ? redirectWithToast(HERE, "fund:toast.settled") : refuse(context, outcome, SETTLING, typed);
}

export default function FundChecks() {
  const { t, i18n } = useTranslation("fund");
  const { checks, differences, payouts, timeZone, maySettle } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  return (
    <Page title={t("checks.title")} lead={t("checks.lead")}>
      <FundTabs current="checks" />
      {reply?.values?.intent === "check" && <ErrorSummary errors={reply.errors} />}
      <Form scope="check">
        <Button look="primary" name="intent" value="check" pendingText={t("checks.checking")}>
          {t("checks.check")}
        </Button>
      </Form>
      <Section title={t("checks.differences")}>
        <DifferenceList differences={differences} timeZone={timeZone} maySettle={maySettle} reply={reply} />
      </Section>
      <Section title={t("checks.payouts")} lead={t("checks.payoutsLead")}>
        {payouts.length === 0 ? (
          <p className="text-ink-soft">{t("checks.noPayouts")}</p>
        ) : (
          <RowList label={t("checks.payouts")}>
            {payouts.map(({ payout, minor, currency, on_day: day }) => (
              <Row
                key={payout}
                to={`/coordinator/fund/entries?payout=${payout}`}
                title={formatMoney(minor, currency as Currency, i18n.language)}
                detail={`${formatDay(day, i18n.language, { withYear: true })} · ${payout}`}
              />
            ))}
          </RowList>
        )}
      </Section>
      <Section title={t("checks.earlier")}>
        {checks.length === 0 ? (
          <p className="text-ink-soft">{t("checks.none")}</p>
        ) : (
          <RowList label={t("checks.earlier")}>
            {checks.map((check) => (
              <Row
                key={check.id}
                title={moment(check.started_at)}
                detail={[
                  t("checks.lines", { count: check.lines }),
                  t("checks.found", { count: check.found }),
                  t(check.asked_by ? "checks.byHand" : "checks.byTheClock"),
                ].join(" · ")}
                status={<Badge tone={TONES[check.state as State]}>{t(`checks.state.${check.state as State}`)}</Badge>}
              />
            ))}
          </RowList>
        )}
      </Section>
    </Page>
  );
}
