import { z } from "zod";
import { interestOf, type StudentInterest, TASTES, type Taste } from "~/domain/interest/student-interest";
import { listBasicInterests } from "~/domain/interest/taxonomy";
import { fieldOf } from "./fields";

const tastes = Object.fromEntries(listBasicInterests().map(({ id }) => [fieldOf(id), z.enum(TASTES).default("none")]));

/** The list with a taste for every interest, or who may read the profile, or once more through the cards. */
export const InterestsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), seen: z.coerce.number().int().min(0).max(32_000).default(0), ...tastes }),
  z.object({ intent: z.literal("share"), advisor: z.literal("on").optional(), family: z.literal("on").optional() }),
  z.object({ intent: z.literal("again") }),
]);

/** The interests that have an opinion. */
export function interestsOf(form: Record<string, unknown>): StudentInterest[] {
  return listBasicInterests().flatMap(({ id }) => interestOf(id, form[fieldOf(id)] as Taste) ?? []);
}
