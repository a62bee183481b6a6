import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type VisitorOfferState = "asked" | "open" | "sent" | "handed_over";

/**
 * Somebody without an account offers a placement. Who has proved the address fills in the form by the mailed link and sends it; a
 * mentor who is known is handed over to their own form. What is neither proved nor sent in time is deleted, and has no state.
 */
export const visitorOfferLifecycle = defineLifecycle<VisitorOfferState, Role, never, "coordinators">()({
  prove: { from: "asked", to: "open", by: ["mentor"] },
  hand_over: { from: "asked", to: "handed_over", by: ["mentor"] },
  send: { from: "open", to: "sent", by: ["mentor"], notifies: ["coordinators"] },
});
