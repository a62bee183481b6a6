import type { AppLoadContext } from "@remix-run/node";
import { notFound } from "./refuse.server";

/** True for the addresses of this machine. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);
}

/** Throws the 404 page unless the product runs in local mode and the visitor sits at this machine. */
export function requireLocal({ wiring, clientAddress }: AppLoadContext): void {
  if (wiring.env.mode !== "local" || !isLoopback(clientAddress)) throw notFound();
}
