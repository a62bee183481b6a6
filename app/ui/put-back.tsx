import { Notice } from "./notice";
import { useText } from "./use-text";

const FAULTS = [
  "no_place",
  "not_endorsed",
  "request_ended",
  "ruled_out",
  "decider_left",
  "not_looking",
  "has_seat",
  "relative_pair",
  "mentor_not_clear",
];

/** Why an approval that waited was not carried out. */
export function PutBack({ fault }: { fault: string }) {
  const text = useText();
  const known = FAULTS.includes(fault) ? fault : "other";
  return <Notice tone="wait">{text(`board:putBack.${known}` as "board:putBack.other")}</Notice>;
}
