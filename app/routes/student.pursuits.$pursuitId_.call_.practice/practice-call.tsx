import { useTranslation } from "react-i18next";
import type { Scene } from "~/domain/first-call/practice";
import { LinkButton } from "~/ui/button";
import { LiveRegion } from "~/ui/live-region";
import { ReadAloud } from "~/ui/read-aloud";
import { type Spoken, SpokenWords } from "~/ui/spoken-words";

interface PracticeCallProps {
  scene: Scene;
  /** How many turns are shown, and how many the call has. */
  turn: number;
  count: number;
  callLanguage: string;
  shown: readonly { by: "host" | "student"; lines: readonly Spoken[] }[];
}

/** A call up to a line, and the way to the next one. */
export function PracticeCall({ scene, turn, count, callLanguage, shown }: PracticeCallProps) {
  const { t } = useTranslation("coach");
  const last = shown.at(-1);
  const isOver = turn >= count;
  const words = last?.lines.map((line) => line.words).join(" ") ?? "";
  const to = (next: number) => `?scene=${scene}&turn=${next}&in=${callLanguage}`;
  return (
    <>
      <ol className="space-y-5">
        {shown.map(({ by, lines }, place) => (
          // Turns are only added at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
          <li key={place} className={`space-y-2 ${by === "student" ? "ms-6 sm:ms-12" : "me-6 sm:me-12"}`}>
            <p className="text-small text-ink-soft">{t(by === "host" ? "you.practice.them" : "you.practice.you")}</p>
            {lines.map((line) => (
              <SpokenWords key={line.key} line={line} language={callLanguage} />
            ))}
          </li>
        ))}
      </ol>
      <LiveRegion about={String(turn)}>
        <span lang={callLanguage}>{words}</span>
      </LiveRegion>
      {!isOver && last?.by === "host" && <p>{t("you.practice.turn")}</p>}
      {isOver && <p className="text-lead">{t("you.practice.over")}</p>}
      {isOver && scene === "too_close" && <p>{t("you.branch.closeAfter")}</p>}
      <div className="flex flex-wrap gap-3">
        {isOver ? (
          <LinkButton look="primary" to={`?in=${callLanguage}`}>
            {t("you.practice.other")}
          </LinkButton>
        ) : (
          <LinkButton look="primary" to={to(turn + 1)} preventScrollReset>
            {t(last?.by === "host" ? "you.practice.show" : "you.practice.goOn")}
          </LinkButton>
        )}
        <ReadAloud text={words} language={callLanguage} />
        {turn > 1 && <LinkButton to={to(1)}>{t("you.practice.again")}</LinkButton>}
      </div>
    </>
  );
}
