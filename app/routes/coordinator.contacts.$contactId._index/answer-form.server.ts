import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { CALL_OUTCOMES, LONGEST_NOTE, type NoteKind, REPLY_OUTCOMES, REPLY_WAYS } from "~/domain/outreach/contact";
import { changeContact } from "~/features/outreach/change-contact.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { sayContactsApart } from "~/features/outreach/say-contacts-apart.server";
import {
  type TakeBackContactsApartRefusal,
  takeBackContactsApart,
} from "~/features/outreach/take-back-contacts-apart.server";
import { type UndoContactMergeRefusal, undoContactMerge } from "~/features/outreach/undo-contact-merge.server";
import { type WriteNoteRefusal, writeNote } from "~/features/outreach/write-note.server";
import { civilDay } from "~/http/civil-day.server";
import { CONTACT_REFUSALS, contactFields, toContact } from "~/http/contact-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

const words = z.string().max(LONGEST_NOTE).default("");

const ContactForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("note"), noteId: z.uuid(), body: words }),
  z.object({
    intent: z.literal("call"),
    noteId: z.uuid(),
    on: civilDay,
    call: z.enum(CALL_OUTCOMES, "outreach:fault.outcome_missing"),
    body: words,
  }),
  z.object({
    intent: z.literal("reply"),
    noteId: z.uuid(),
    on: civilDay,
    via: z.enum(REPLY_WAYS, "outreach:fault.way_missing"),
    reply: z.enum(REPLY_OUTCOMES, "outreach:fault.reply_missing"),
    body: words,
  }),
  z.object({ intent: z.literal("change"), revision: z.coerce.number().int().positive(), ...contactFields }),
  z.object({ intent: z.literal("forget") }),
  z.object({ intent: z.literal("undo_merge"), mergeId: z.uuid() }),
  z.object({ intent: z.literal("say_apart"), otherId: z.uuid() }),
  z.object({ intent: z.literal("take_back_apart"), otherId: z.uuid() }),
]);

const REFUSALS: Refusals<
  | WriteNoteRefusal
  | UndoContactMergeRefusal
  | TakeBackContactsApartRefusal
  | keyof typeof CONTACT_REFUSALS
  | "changed_meanwhile"
> = {
  ...CONTACT_REFUSALS,
  not_found: NOT_FOUND,
  words_missing: { status: 422, key: "outreach:fault.words_missing", field: "body" },
  written_already: { status: 409, key: "outreach:fault.written_already" },
  in_future: { status: 422, key: "outreach:fault.in_future", field: "on" },
  undone_already: { status: 409, key: "outreach:fault.undone_already" },
  too_late: { status: 409, key: "outreach:fault.too_late" },
  address_taken: { status: 409, key: "outreach:fault.address_taken" },
  changed_meanwhile: { status: 409, key: "outreach:fault.changed_meanwhile" },
  not_apart: { status: 409, key: "outreach:fault.not_apart" },
};

/** Does what one of the forms on a contact's page asks for, and leads back with a sentence. */
export async function answerContactForm(
  request: Request,
  context: AppLoadContext,
  { actor, contactId }: { actor: StaffActor; contactId: string },
) {
  const form = await parseForm(request, ContactForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  const here = `/coordinator/contacts/${contactId}`;
  switch (asked.intent) {
    case "note":
    case "call":
    case "reply": {
      const { noteId, body } = asked;
      const on = asked.intent === "note" ? null : asked.on;
      const outcome = await writeNote(wiring, actor, { contactId, noteId, what: whatOf(asked), on, body });
      return outcome.ok
        ? redirectWithToast(here, "outreach:toast.written")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "change": {
      const { revision } = asked;
      const outcome = await changeContact(wiring, actor, { contactId, revision, contact: toContact(asked) });
      return outcome.ok
        ? redirectWithToast(here, "outreach:toast.changed")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "forget": {
      const outcome = await forgetContact(wiring, actor, { contactId });
      return outcome.ok
        ? redirectWithToast("/coordinator/contacts", "outreach:toast.forgotten")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "undo_merge": {
      const outcome = await undoContactMerge(wiring, actor, { contactId, mergeId: asked.mergeId });
      return outcome.ok
        ? redirectWithToast(`/coordinator/contacts/${outcome.value.otherId}`, "outreach:toast.parted")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "say_apart": {
      const outcome = await sayContactsApart(wiring, actor, { contactId, otherId: asked.otherId });
      return outcome.ok
        ? redirectWithToast(here, "outreach:toast.apart")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "take_back_apart": {
      const outcome = await takeBackContactsApart(wiring, actor, { contactId, otherId: asked.otherId });
      return outcome.ok
        ? redirectWithToast(here, "outreach:toast.askedAgain")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
  }
}

function whatOf(asked: Extract<z.infer<typeof ContactForm>, { noteId: string }>): NoteKind {
  if (asked.intent === "note") return { is: "note" };
  if (asked.intent === "call") return { is: "call", outcome: asked.call };
  return { is: "reply", outcome: asked.reply, via: asked.via };
}
