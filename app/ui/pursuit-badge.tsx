import { Badge } from "./status";
import type { Tone } from "./tone";
import { useText } from "./use-text";

const TONES: Record<string, Tone> = {
  paused: "wait",
  suggested: "info",
  requested: "wait",
  approved: "wait",
  contacted: "wait",
  offered: "go",
  accepted: "go",
  completed: "go",
  declined: "stop",
  not_taken: "stop",
  expired: "stop",
  withdrawn: "info",
};

/** The state of a pursuit as icon and word. */
export function PursuitBadge({ state }: { state: string }) {
  const text = useText();
  return <Badge tone={TONES[state] ?? "info"}>{text(`pursuits:state.${state}` as "pursuits:state.requested")}</Badge>;
}
