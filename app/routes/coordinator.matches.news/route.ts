import type { LoaderFunctionArgs } from "@remix-run/node";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** What others decided lately, for boards that are open. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listBoardNews(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return Response.json(outcome.value);
}
