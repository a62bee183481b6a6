import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type SequenceState = "draft" | "running" | "paused" | "ended";

/** Mails that follow one another to contacts. Nothing leaves unless it runs; paused is at once, and what ended stays so. */
export const sequenceLifecycle = defineLifecycle<SequenceState, Role, "steps" | "contacts">()({
  start: { from: "draft", to: "running", by: ["coordinator", "admin"], needs: ["steps", "contacts"] },
  pause: { from: "running", to: "paused", by: ["coordinator", "admin", "system"] },
  resume: { from: "paused", to: "running", by: ["coordinator", "admin"], needs: ["steps"] },
  end: { from: ["draft", "running", "paused"], to: "ended", by: ["coordinator", "admin"] },
});
