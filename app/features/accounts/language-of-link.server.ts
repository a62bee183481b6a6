import type { Wiring } from "~/wiring";
import { findLinkByToken } from "~db/links.server";
import { withIdentity } from "~db/scope.server";
import { isToken } from "./secrets.server";

/** The language of the person a mailed link was made for, also when its days are over; null for a token that nobody made. */
export async function languageOfLink(
  wiring: Pick<Wiring, "db">,
  { token }: { token: string | undefined },
): Promise<string | null> {
  if (!isToken(token)) return null;
  return (await withIdentity(wiring, (tx) => findLinkByToken(tx, token)))?.language ?? null;
}
