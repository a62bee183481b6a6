import { useTranslation } from "react-i18next";
import type { BlockerCode, Finding } from "~/domain/matching/findings";
import type { Mode } from "~/domain/matching/mode";
import type { WhyNot } from "~/domain/matching/why-not";
import { formatDifference, formatNames } from "./format";
import { useMatchWords } from "./match-words";
import { useMoveWords } from "./move-words";
import { SincePlan } from "./since-plan";
import { TextLink } from "./text-link";

interface Moved {
  studentId: string;
  student: string;
  leaves: readonly string[];
  gets: readonly string[];
}

export interface WhyNotView {
  code: WhyNot["code"];
  mode: Mode;
  instead: readonly string[];
  seats: number;
  blockers: readonly Finding<BlockerCode>[];
  price: PriceView | null;
  isLocked: boolean;
  isApproved: boolean;
  since: { counted: number; left: number };
}

export interface PriceView {
  /** In a slate floor and total are of pairs, of which a student has several. */
  cost: { placed: number; pairs?: number; chosen: number; steps: number; floor: number | null; total: number };
  chain: readonly Moved[];
  others: readonly Moved[];
}

/** Why the plan does not have a pair, and what it would take to have it: who would go where, and what that costs. */
export function WhyNotWords({ answer }: { answer: WhyNotView }) {
  const { t } = useTranslation("plans");
  const { price, isLocked, isApproved } = answer;
  return (
    <div className="space-y-3">
      <SincePlan since={answer.since} />
      <Sentence answer={answer} />
      {price ? (
        <PriceWords title={t(isLocked ? "whyNot.release" : "whyNot.lock")} price={price} mode={answer.mode} />
      ) : (
        !isApproved && <p className="text-ink-soft">{t("whyNot.noLock")}</p>
      )}
    </div>
  );
}

function Sentence({ answer: { code, instead, seats, blockers, isLocked, isApproved } }: { answer: WhyNotView }) {
  const { t, i18n } = useTranslation("plans");
  const words = useMatchWords();
  if (isApproved) return <p>{t("whyNot.approved")}</p>;
  if (code === "in_plan") return <p>{t(isLocked ? "whyNot.locked" : "whyNot.in_plan")}</p>;
  if (code === "full") return <p>{t("whyNot.full", { count: seats })}</p>;
  if (code === "not_eligible")
    return <p>{t("whyNot.not_eligible", { rules: blockers.map(words.blocker).join(" · ") })}</p>;
  if (code === "better_elsewhere" && instead.length === 0) return <p>{t("whyNot.betterWithout")}</p>;
  return <p>{t(`whyNot.${code}`, { title: formatNames(instead, i18n.language) })}</p>;
}

/** What would be another way with a lock, or without it: who goes where, and the difference. */
export function PriceWords({ title, price, mode }: { title: string; price: PriceView; mode: Mode }) {
  const { cost, chain, others } = price;
  const { t, i18n } = useTranslation("plans");
  const signed = (points: number) => formatDifference(points, i18n.language);
  const moved = chain.length + others.length;
  const changes = changedFigures(cost, mode);
  return (
    <div className="space-y-2">
      <p>
        <span className="font-semibold">{title}</span>{" "}
        {moved === 0 ? t("whatIf.same") : t("whatIf.moved", { count: moved })}
      </p>
      {chain.length > 0 && <Moves lead={chain.length > 1 ? t("whyNot.chain") : null} moves={chain} mode={mode} />}
      {others.length > 0 && <Moves lead={chain.length > 0 ? t("whyNot.others") : null} moves={others} mode={mode} />}
      <p className="text-ink-soft">
        {changes.length === 0 && t("whyNot.asGood")}
        {changes.map(([what, by]) => t(`whyNot.${what}`, { change: signed(by) })).join(" ")}
      </p>
    </div>
  );
}

/** The figures that would be others; of a slate those of pairs by their own names. */
function changedFigures({ placed, pairs = 0, chosen, steps, floor, total }: PriceView["cost"], mode: Mode) {
  const isSlate = mode === "slate";
  const figures = [
    ["placed", placed],
    ["pairs", isSlate ? pairs : 0],
    ["chosen", chosen],
    ["steps", steps],
    [isSlate ? "pairFloor" : "floor", floor ?? 0],
    [isSlate ? "pairTotal" : "total", total],
  ] as const;
  return figures.filter(([, by]) => by !== 0);
}

function Moves({ lead, moves, mode }: { lead: string | null; moves: readonly Moved[]; mode: Mode }) {
  const moveWords = useMoveWords();
  return (
    <>
      {lead && <p>{lead}</p>}
      <ol className="list-decimal ps-6">
        {moves.map((move) => (
          <li key={move.studentId}>
            <TextLink to={`/coordinator/matches/students/${move.studentId}`}>{move.student}</TextLink>
            {`: ${moveWords(move, mode)}`}
          </li>
        ))}
      </ol>
    </>
  );
}
