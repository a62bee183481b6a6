import { useTranslation } from "react-i18next";
import type { SequenceState } from "~/domain/outreach/sequence-lifecycle";
import { Badge } from "./status";

const TONES = { draft: "info", running: "go", paused: "wait", ended: "stop" } as const satisfies Record<
  SequenceState,
  string
>;

/** Where a series of emails stands. */
export function SequenceBadge({ state }: { state: SequenceState }) {
  const { t } = useTranslation("sequences");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
