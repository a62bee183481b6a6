import { useTranslation } from "react-i18next";
import type { GiftStanding } from "~/domain/fund/gift-truth";
import { Badge } from "./status";
import type { Tone } from "./tone";

/** What the colour of each standing means, in its badge and in what a donor is told of it. */
export const STANDING_TONES: Readonly<Record<GiftStanding, Tone>> = {
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

/** How a gift stands, in a word, and in a second one what became of a part that had come. */
export function StandingBadge({ standing, cameBack }: { standing: string; cameBack?: string | null }) {
  const { t } = useTranslation("fund");
  const words = [standing, ...(cameBack && cameBack !== standing ? [cameBack] : [])] as GiftStanding[];
  return (
    <span className="inline-flex flex-wrap gap-1">
      {words.map((word) => (
        <Badge key={word} tone={STANDING_TONES[word]}>
          {t(`standing.${word}`)}
        </Badge>
      ))}
    </span>
  );
}
