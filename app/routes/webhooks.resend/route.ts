import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveMailReport } from "~/features/mail/receive-mail-report.server";
import { notFound } from "~/http/refuse.server";

/** There is nothing to read here. */
export function loader(): never {
  throw notFound();
}

/** Resend tells what became of a mail; the signature over the very bytes is the proof. Anything but 2xx makes it tell again later. */
export async function action({ request, context: { wiring } }: ActionFunctionArgs) {
  const payload = await request.text();
  const header = (name: string) => request.headers.get(name) ?? "";
  const outcome = await receiveMailReport(wiring, {
    payload,
    id: header("svix-id"),
    timestamp: header("svix-timestamp"),
    signature: header("svix-signature"),
  });
  if (outcome.ok) {
    wiring.log.info({ state: outcome.value.effect }, "a report about a mail");
    return new Response(null, { status: 204 });
  }
  wiring.log.warn({ reason: outcome.reason }, "a report about a mail was not taken");
  throw new Response(null, { status: { not_found: 404, not_signed: 400 }[outcome.reason] });
}
