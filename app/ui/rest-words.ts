import type { TFunction } from "i18next";

const REASONS = [
  "in_view",
  "not_looking",
  "lock_over_capacity",
  "lock_not_eligible",
  "mentor_suspended",
  "forbidden_pair",
  "student_locked_twice",
  "student_has_most_live",
  "unknown_pair",
] as const;

/** Why a lock rests, as a coordinator reads it. */
export function restWords(t: TFunction<["board"]>, reason: string): string {
  return t(`board:settled.rests.${REASONS.find((one) => one === reason) ?? "other"}`);
}
