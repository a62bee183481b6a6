import { z } from "zod";
import { CARD_ANSWERS } from "~/domain/interest/finder/standing";

const step = z.coerce.number().int().min(0).max(99);
const card = z.string().max(40);

/** One card's answer, a step back, or the end before the last card. */
export const CardForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(CARD_ANSWERS), step, left: card, right: card }),
  z.object({ intent: z.literal("back"), step }),
  z.object({ intent: z.literal("finish") }),
]);
