import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type ConsentState = "requested" | "given" | "refused" | "revoked" | "superseded" | "lapsed";
export type ConsentPurpose = "looking" | "participate" | "emergency" | "health" | "travel" | "photo" | "portfolio";
export type Channel = "web" | "link" | "phone" | "paper" | "in_person";

/**
 * Asked of one holder for one purpose: a guardian, or a student who holds their own rights. Staff record what came on paper,
 * by phone or in person.
 */
export const consentLifecycle = defineLifecycle<
  ConsentState,
  Role,
  "guardian_authenticated" | "disclosing_channel",
  "student" | "coordinators"
>()({
  give: {
    from: ["requested", "refused", "revoked"],
    to: "given",
    by: ["guardian", "student", "coordinator", "admin"],
    needs: ["guardian_authenticated", "disclosing_channel"],
    notifies: ["student"],
  },
  refuse: {
    from: "requested",
    to: "refused",
    by: ["guardian", "student", "coordinator", "admin"],
    notifies: ["student", "coordinators"],
  },
  revoke: {
    from: "given",
    to: "revoked",
    by: ["guardian", "student", "coordinator", "admin"],
    notifies: ["student", "coordinators"],
  },
  supersede: { from: ["requested", "given"], to: "superseded", by: ["system", "coordinator", "admin", "guardian"] },
  lapse: { from: ["requested", "given"], to: "lapsed", by: ["system"] },
});

/** For disclosure a spoken yes is not enough; a call may record a refusal, a revocation or a question. */
export function mayDisclose(channel: Channel): boolean {
  return channel !== "phone";
}
