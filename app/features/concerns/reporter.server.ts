import type { Actor } from "~/domain/actor";

/** How the receipts know a reporter: by account, or by the link that nobody else bears. */
export function reporterOf(actor: Exclude<Actor, { kind: "system" }>) {
  return actor.kind === "link"
    ? { accountId: null, linkId: actor.linkId, personId: actor.personId, as: actor.kind }
    : {
        accountId: actor.accountId,
        linkId: null,
        personId: actor.kind === "mentor" ? actor.mentorId : actor.personId,
        as: actor.kind,
      };
}
