import type { MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { LONGEST_DRAFT } from "~/domain/placement/draft-forms";
import { mayPostPlacement } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { type DraftContent, upsertDraft } from "~db/drafts.server";
import { withScope } from "~db/scope.server";

/** Keeps what a mentor has typed into a form and not yet sent; the next one of the same form replaces it. */
export async function saveDraft(
  wiring: Wiring,
  actor: MentorActor,
  { form, content }: { form: string; content: DraftContent },
): Promise<Outcome<null, "not_permitted" | "too_long">> {
  if (!mayPostPlacement(actor)) return refused("not_permitted");
  if (JSON.stringify(content).length > LONGEST_DRAFT) return refused("too_long");
  const now = wiring.clock.now();
  await withScope(wiring, actor, (tx) => upsertDraft(tx, { ...actor, form, content, now }));
  return done(null);
}
