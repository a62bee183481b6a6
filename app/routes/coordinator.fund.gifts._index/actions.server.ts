import { type AppLoadContext, json } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { PURPOSES } from "~/domain/fund/purposes";
import { inviteToGive } from "~/features/fund/invite-to-give.server";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { CHEQUE_FIELDS, fundWords } from "~/http/fund-form.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import * as refusals from "./refusals.server";

const GiftsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("cheque"),
    purpose: z.enum(PURPOSES),
    donorName: fundWords(200),
    ...CHEQUE_FIELDS,
  }),
  z.object({ intent: z.literal("link") }),
  z.object({ intent: z.literal("invite"), organisationId: z.uuid() }),
]);

const HERE = "/coordinator/fund/gifts";

/** What is done about gifts that are not there yet: a check is entered, somebody is asked to give. */
export async function actOnGifts(request: Request, context: AppLoadContext, actor: StaffActor) {
  const form: ParsedForm<z.output<typeof GiftsForm>> = await parseForm(request, GiftsForm, context);
  if (!form.ok) return form.reply;
  const { wiring, language } = context;
  const { value, typed } = form;
  switch (value.intent) {
    case "cheque": {
      const outcome = await recordCheque(wiring, actor, { ...value, language });
      if (!outcome.ok) return refuse(context, outcome, refusals.cheque, typed);
      return redirectWithToast(HERE, "fund:toast.cheque");
    }
    case "invite": {
      const outcome = await inviteToGive(wiring, actor, value);
      if (!outcome.ok) return refuse(context, outcome, refusals.inviting, typed);
      return redirectWithToast(HERE, "fund:toast.invited");
    }
    case "link": {
      const outcome = await makeGiveLink(wiring, actor);
      if (!outcome.ok) return refuse(context, outcome, refusals.link, typed);
      return json({ ok: true as const, link: outcome.value.url });
    }
  }
}
