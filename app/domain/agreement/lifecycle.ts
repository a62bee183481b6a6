import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type AgreementState = "draft" | "out_for_signature" | "signed" | "void";

/** The document of four parties: student, guardian, host, school. */
export const agreementLifecycle = defineLifecycle<AgreementState, Role, "all_parties_signed">()({
  send: { from: "draft", to: "out_for_signature", by: ["coordinator", "admin"] },
  complete: {
    from: "out_for_signature",
    to: "signed",
    by: ["system", "coordinator", "admin"],
    needs: ["all_parties_signed"],
  },
  void: { from: ["draft", "out_for_signature", "signed"], to: "void", by: ["coordinator", "admin"] },
});
