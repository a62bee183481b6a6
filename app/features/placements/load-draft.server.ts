import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { type DraftContent, findDraft } from "~db/drafts.server";
import { withScope } from "~db/scope.server";

/** What this account last typed into a form in this organisation and has not sent; null when there is nothing. */
export async function loadDraft(
  wiring: Wiring,
  actor: MentorActor,
  { form }: { form: string },
): Promise<DraftContent | null> {
  return (await withScope(wiring, actor, (tx) => findDraft(tx, { ...actor, form }))) ?? null;
}
