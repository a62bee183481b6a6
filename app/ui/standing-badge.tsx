import { useTranslation } from "react-i18next";
import type { GiftStanding } from "~/domain/fund/gift-truth";
import { Badge } from "./status";
import type { Tone } from "./tone";

const TONES: Record<GiftStanding, Tone> = {
  open: "wait",
  pledged: "wait",
  invoiced: "wait",
  processing: "wait",
  paid: "go",
  part_refunded: "info",
  refunded: "info",
  disputed: "wait",
  lost: "stop",
  failed: "stop",
  void: "info",
  uncollectible: "stop",
  outside: "wait",
};

/** How a gift stands, in a word. */
export function StandingBadge({ standing }: { standing: string }) {
  const { t } = useTranslation("fund");
  const word = standing as GiftStanding;
  return <Badge tone={TONES[word]}>{t(`standing.${word}`)}</Badge>;
}
