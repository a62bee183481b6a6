import { Badge } from "./status";
import type { Tone } from "./tone";
import { useText } from "./use-text";

const TONES: Record<string, Tone> = {
  submitted: "wait",
  in_review: "wait",
  invited: "wait",
  accepted: "go",
  declined: "stop",
  bounced: "stop",
  expired: "info",
  joined: "info",
};

/** The state of an introduction as icon and word. */
export function IntroductionBadge({ state }: { state: string }) {
  const text = useText();
  return (
    <Badge tone={TONES[state] ?? "info"}>
      {text(`introductions:status.${state}` as "introductions:status.invited")}
    </Badge>
  );
}
