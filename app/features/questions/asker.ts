import type { Actor } from "~/domain/actor";

/** Who asks, as the school knows them. The bearer of a link that was mailed to nobody it knows stands for the link alone. */
export function askerOf(actor: Exclude<Actor, { kind: "system" }>): { noun: "person" | "mentor" | "link"; id: string } {
  if (actor.kind === "mentor") return { noun: "mentor", id: actor.mentorId };
  if (actor.kind !== "link") return { noun: "person", id: actor.personId };
  if (actor.personId === null) return { noun: "link", id: actor.linkId };
  return { noun: actor.linkKind === "first-contact" ? "mentor" : "person", id: actor.personId };
}
