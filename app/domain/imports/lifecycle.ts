import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type ImportState = "uploaded" | "mapped" | "running" | "finished" | "failed" | "cancelled";

/** A file on its way to placements. `confirm` is the last human step; the job does the rest and may be resumed. A file of people that waits too long for it lapses. */
export const importLifecycle = defineLifecycle<ImportState, Role, "columns-chosen", "run">()({
  confirm: {
    from: "uploaded",
    to: "mapped",
    by: ["coordinator", "admin", "system"],
    needs: ["columns-chosen"],
    notifies: ["run"],
  },
  start: { from: "mapped", to: "running", by: ["system"] },
  finish: { from: "running", to: "finished", by: ["system"] },
  fail: { from: ["mapped", "running"], to: "failed", by: ["system"] },
  lapse: { from: "uploaded", to: "cancelled", by: ["system"] },
  cancel: { from: ["uploaded", "mapped", "running"], to: "cancelled", by: ["coordinator", "admin"] },
});
