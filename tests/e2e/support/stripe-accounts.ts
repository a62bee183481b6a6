import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of Stripe as it takes to enter keys: whose key it is, in both of its worlds. */
export interface StripeAccounts {
  url: string;
  stop(): Promise<void>;
}

/** Knows these keys, each with the account it belongs to, and refuses all others. */
export async function startStripeAccounts(accounts: Readonly<Record<string, string>>): Promise<StripeAccounts> {
  const server = createServer(({ headers, url }, response) => {
    const account = accounts[headers.authorization?.replace(/^Bearer /, "") ?? ""];
    const answers: Record<string, unknown> = {
      "/v1/account": { id: account, object: "account" },
      "/v1/balance": { object: "balance", available: [], pending: [] },
    };
    // Whether a restricted key may read something is tried by asking for one of it.
    const isListed = url?.endsWith("?limit=1");
    const one = isListed ? { object: "list", url: url?.split("?")[0], data: [], has_more: false } : answers[url ?? ""];
    const answer = account === undefined ? undefined : one;
    response.writeHead(account === undefined ? 401 : answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: { type: "invalid_request_error", message: "No." } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Tells a webhook of something that changes no gift, signed as Stripe signs; answers the status. */
export async function tellWebhook(
  url: string,
  { secret, live, id }: { secret: string; live: boolean; id: string },
): Promise<number> {
  const event = { id, object: "event", type: "customer.created", livemode: live, data: { object: { id: "cus_1" } } };
  const payload = JSON.stringify(event);
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex");
  const { status } = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": `t=${at},v1=${signature}` },
    body: payload,
  });
  return status;
}
