import { Badge } from "./status";
import type { Tone } from "./tone";
import { useText } from "./use-text";

const TONES: Record<string, Tone> = {
  requested: "wait",
  given: "go",
  refused: "stop",
  revoked: "stop",
  superseded: "info",
  lapsed: "info",
};

/** The state of a consent as icon and word. */
export function ConsentBadge({ state }: { state: string }) {
  const text = useText();
  return <Badge tone={TONES[state] ?? "info"}>{text(`consent:state.${state}` as "consent:state.given")}</Badge>;
}
