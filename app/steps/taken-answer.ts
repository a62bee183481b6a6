import type { Outcome } from "~/domain/outcome";

/** What became of an answer that came by mail. */
export type TakenAnswer = Outcome<
  { took: "recorded" | "known" | "machine" | "sent_elsewhere" | "too_many" },
  "not_found"
>;
