import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type AllocationState = "proposed" | "approved" | "disbursed" | "declined" | "withdrawn";

/** Money for one student's need. Two people: one proposes, another one approves; only then is the money set aside. */
export const allocationLifecycle = defineLifecycle<
  AllocationState,
  Role,
  "second_person" | "enough" | "release_facts"
>()({
  approve: { from: "proposed", to: "approved", by: ["coordinator", "admin"], needs: ["second_person", "enough"] },
  decline: { from: "proposed", to: "declined", by: ["coordinator", "admin"] },
  withdraw: { from: ["proposed", "approved"], to: "withdrawn", by: ["coordinator", "admin"] },
  disburse: { from: "approved", to: "disbursed", by: ["coordinator", "admin"], needs: ["release_facts"] },
});
