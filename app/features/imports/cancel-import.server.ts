import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { forgetContent, lockImport } from "~db/imports.server";
import { withScope } from "~db/scope.server";

/** Puts a file aside. A run stops after its current batch; rows that came in before stay. Of a file of people the file itself goes. */
export async function cancelImport(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "wrong_state">> {
  if (!mayImport(actor) || actor.kind === "system") return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const moved = await advance(tx, { actor, noun: "import", id: importId, move: "cancel", met: [], notices: {}, now });
    if (moved.ok) {
      const key = { schoolId: actor.schoolId, importId };
      if ((await lockImport(tx, key))?.kind !== "placements") await forgetContent(tx, key);
      return done(null);
    }
    return refused(moved.reason === "still_needed" ? "wrong_state" : moved.reason);
  });
}
