import type { AppLoadContext } from "@remix-run/node";
import { ASKING_LINKS } from "~/domain/question/question";
import { findHelpByLink } from "~/features/accounts/find-help-by-link.server";
import type { ShownHelp } from "./viewer.server";

/** Pages that a mailed link opens, by the first word of their address. */
const PAGES =
  /^\/(consent|first-contact|still-open|invitation|introduce|delete-me|give|concern|question|offering|join)\/([\w-]+)/;

/** Who at the school that mailed the link of this page answers questions; nobody on other pages and for links nobody made. */
export async function readLinkHelp(request: Request, { wiring }: AppLoadContext): Promise<ShownHelp[]> {
  const [, page, token] = PAGES.exec(new URL(request.url).pathname) ?? [];
  const kinds = page === "join" ? (["join"] as const) : ASKING_LINKS;
  const help = token ? await findHelpByLink(wiring, { token, kinds }) : null;
  return help ? [help] : [];
}
