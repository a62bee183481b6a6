import { useTranslation } from "react-i18next";
import type { BlockerCode, Finding } from "~/domain/matching/findings";
import type { WhyNot } from "~/domain/matching/why-not";
import { formatDifference } from "./format";
import { useMatchWords } from "./match-words";
import { SincePlan } from "./since-plan";
import { TextLink } from "./text-link";

interface Moved {
  studentId: string;
  student: string;
  from: string | null;
  to: string | null;
}

export interface WhyNotView {
  code: WhyNot["code"];
  instead: string | null;
  seats: number;
  blockers: readonly Finding<BlockerCode>[];
  price: PriceView | null;
  isLocked: boolean;
  since: { counted: number; left: number };
}

export interface PriceView {
  cost: { placed: number; floor: number | null; total: number };
  chain: readonly Moved[];
  others: readonly Moved[];
}

/** Why the plan does not have a pair, and what it would take to have it: who would go where, and what that costs. */
export function WhyNotWords({ answer }: { answer: WhyNotView }) {
  const { t } = useTranslation("plans");
  const { price, isLocked } = answer;
  return (
    <div className="space-y-3">
      <SincePlan since={answer.since} />
      <Sentence answer={answer} />
      {price ? (
        <PriceWords title={t(isLocked ? "whyNot.release" : "whyNot.lock")} price={price} />
      ) : (
        <p className="text-ink-soft">{t("whyNot.noLock")}</p>
      )}
    </div>
  );
}

function Sentence({ answer: { code, instead, seats, blockers, isLocked } }: { answer: WhyNotView }) {
  const { t } = useTranslation("plans");
  const words = useMatchWords();
  if (code === "in_plan") return <p>{t(isLocked ? "whyNot.locked" : "whyNot.in_plan")}</p>;
  if (code === "full") return <p>{t("whyNot.full", { count: seats })}</p>;
  if (code === "not_eligible")
    return <p>{t("whyNot.not_eligible", { rules: blockers.map(words.blocker).join(" · ") })}</p>;
  if (code === "better_elsewhere" && instead === null) return <p>{t("whyNot.betterWithout")}</p>;
  return <p>{t(`whyNot.${code}`, { title: instead ?? "" })}</p>;
}

/** What would be another way with a lock, or without it: who goes where, and the difference. */
export function PriceWords({ title, price: { cost, chain, others } }: { title: string; price: PriceView }) {
  const { t, i18n } = useTranslation("plans");
  const signed = (points: number) => formatDifference(points, i18n.language);
  const moved = chain.length + others.length;
  return (
    <div className="space-y-2">
      <p>
        <span className="font-semibold">{title}</span>{" "}
        {moved === 0 ? t("whatIf.same") : t("whatIf.moved", { count: moved })}
      </p>
      {chain.length > 0 && <Moves lead={chain.length > 1 ? t("whyNot.chain") : null} moves={chain} />}
      {others.length > 0 && <Moves lead={t("whyNot.others")} moves={others} />}
      <p className="text-ink-soft">
        {t("whyNot.placed", { change: signed(cost.placed) })}{" "}
        {cost.floor !== null && `${t("whyNot.floor", { change: signed(cost.floor) })} `}
        {t("whyNot.total", { change: signed(cost.total) })}
      </p>
    </div>
  );
}

function Moves({ lead, moves }: { lead: string | null; moves: readonly Moved[] }) {
  const { t } = useTranslation("plans");
  return (
    <>
      {lead && <p>{lead}</p>}
      <ol className="list-decimal ps-6">
        {moves.map(({ studentId, student, from, to }) => (
          <li key={studentId}>
            <TextLink to={`/coordinator/matches/students/${studentId}`}>{student}</TextLink>{" "}
            {t("whatIf.move", { from: from ?? t("nobody"), to: to ?? t("nobody") })}
          </li>
        ))}
      </ol>
    </>
  );
}
