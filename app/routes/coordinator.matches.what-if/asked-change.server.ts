import { z } from "zod";
import type { PlanChange } from "~/domain/matching/plan-change";

/** More seats than any listing has. */
const ALL_SEATS = 10_000;

const FIELDS = ["kind", "studentId", "listingId", "added", "minutes"] as const;

const id = z.uuid();
const minutes = z.coerce.number().int().min(1).max(120);
const Asked = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["lock", "forbid"]), studentId: id, listingId: id }),
  z.object({ kind: z.literal("seats"), listingId: id, added: z.coerce.number().int().min(1).max(20) }),
  z.object({ kind: z.literal("leave_out"), listingId: id }),
  z.object({ kind: z.literal("travel_student"), studentId: id, minutes }),
  z.object({ kind: z.literal("travel_all"), minutes }),
]);

/** What the address asks, and the fields as they stand in it; a change that is not whole is none. */
export function readChange(url: string): { change: PlanChange | null; fields: Record<string, string> } {
  const { searchParams } = new URL(url);
  const fields = Object.fromEntries(FIELDS.map((name) => [name, searchParams.get(name) ?? ""]));
  const asked = Asked.safeParse({ ...fields, added: fields.added || "1", minutes: fields.minutes || "10" });
  return { change: asked.success ? toChange(asked.data) : null, fields };
}

function toChange(asked: z.infer<typeof Asked>): PlanChange {
  switch (asked.kind) {
    case "seats":
      return { kind: "seats", listingId: asked.listingId, by: asked.added };
    case "leave_out":
      return { kind: "seats", listingId: asked.listingId, by: -ALL_SEATS };
    case "travel_student":
      return { kind: "travel_more", by: asked.minutes, studentId: asked.studentId };
    case "travel_all":
      return { kind: "travel_more", by: asked.minutes };
    default:
      return { kind: asked.kind, studentId: asked.studentId, listingId: asked.listingId };
  }
}
