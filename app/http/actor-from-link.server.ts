import type { AppLoadContext } from "@remix-run/node";
import type { LinkActor, LinkKind } from "~/domain/actor";
import { openLink } from "~/features/accounts/open-link.server";
import { notFound } from "./refuse.server";

/** A link that worked once: its page offers a fresh one and the school's phone number. */
export interface ExpiredLink {
  expired: true;
  linkId: string;
  schoolId: string;
  districtId: string;
  language: string;
}

/** Who acts through `/consent/:token` and its like. Throws the 404 page for a token of another kind, or of none. */
export async function actorFromLink(
  context: AppLoadContext,
  asked: { token: string | undefined; kinds: readonly LinkKind[] },
): Promise<{ expired: false; actor: LinkActor } | ExpiredLink> {
  const outcome = await openLink(context.wiring, asked);
  if (outcome.ok) return { expired: false, actor: outcome.value };
  if (outcome.reason === "not_found" || !outcome.detail) throw notFound();
  const { linkId, schoolId, districtId, language } = outcome.detail;
  return {
    expired: true,
    linkId: String(linkId),
    schoolId: String(schoolId),
    districtId: String(districtId),
    language: String(language),
  };
}
