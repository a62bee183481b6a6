import { CircleCheck, CircleMinus, Clock, Info, type LucideIcon } from "lucide-react";

/** What a colour may mean. It never stands alone: the icon and a word say the same. */
export type Tone = "info" | "go" | "wait" | "stop";

export const toneIcons: Record<Tone, LucideIcon> = { info: Info, go: CircleCheck, wait: Clock, stop: CircleMinus };

/** Text in the tone's colour on paper or surface. */
export const toneText: Record<Tone, string> = {
  info: "text-accent",
  go: "text-go",
  wait: "text-wait",
  stop: "text-stop",
};

/** A tinted ground with ink on it, and an edge in the tone's colour. */
export const toneGround: Record<Tone, string> = {
  info: "bg-accent-soft border-accent",
  go: "bg-go-soft border-go",
  wait: "bg-wait-soft border-wait",
  stop: "bg-stop-soft border-stop",
};

/** A tinted ground with text in the tone's own colour. */
export const tonePill: Record<Tone, string> = {
  info: "bg-accent-soft text-accent",
  go: "bg-go-soft text-go",
  wait: "bg-wait-soft text-wait",
  stop: "bg-stop-soft text-stop",
};
