import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listConcernPictures } from "~db/concern-pictures.server";
import { findConcern, listConcernReads } from "~db/concerns.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

/** A report's page for a safeguarding lead. What it says is there once the reader has unsealed it, which is noted. */
export async function openConcern(wiring: Wiring, actor: Actor, { concernId }: { concernId: string }) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const found = await findReadable(tx, actor, { concernId, now: wiring.clock.now() });
    if (!found) return refused("not_found");
    const reads = await listConcernReads(tx, { schoolId, concernId });
    const isOpen = reads.some((read) => read.person_id === personId);
    const said = isOpen ? await findConcern(tx, { schoolId, concernId }) : undefined;
    const pictures = isOpen ? await listConcernPictures(tx, { schoolId, concernId }) : [];
    return done({
      id: concernId,
      number: found.row.number,
      raisedAt: found.row.raised_at,
      timeZone: found.timeZone,
      takenBy: found.row.acknowledged_at ? (found.row.taken_by ?? "") : null,
      takenAt: found.row.acknowledged_at,
      isMine: found.row.acknowledged_by === personId,
      reads: reads.map((read) => ({ name: read.full_name ?? "", at: read.read_at })),
      said: said && {
        body: said.body,
        about: [said.about_full_name, said.about_name].filter(Boolean).join(" · "),
        callPhone: said.call_phone,
        reportedAs: said.reported_as,
        reporter: said.reporter_name ?? "",
        mentorId: said.about_mentor_id,
        conversationOf: said.pursuit_id,
        message:
          said.message_at === null
            ? null
            : {
                ...{ words: said.message_words, pictures, picturesShow: said.message_pictures_show },
                ...{ by: said.message_by, writtenAt: said.message_at },
              },
      },
    });
  });
}
