import { z } from "zod";
import type { PlanChange } from "~/domain/matching/plan-change";

/** More seats than any listing has. */
const ALL_SEATS = 10_000;

const id = z.uuid();
const Asked = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["lock", "forbid"]), studentId: id, listingId: id }),
  z.object({ kind: z.literal("seats"), listingId: id, added: z.coerce.number().int().min(1).max(20) }),
  z.object({ kind: z.literal("leave_out"), listingId: id }),
]);

/** What the address asks, and the fields as they stand in it; a change that is not whole is none. */
export function readChange(url: string): { change: PlanChange | null; fields: Record<string, string> } {
  const { searchParams } = new URL(url);
  const fields = Object.fromEntries(
    ["kind", "studentId", "listingId", "added"].map((name) => [name, searchParams.get(name) ?? ""]),
  );
  const asked = Asked.safeParse({ ...fields, added: fields.added || "1" });
  return { change: asked.success ? toChange(asked.data) : null, fields };
}

function toChange(asked: z.infer<typeof Asked>): PlanChange {
  const { listingId } = asked;
  if (asked.kind === "seats") return { kind: "seats", listingId, by: asked.added };
  if (asked.kind === "leave_out") return { kind: "seats", listingId, by: -ALL_SEATS };
  return { kind: asked.kind, studentId: asked.studentId, listingId };
}
