import type { LoaderFunctionArgs } from "@remix-run/node";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** What others decided since the page asked last, for boards that are open. Anything that is no moment asks for the latest. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const since = new Date(new URL(request.url).searchParams.get("since") ?? "");
  const outcome = await listBoardNews(context.wiring, actor, { since: Number.isNaN(since.getTime()) ? null : since });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return Response.json(outcome.value);
}
