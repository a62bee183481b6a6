import type { LinkActor, LinkKind } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findLinkByHash } from "~db/links.server";
import { withIdentity } from "~db/scope.server";
import { hashOfBearer } from "./secrets.server";

/** A wish to be deleted has no last day: the page then says what there is to delete, however old the mail. */
const LASTING: ReadonlySet<string> = new Set<LinkKind>(["delete-me"]);

/**
 * Who acts through a mailed link of one of these kinds. A code of an invitation is read only by who asks for nothing but
 * invitations: on no other page can codes be tried. An expired or replaced one answers its school, so that the page can offer a
 * fresh link and a phone number; an unknown one answers nothing.
 */
export async function openLink(
  wiring: Wiring,
  input: { token: string | undefined; kinds: readonly LinkKind[] },
): Promise<Outcome<LinkActor, "not_found" | "expired">> {
  const { token, kinds } = input;
  const hash = hashOfBearer(wiring.env.secret, token, { mayBeCode: kinds.every((kind) => kind === "join") });
  if (!hash) return refused("not_found");
  const link = await withIdentity(wiring, (tx) => findLinkByHash(tx, hash));
  if (!link || !kinds.includes(link.kind as LinkKind)) return refused("not_found");
  const isOver = !LASTING.has(link.kind) && new Date(link.expires_at) <= wiring.clock.now();
  if (link.ended_at || isOver) {
    return refused("expired", {
      schoolId: link.school_id,
      districtId: link.district_id,
      linkId: link.id,
      language: link.language,
    });
  }
  return done({
    kind: "link",
    linkKind: link.kind as LinkKind,
    linkId: link.id,
    subjectId: link.subject_id,
    personId: link.person_id,
    organisationId: link.organisation_id,
    schoolId: link.school_id,
    districtId: link.district_id,
    language: link.language,
  });
}
