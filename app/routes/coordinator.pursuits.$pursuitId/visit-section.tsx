import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { DateField, TextArea, TimeField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";
import { CallOffForm, EndVisitForm, replyOf } from "~/ui/visit-forms";
import { VisitList } from "~/ui/visit-list";
import type { CaseView } from "./view.server";

type Visit = CaseView["visits"][number];

interface VisitSectionProps {
  visits: readonly Visit[];
  canPlan: boolean;
  today: string;
  /** Where the placement is, to begin with. */
  place: string;
  timeZone: string;
  reply: FormReply | undefined;
}

/** Interviews and shadow days of a pursuit: plan, date, move, call off, and how they went. */
export function VisitSection({ visits, canPlan, today, place, timeZone, reply }: VisitSectionProps) {
  const { t } = useTranslation("pursuits");
  const planning = reply?.values?.intent === "plan_visit" ? reply : undefined;
  return (
    <Section title={t("visit.title")} lead={t("visit.lead")}>
      {visits.length > 0 && (
        <VisitList visits={visits} timeZone={timeZone} label={t("visit.title")}>
          {(visit) => <VisitActs visit={visit} canPlan={canPlan} today={today} reply={reply} />}
        </VisitList>
      )}
      {canPlan && (
        <div className="mt-4">
          <Disclosure summary={t("visit.plan")} open={planning !== undefined}>
            <Form reply={planning} scope="plan-visit" draft="plan-visit">
              <RadioGroup
                name="visitKind"
                label={t("visit.kind")}
                required
                choices={(["informational_interview", "shadow_day"] as const).map((value) => ({
                  value,
                  label: t(`kind.${value}`),
                }))}
              />
              <TimeFields today={today} place={place} />
              <Button name="intent" value="plan_visit" pendingText={t("visit.saving")}>
                {t("visit.plan")}
              </Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

interface Hours {
  today: string;
  place: string;
  day?: string;
  from?: string;
  to?: string;
}

function TimeFields({ today, place, day, from, to }: Hours) {
  const { t } = useTranslation("pursuits");
  return (
    <>
      <DateField name="day" label={t("visit.day")} required min={today} defaultValue={day} />
      <div className="flex flex-wrap gap-4">
        <TimeField name="from" label={t("visit.from")} required defaultValue={from} />
        <TimeField name="to" label={t("visit.to")} required defaultValue={to} />
      </div>
      <TextArea
        name="place"
        label={t("visit.place")}
        hint={t("visit.placeHint")}
        required
        rows={2}
        defaultValue={place}
      />
    </>
  );
}

function VisitActs({
  visit,
  canPlan,
  today,
  reply,
}: Pick<VisitSectionProps, "canPlan" | "today" | "reply"> & { visit: Visit }) {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  const isComing = visit.state === "proposed" || (visit.state === "dated" && !visit.hasBegun);
  const changing = replyOf(reply, visit.id, "date_visit");
  const { day, from, to, place, waitsFor } = visit;
  return (
    <div className="space-y-2">
      {waitsFor.length > 0 && (
        <p>
          {t("visit.waitsFor", {
            what: formatNames(
              waitsFor.map((gate) => text(`pursuits:gate.${gate}` as "pursuits:gate.clearance")),
              i18n.language,
            ),
          })}
        </p>
      )}
      {visit.state === "dated" && visit.hasBegun && <EndVisitForm visit={visit} reply={reply} />}
      {isComing && canPlan && (
        <Disclosure
          summary={visit.state === "proposed" ? t("visit.date") : t("visit.move")}
          open={changing !== undefined}
        >
          <Form reply={changing} scope={`date-${visit.id}`}>
            <input type="hidden" name="visitId" value={visit.id} />
            <TimeFields today={today} place={place} day={day} from={from} to={to} />
            <Button name="intent" value="date_visit" pendingText={t("visit.saving")}>
              {visit.state === "proposed" ? t("visit.date") : t("visit.move")}
            </Button>
          </Form>
        </Disclosure>
      )}
      {isComing && <CallOffForm visit={visit} reply={reply} says="staff" />}
    </div>
  );
}
