import { json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOwnMemberships } from "~/features/accounts/list-memberships.server";
import { findLetter } from "~/features/letters/find-letter.server";
import { pathOfLetter } from "~/http/path-of-letter.server";
import { readSession } from "~/http/session.server";
import type { PageHandle } from "~/ui/page-handle";
import { LookElsewhere } from "./look-elsewhere";
import { SignedOut } from "./signed-out";

export const handle: PageHandle = { title: "calls:paper.title" };

/**
 * Where the QR code of a printed letter leads: staff to what it is of, whoever got it to their own page. To anybody else every code looks
 * the same, right or wrong, because the paper may lie anywhere: who is signed out reads how to come in, who is here as somebody else as
 * whom they may look. Either way comes back to the letter.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const returnTo = new URL(request.url).pathname;
  const session = await readSession(request, context);
  if (!session) return json({ is: "signed_out" as const, returnTo });
  const { actor, membershipId: current, mail } = session;
  const found = actor && (await findLetter(context.wiring, actor, { letterCode: params.code ?? "" }));
  if (actor && found?.ok) throw redirect(pathOfLetter(actor, found.value));
  const memberships = await listOwnMemberships(context.wiring, session);
  // What was written to a host waits on their own page, whichever letter it is.
  if (actor?.kind === "mentor" && memberships.length < 2) throw redirect("/mentor");
  const isHost = actor?.kind === "mentor";
  return json({ is: "elsewhere" as const, returnTo, mail, current, memberships, isHost }, { status: 404 });
}

export default function PrintedLetter() {
  const view = useLoaderData<typeof loader>();
  return view.is === "signed_out" ? <SignedOut returnTo={view.returnTo} /> : <LookElsewhere view={view} />;
}
