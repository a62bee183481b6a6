import { z } from "zod";
import { EDITED_STUDENT_PARTS, type MatchWeights, PLACEMENT_PARTS, type WeightsFault } from "~/domain/matching/weights";
import type { TextKey } from "~/locales/text-key";

const BASIS_POINTS = 100;

/** Percent as people write it ("12.5" or "12,5") in whole basis points. */
const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, "matching:weights.fault.percent")
  .transform((typed) => Math.round(Number(typed.replace(",", ".")) * BASIS_POINTS))
  .refine((points) => points <= 100 * BASIS_POINTS, "matching:weights.fault.percent");

export const fieldOf = {
  student: (part: string) => `student-${part}`,
  placement: (part: string) => `placement-${part}`,
};

export const WeightsForm = z.object({
  intent: z.enum(["preview", "save"]),
  basedOn: z.coerce.number().int().min(1).max(1_000_000),
  /** Of the preview that stands in the form; none before the first. */
  seal: z.string().max(100).default(""),
  ...Object.fromEntries(EDITED_STUDENT_PARTS.map((part) => [fieldOf.student(part), percent])),
  ...Object.fromEntries(PLACEMENT_PARTS.map((part) => [fieldOf.placement(part), percent])),
  dislikes: percent,
  related: percent,
});

/** The weights a filled-in form asks for. */
export function weightsOf(form: Record<string, unknown>): Omit<MatchWeights, "version"> {
  const number = (name: string) => Number(form[name]);
  const side = <Part extends string>(parts: readonly Part[], name: (part: Part) => string) =>
    Object.fromEntries(parts.map((part) => [part, number(name(part))])) as Record<Part, number>;
  return {
    student: { ...side(EDITED_STUDENT_PARTS, fieldOf.student), language: 0 },
    placement: side(PLACEMENT_PARTS, fieldOf.placement),
    dislikes: number("dislikes"),
    related: number("related"),
  };
}

/** Where the sentence of each fault stands, and which it is. */
export const FAULTS: Record<WeightsFault, { field: string; key: TextKey }> = {
  student_sum: { field: fieldOf.student("wish"), key: "matching:weights.fault.studentSum" },
  placement_sum: { field: fieldOf.placement(PLACEMENT_PARTS[0]), key: "matching:weights.fault.placementSum" },
  wish_not_largest: { field: fieldOf.student("wish"), key: "matching:weights.fault.wish" },
  not_whole_numbers: { field: "", key: "matching:weights.fault.percent" },
  language_counts: { field: "", key: "matching:weights.fault.percent" },
  version: { field: "", key: "matching:weights.fault.changed" },
};
