import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** The address on letters that were printed before families could scan them. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/letters/${encodeURIComponent(params.code ?? "")}`);
}
