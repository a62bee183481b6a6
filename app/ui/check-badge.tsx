import { useTranslation } from "react-i18next";
import type { CheckState } from "~/domain/clearance/standing";
import { Badge } from "./status";
import type { Tone } from "./tone";

const TONES: Record<CheckState, Tone> = {
  not_clear: "stop",
  expired: "stop",
  missing: "wait",
  pending: "wait",
  ending: "wait",
  valid: "go",
};

/** How the background checks of a mentor stand, in a word or two; for coordinators and admins only. */
export function CheckBadge({ state }: { state: CheckState }) {
  const { t } = useTranslation("clearances");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
