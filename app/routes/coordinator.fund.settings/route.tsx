import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { type SaveFundRefusal, saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SwitchFundOn } from "~/ui/switch-fund-on";
import { actOnAccount } from "./account-actions.server";
import { AccountForms } from "./account-forms";
import { SettingsForm as Settings, settingsOf } from "./form.server";
import { RulesForm } from "./rules-form";

export const handle: PageHandle = { title: "fund:settings.title" };

const ADMINS = { kinds: ["staff"], roles: ["admin"] } as const;
const HERE = "/coordinator/fund/settings";
const not_permitted = { status: 403, key: "fund:fault.not_permitted" } as const;

const SAVING: Refusals<SaveFundRefusal> = {
  not_permitted,
  changed_before: { status: 409, key: "fund:fault.changed_before" },
  not_connected: { status: 409, key: "fund:fault.not_connected", field: "isOpen" },
  no_purpose: { status: 422, key: "fund:fault.no_purpose", field: "purposes" },
  maximum_below_minimum: { status: 422, key: "fund:fault.maximum_below_minimum", field: "maximum" },
  minimum_too_small: { status: 422, key: "fund:fault.minimum_too_small", field: "minimum" },
  currency_in_use: { status: 409, key: "fund:fault.currency_in_use", field: "currency" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, ADMINS);
  const outcome = await openFundSettings(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

/** What was typed into a field of a key is not sent back. */
const SECRET = ["secretKey", "webhookSecret"];

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, ADMINS);
  const form = await parseForm(request, Settings, context, { secret: SECRET });
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent !== "save") return actOnAccount(context, actor, value);
  const settings = settingsOf(value, context.language);
  if (!settings.ok) {
    const errors = { [settings.field]: sentenceFor(context, `fund:fault.${settings.reason}`) };
    return json({ ok: false as const, errors, values: form.typed }, { status: 422 });
  }
  const { book, seen } = value;
  const decision = { book, seen, isOpen: value.isOpen === "on", settings: settings.value };
  const outcome = await saveFundSettings(context.wiring, actor, decision);
  return outcome.ok ? redirectWithToast(HERE, "fund:toast.saved") : refuse(context, outcome, SAVING, form.typed);
}

export default function FundSettingsPage() {
  const { t } = useTranslation("fund");
  const fund = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const intent = String(reply?.values?.intent ?? "");
  return (
    <Page
      title={t("settings.title")}
      lead={t("settings.lead")}
      back={{ to: "/coordinator/fund", label: t("fund.title") }}
    >
      {!fund.canConnect && <SwitchFundOn book={fund.book} canConnect={false} mayRun />}
      {fund.standIn && <Notice>{t(fund.standIn === "idle" ? "settings.standInIdle" : "settings.standIn")}</Notice>}
      <Section title={t("settings.rules")}>
        <RulesForm fund={fund} reply={intent === "save" ? reply : undefined} />
      </Section>
      <Section title={t("settings.accounts")}>
        <div>
          {(["test", "live"] as const).map((book) => (
            <AccountForms
              key={book}
              book={book}
              accounts={fund.books[book]}
              webhookUrl={fund.webhookUrl}
              neededEvents={fund.neededEvents}
              isNeeded={
                fund.canConnect &&
                fund.standIn !== "takes_gifts" &&
                fund.book === book &&
                !fund.books[book].current?.hasKey
              }
              reply={intent === "save" ? undefined : reply}
            />
          ))}
        </div>
      </Section>
    </Page>
  );
}
