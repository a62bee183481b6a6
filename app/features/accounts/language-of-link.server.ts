import type { Wiring } from "~/wiring";
import { findLinkByHash } from "~db/links.server";
import { withIdentity } from "~db/scope.server";
import { hashOfBearer } from "./secrets.server";

/** The language of the person a mailed link was made for, also when its days are over; null for a token that nobody made. */
export async function languageOfLink(
  wiring: Pick<Wiring, "db" | "env">,
  { token }: { token: string | undefined },
): Promise<string | null> {
  const hash = hashOfBearer(wiring.env.secret, token);
  return hash && ((await withIdentity(wiring, (tx) => findLinkByHash(tx, hash)))?.language ?? null);
}
