import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { roleOf } from "~/domain/role";
import { requireSession } from "~/http/require-actor.server";
import { homeOf } from "~/http/viewer.server";

/** Leads everybody to the first page of their role. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSession(request, context);
  throw redirect(actor ? homeOf(roleOf(actor)) : "/account");
}
