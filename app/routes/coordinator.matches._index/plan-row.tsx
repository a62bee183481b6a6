import { Link } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/ui/form-reply";
import { RowHeadingLevel } from "~/ui/heading-level";
import { PairActs } from "./pair-acts";
import { PairWhy } from "./pair-why";
import type { PlanMatch } from "./plan-match";

export interface PlanRowProps {
  /** The pairs of one student, in the order of the plan; one but in a slate. */
  matches: readonly [PlanMatch, ...PlanMatch[]];
  /** The form that the boxes to tick belong to. */
  form: string;
  /** The pair whose box the list of faults leads to, and the id it has then. */
  tick: { id: string; matchId: string } | undefined;
  reply: FormReply | undefined;
}

/** One student of the plan with what it proposes: a pair, or the several of a slate under one name. */
export function PlanRow(props: PlanRowProps) {
  const [first, ...others] = props.matches;
  return others.length === 0 ? <OnePair {...props} match={first} /> : <SeveralPairs {...props} />;
}

function OnePair({ match, ...props }: PlanRowProps & { match: PlanMatch }) {
  const { t } = useTranslation("matching");
  const { ofStudent, student } = match;
  return (
    <PairItem match={match} {...props} className="py-4">
      <StudentName of={match} />
      <p className="text-ink-soft">
        {"→ "}
        <Placement of={match} />
      </p>
      {ofStudent.of > 1 && <p className="text-ink-soft">{t("board.ofSeveral", { ...ofStudent, student })}</p>}
    </PairItem>
  );
}

function SeveralPairs({ matches, ...props }: PlanRowProps) {
  const { t } = useTranslation("board");
  const [first] = matches;
  const { of } = first.ofStudent;
  const several = of > matches.length ? t("several.some", { shown: matches.length, of }) : t("several.all", { of });
  return (
    <li className="pt-4 pb-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StudentName of={first} />
        <span className="text-ink-soft">{several}</span>
      </div>
      <ul aria-label={t("several.label", { student: first.student })} className="divide-y divide-line">
        {matches.map((match) => (
          <PairItem key={match.id} match={match} {...props} className="py-2">
            <p className="text-ink-soft">
              <Placement of={match} />
            </p>
          </PairItem>
        ))}
      </ul>
    </li>
  );
}

interface PairItemProps extends Omit<PlanRowProps, "matches"> {
  match: PlanMatch;
  className: string;
  /** Who and where. */
  children: ReactNode;
}

/** One pair: who or where, why on demand, and what a coordinator may do. */
function PairItem({ match, form, tick, reply, className, children }: PairItemProps) {
  return (
    <li className={`flex flex-wrap items-start justify-between gap-x-6 gap-y-1 ${className}`}>
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        {children}
        <PairWhy match={match} />
      </div>
      <PairActs match={match} form={form} tickId={tick?.matchId === match.id ? tick.id : undefined} reply={reply} />
    </li>
  );
}

function StudentName({ of: { studentId, student, stops } }: { of: PlanMatch }) {
  const Heading = useContext(RowHeadingLevel);
  // Whoever left has no page here any more.
  if (stops === "left") return <Heading className="text-title-3">{student}</Heading>;
  return (
    <Heading className="text-title-3">
      <Link
        to={`/coordinator/matches/students/${studentId}`}
        prefetch="intent"
        className="text-accent underline-offset-4 hover:underline"
      >
        {student}
      </Link>
    </Heading>
  );
}

function Placement({ of: { listingId, title, organisation, mentor } }: { of: PlanMatch }) {
  const { t } = useTranslation("matching");
  return (
    <>
      <Link to={`/coordinator/matches/listings/${listingId}`} className="text-accent underline underline-offset-4">
        {title}
      </Link>
      {` · ${organisation}`}
      {mentor && ` · ${t("pair.mentor", { mentor })}`}
    </>
  );
}
