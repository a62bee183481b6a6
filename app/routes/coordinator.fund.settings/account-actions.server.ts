import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { addWebhookSecret } from "~/features/fund/add-webhook-secret.server";
import { type ConnectRefusal, connectAccount } from "~/features/fund/connect-account.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { type EndAccountRefusal, endAccount } from "~/features/fund/end-account.server";
import { endOldSecret } from "~/features/fund/end-old-secret.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import type { SettingsForm } from "./form.server";

const HERE = "/coordinator/fund/settings";
const not_permitted = { status: 403, key: "fund:fault.not_permitted" } as const;
const no_seal = { status: 409, key: "fund:fault.no_seal" } as const;
const changed_before = { status: 409, key: "fund:fault.changed_before" } as const;
const aboutKey = <Key extends string>(key: Key) => ({ status: 422, key, field: "secretKey" }) as const;

const CONNECTING: Refusals<ConnectRefusal> = {
  not_permitted,
  changed_before,
  no_seal,
  other_book: aboutKey("fund:fault.other_book"),
  account_taken: aboutKey("fund:fault.account_taken"),
  account_unread: aboutKey("fund:fault.account_unread"),
  key_refused: aboutKey("fund:fault.key_refused"),
  rights_missing: aboutKey("fund:fault.rights_missing"),
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};

const CHANGING: Refusals<EndAccountRefusal | "no_seal" | "one_secret" | "no_key"> = {
  not_permitted,
  not_found: NOT_FOUND,
  no_seal,
  changed_before,
  in_use: changed_before,
  payments_away: CONNECTING.payments_away,
  one_secret: changed_before,
  no_key: changed_before,
};

type Act = Exclude<z.output<typeof SettingsForm>, { intent: "save" }>;

/** What an admin does with an account at Stripe. Nothing of a key or a secret is sent back. */
export async function actOnAccount(context: AppLoadContext, actor: StaffActor, act: Act) {
  const { wiring } = context;
  if (act.intent === "connect") {
    const { book, secretKey, accountId, seen } = act;
    const outcome = await connectAccount(wiring, actor, { book, secretKey, shown: { accountId, seen } });
    const typed = { intent: act.intent, book: act.book };
    return outcome.ok ? redirectWithToast(HERE, "fund:toast.connected") : refuse(context, outcome, CONNECTING, typed);
  }
  const typed = { intent: act.intent, accountId: act.accountId };
  const answer = await change(wiring, actor, act);
  return answer.ok ? redirectWithToast(HERE, "fund:toast.saved") : refuse(context, answer, CHANGING, typed);
}

function change(wiring: AppLoadContext["wiring"], actor: StaffActor, act: Exclude<Act, { intent: "connect" }>) {
  switch (act.intent) {
    case "secret":
      return addWebhookSecret(wiring, actor, act);
    case "end-secret":
      return endOldSecret(wiring, actor, act);
    case "disconnect":
      return disconnectAccount(wiring, actor, act);
    case "end-account":
      return endAccount(wiring, actor, act);
  }
}
