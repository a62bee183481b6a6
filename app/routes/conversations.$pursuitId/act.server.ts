import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { LONGEST_MESSAGE, LONGEST_REASON } from "~/domain/conversation/message";
import { LONGEST_SHOW } from "~/domain/conversation/pictures";
import type { Outcome } from "~/domain/outcome";
import { askInterpreter, type InterpreterRefusal } from "~/features/conversations/ask-interpreter.server";
import { type JoinRefusal, joinThread } from "~/features/conversations/join-thread.server";
import { type LeaveRefusal, leaveThread } from "~/features/conversations/leave-thread.server";
import { type OpenThreadRefusal, openThread } from "~/features/conversations/open-thread.server";
import { type ReadRefusal, readThread } from "~/features/conversations/read-thread.server";
import { releaseMessage } from "~/features/conversations/release-message.server";
import { returnMessage } from "~/features/conversations/return-message.server";
import type { SettleRefusal } from "~/features/conversations/settle-message.server";
import { type WriteRefusal, writeMessage } from "~/features/conversations/write-message.server";
import { bytesOf } from "~/http/bytes-of.server";
import type { Typed } from "~/http/parse-form.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

export const ConversationAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["open", "join", "leave", "read"]) }),
  z.object({ intent: z.literal("interpret"), messageId: z.uuid() }),
  z.object({ intent: z.literal("release"), messageId: z.uuid(), shows: z.literal("not_the_student").optional() }),
  z.object({
    intent: z.literal("return"),
    messageId: z.uuid(),
    reason: z.string().trim().min(1, "conversations:fault.reason_missing").max(LONGEST_REASON),
  }),
  z.object({
    intent: z.literal("write"),
    formKey: z.uuid(),
    body: z.string().trim().min(1, "conversations:fault.words_missing").max(LONGEST_MESSAGE),
    pictures: z.array(z.instanceof(File)),
    show: z.string().trim().max(LONGEST_SHOW).optional(),
  }),
]);

type Refusal =
  | InterpreterRefusal
  | OpenThreadRefusal
  | WriteRefusal
  | JoinRefusal
  | LeaveRefusal
  | ReadRefusal
  | SettleRefusal;

const REFUSALS: Refusals<Refusal> = {
  not_found: NOT_FOUND,
  not_permitted: { status: 403, key: "conversations:fault.not_permitted" },
  not_begun: { status: 409, key: "conversations:fault.not_begun" },
  not_joined: { status: 409, key: "conversations:fault.not_joined" },
  closed: { status: 409, key: "conversations:fault.closed" },
  no_staff: { status: 409, key: "conversations:fault.no_staff" },
  wrong_state: { status: 409, key: "conversations:fault.settled" },
  still_needed: { status: 409, key: "conversations:fault.settled" },
  not_read: { status: 409, key: "conversations:fault.not_read" },
  put_aside: { status: 409, key: "conversations:fault.put_aside" },
  photos_refused: { status: 422, key: "conversations:fault.photos_refused", field: "shows" },
  reason_missing: { status: 422, key: "conversations:fault.reason_missing", field: "reason" },
  own_language: { status: 409, key: "conversations:fault.ownLanguage" },
  without_words: { status: 409, key: "conversations:fault.withoutWords" },
  sent_already: { status: 409, key: "conversations:fault.sent_already" },
  words_missing: { status: 422, key: "conversations:fault.words_missing", field: "body" },
  too_long: { status: 422, key: "conversations:fault.too_long", field: "body" },
  too_many: { status: 429, key: "conversations:fault.tooMany" },
  not_a_picture: { status: 422, key: "conversations:fault.notPicture", field: "pictures" },
  picture_too_big: { status: 422, key: "conversations:fault.pictureTooBig", field: "pictures" },
  too_many_pictures: { status: 422, key: "conversations:fault.tooManyPictures", field: "pictures" },
  pictures_full: { status: 409, key: "conversations:fault.picturesFull", field: "pictures" },
  no_picture: { status: 422, key: "conversations:fault.noPicture", field: "pictures" },
};

const TOASTS = {
  open: "conversations:toast.begun",
  write: "conversations:toast.sent",
  join: "conversations:toast.joined",
  leave: "conversations:toast.left",
  read: "conversations:toast.read",
  release: "conversations:toast.released",
  interpret: "conversations:toast.interpreterAsked",
  return: "conversations:toast.returned",
} as const satisfies Record<string, ToastKey>;

interface Sent {
  pursuitId: string;
  sent: z.output<typeof ConversationAction>;
  typed: Typed;
}

/** Carries out what a form of the conversation's page asks for. */
export async function actInConversation(context: AppLoadContext, actor: Actor, { pursuitId, sent, typed }: Sent) {
  const outcome = await carryOut(context, actor, { pursuitId, sent });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
  const isHeld = outcome.value !== null && "isHeld" in outcome.value && outcome.value.isHeld;
  return redirectWithToast(`/conversations/${pursuitId}`, isHeld ? "conversations:toast.held" : TOASTS[sent.intent]);
}

async function carryOut(
  { wiring, language }: AppLoadContext,
  actor: Actor,
  { pursuitId, sent }: Omit<Sent, "typed">,
): Promise<Outcome<{ threadId: string } | { isHeld: boolean } | null, Refusal>> {
  switch (sent.intent) {
    case "open":
      return openThread(wiring, actor, { pursuitId });
    case "join":
      return joinThread(wiring, actor, { pursuitId });
    case "leave":
      return leaveThread(wiring, actor, { pursuitId });
    case "read":
      return readThread(wiring, actor, { pursuitId });
    case "release":
      return releaseMessage(wiring, actor, { pursuitId, messageId: sent.messageId, shows: sent.shows });
    case "interpret":
      return askInterpreter(wiring, actor, { pursuitId, messageId: sent.messageId });
    case "return":
      return returnMessage(wiring, actor, { pursuitId, messageId: sent.messageId, reason: sent.reason });
    case "write": {
      const { body, formKey, show = "" } = sent;
      const files = await Promise.all(sent.pictures.map(bytesOf));
      const message = { pursuitId, body, files, show, leftOut: [], formKey, language, via: "page" } as const;
      return writeMessage(wiring, actor, message);
    }
  }
}
