import type { Wiring } from "~/wiring";
import { findLinkByHash } from "~db/links.server";
import { withIdentity } from "~db/scope.server";
import { hashOfBearer } from "./secrets.server";

/** The language of the person a mailed link or, where it may be one, a code was made for, also when its days are over; null for one that nobody made. */
export async function languageOfLink(
  wiring: Pick<Wiring, "db" | "env">,
  { token, mayBeCode }: { token: string | undefined; mayBeCode: boolean },
): Promise<string | null> {
  const hash = hashOfBearer(wiring.env.secret, token, { mayBeCode });
  return hash && ((await withIdentity(wiring, (tx) => findLinkByHash(tx, hash)))?.language ?? null);
}
