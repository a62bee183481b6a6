import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findConsentByLetter } from "~/features/consents/find-consent-by-letter.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** Where the QR code of a printed letter leads: to the request it belongs to. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await findConsentByLetter(context.wiring, actor, { letterCode: params.code ?? "" });
  if (!outcome.ok) throw notFound();
  return redirect(`/coordinator/consents/${outcome.value.consentId}`);
}
