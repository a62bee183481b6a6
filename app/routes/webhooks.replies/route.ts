import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveHandedMail } from "~/features/conversations/receive-handed.server";
import { notFound } from "~/http/refuse.server";

/** There is nothing to read here. */
export function loader(): never {
  throw notFound();
}

/** The school's own mail server hands over a mail (docs/operations.md); the signature over the very bytes is the proof. Anything but 2xx makes it try again later. */
export async function action({ request, context: { wiring } }: ActionFunctionArgs) {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const signature = request.headers.get("x-throughline-signature") ?? "";
  const outcome = await receiveHandedMail(wiring, { bytes, signature });
  if (outcome.ok) {
    wiring.log.info({ counts: outcome.value }, "a mail that came in");
    return new Response(null, { status: 204 });
  }
  wiring.log.warn({ reason: outcome.reason }, "a mail that came in was not taken");
  throw new Response(null, { status: { not_found: 404, not_signed: 400 }[outcome.reason] });
}
