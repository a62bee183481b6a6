import type { Role } from "../role";
import { defineLifecycle } from "../lifecycle";

export type ConsentState = "requested" | "given" | "refused" | "revoked" | "superseded" | "lapsed";
export type ConsentPurpose = "looking" | "participate" | "emergency" | "health" | "travel" | "photo" | "portfolio";
export type Channel = "web" | "link" | "phone" | "paper" | "in_person";

/** Asked of one guardian for one purpose. Staff record what came on paper, by phone or in person. */
export const consentLifecycle = defineLifecycle<ConsentState, Role, "guardian_authenticated" | "disclosing_channel", "student" | "coordinators">()({
  give: {
    from: ["requested", "refused"],
    to: "given",
    by: ["guardian", "coordinator", "admin"],
    needs: ["guardian_authenticated", "disclosing_channel"],
    notifies: ["student"],
  },
  refuse: { from: "requested", to: "refused", by: ["guardian", "coordinator", "admin"], notifies: ["student", "coordinators"] },
  revoke: { from: "given", to: "revoked", by: ["guardian", "coordinator", "admin"], notifies: ["student", "coordinators"] },
  supersede: { from: ["requested", "given"], to: "superseded", by: ["system", "coordinator", "admin", "guardian"] },
  lapse: { from: ["requested", "given"], to: "lapsed", by: ["system"] },
});

/** For disclosure a spoken yes is not enough; a call may record a refusal, a revocation or a question. */
export function mayDisclose(channel: Channel): boolean {
  return channel !== "phone";
}
