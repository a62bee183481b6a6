import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { deleteDraft } from "~db/drafts.server";
import { withScope } from "~db/scope.server";

/** Forgets what was typed: the form starts empty again. Dropping twice is harmless. */
export async function dropDraft(wiring: Wiring, actor: MentorActor, { form }: { form: string }): Promise<void> {
  await withScope(wiring, actor, (tx) => deleteDraft(tx, { ...actor, form }));
}
