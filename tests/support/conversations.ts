import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/actor";
import { openThread } from "~/features/conversations/open-thread.server";
import { writeMessage } from "~/features/conversations/write-message.server";
import { anaContacted, student } from "./pursuit-way";
import { type Stage, valueIn } from "./stage";

/** Ana's host knows of her, and she has begun a conversation; answers the pursuit. */
export async function anaTalks(stage: Stage): Promise<string> {
  const pursuitId = await anaContacted(stage);
  valueIn(await openThread(stage.wiring, student("ana"), { pursuitId }));
  return pursuitId;
}

/** Writes one message from a page; the answer of the verb. */
export const say = (
  stage: Stage,
  {
    actor,
    pursuitId,
    body = "Hello",
    formKey = randomUUID(),
    files = [],
    show = "",
  }: { actor: Actor; pursuitId: string; body?: string; formKey?: string; files?: readonly Uint8Array[]; show?: string },
) =>
  writeMessage(stage.wiring, actor, {
    ...{ pursuitId, body, formKey, files, show, leftOut: [], language: "en", via: "page" },
  });
