import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findConcernPicture } from "~db/concern-pictures.server";
import { listConcernReads } from "~db/concerns.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

interface Asked {
  concernId: string;
  pictureId: string;
}

/** One picture of the message that a report is about, for a reader who has unsealed the report, which was noted. */
export async function lookAtConcernPicture(
  wiring: Wiring,
  actor: Actor,
  { concernId, pictureId }: Asked,
): Promise<Outcome<{ kind: string; content: Uint8Array }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    if (!(await findReadable(tx, actor, { concernId, now: wiring.clock.now() }))) return refused("not_found");
    const reads = await listConcernReads(tx, { schoolId, concernId });
    if (!reads.some((read) => read.person_id === personId)) return refused("not_found");
    const picture = await findConcernPicture(tx, { schoolId, concernId, pictureId });
    return picture ? done(picture) : refused("not_found");
  });
}
