import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listImportedListingsInReview } from "~db/import-rows.server";
import { findImport } from "~db/imports.server";
import { withScope } from "~db/scope.server";

/** Ids of the listings of one file that wait for review, in its order: what "publish all" publishes. */
export async function listImportedListings(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<string[], "not_permitted" | "not_found">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  return withScope(wiring, actor, async (tx) => {
    if (!(await findImport(tx, key))) return refused("not_found");
    return done(await listImportedListingsInReview(tx, key));
  });
}
