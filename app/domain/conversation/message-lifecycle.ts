import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type MessageState = "sent" | "held" | "returned";

const staff = ["coordinator", "admin"] as const;

/** A message that waits for the school: it reaches the others, or goes back to its writer with a reason. Others are sent at once. */
export const messageLifecycle = defineLifecycle<MessageState, Role>()({
  release: { from: "held", to: "sent", by: staff },
  return: { from: "held", to: "returned", by: staff },
});
