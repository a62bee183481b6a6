import { BRANCHES, type Branch, type CallScript, type HearLine, type SayLine } from "./script";

/** The calls that can be tried: the one that is hoped for, and each other way. */
export const SCENES = ["reached", ...BRANCHES] as const;
export type Scene = (typeof SCENES)[number];

/** One side of the line, until the other one speaks. */
type Turn = { by: "host"; line: HearLine } | { by: "student"; lines: readonly SayLine[] };

const hear = (line: HearLine): Turn => ({ by: "host", line });
const say = (lines: readonly SayLine[]): Turn => ({ by: "student", lines });

/** How far a call goes as hoped before it goes another way. */
const AFTER: Readonly<Record<Branch, number>> = { not_there: 2, call_back: 4, voicemail: 0, no: 4, too_close: 6 };

/** A whole call of a scene, line by line, the host first. */
export function practiceTurns(script: CallScript, scene: Scene): Turn[] {
  const hoped: Turn[] = [
    ...[hear("hello"), say(script.opening)],
    ...[hear("speaking"), say(script.reason)],
    ...[hear("tell_me"), say(script.wish)],
    ...[hear("sounds_good"), say(script.ending)],
  ];
  if (scene === "reached") return hoped;
  return [...hoped.slice(0, AFTER[scene]), hear(scene), say(script.branches[scene])];
}
