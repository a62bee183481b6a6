import { useTranslation } from "react-i18next";
import type { PlaceInPlan } from "~/domain/matching/place-in-plan";
import { TextLink } from "~/ui/text-link";
import { type WhyNotView, WhyNotWords } from "~/ui/why-not";

interface PlanOfRowProps {
  row: { id: string; title: string; inPlan: PlaceInPlan | null };
  /** The exact answer, for the one row it was asked about. */
  why: { ok: true; value: WhyNotView } | { ok: false; reason: string } | null;
  /** Whether there is a plan to ask. */
  planned: boolean;
  titleOf: (listingId: string) => string;
}

/** What the plan says of one place for the student in a line, and the way to the exact answer, which has its own address. */
export function PlanOfRow({ row: { id, title, inPlan }, why, planned, titleOf }: PlanOfRowProps) {
  const { t } = useTranslation(["matching", "plans"]);
  if (!planned) return null;
  const anchor = `why-${id}`;
  return (
    <div id={anchor} className="space-y-2 text-ink-soft">
      {inPlan && <Line place={inPlan} titleOf={titleOf} />}
      {why === null && inPlan?.code !== "proposed" && (
        <p>
          <TextLink to={`?why=${id}#${anchor}`}>
            {t("plans:whyNot.ask")}
            <span className="heard-only">{t("plans:whyNot.askOf", { title })}</span>
          </TextLink>
        </p>
      )}
      {/* There before the answer is, so that a screen reader says it when it comes. */}
      <div role="status">
        {why?.ok && <WhyNotWords answer={why.value} />}
        {why?.ok === false && (
          <p>{t(why.reason === "plan_does_not_open" ? "plans:noPlan.shutText" : "plans:whyNot.unknown_pair")}</p>
        )}
      </div>
    </div>
  );
}

function Line({ place, titleOf }: { place: PlaceInPlan; titleOf: (listingId: string) => string }) {
  const { t } = useTranslation("matching");
  if (place.code === "seats_go_to_others") return <p>{t("student.inPlan.seatsGoToOthers", { count: place.seats })}</p>;
  if (place.code === "elsewhere") return <p>{t("student.inPlan.elsewhere", { title: titleOf(place.listingId) })}</p>;
  return <p>{t("student.inPlan.proposed")}</p>;
}
