import { useTranslation } from "react-i18next";
import type { FormReply } from "./form-reply";
import { Section } from "./page";
import { CallOffForm, EndVisitForm } from "./visit-forms";
import { type VisitLine, VisitList } from "./visit-list";

interface HostVisitsProps {
  visits: readonly (VisitLine & { hasBegun: boolean })[];
  timeZone: string;
  reply: FormReply | undefined;
}

/** The days on which a student comes, for the host: call one off, or say how it went. */
export function HostVisits({ visits, timeZone, reply }: HostVisitsProps) {
  const { t } = useTranslation("pursuits");
  if (visits.length === 0) return null;
  return (
    <Section title={t("visit.titleHost")} lead={t("visit.leadHost")}>
      <VisitList visits={visits} timeZone={timeZone} label={t("visit.titleHost")}>
        {(visit) => {
          if (visit.state !== "dated") return null;
          if (visit.hasBegun) return <EndVisitForm visit={visit} reply={reply} />;
          return <CallOffForm visit={visit} reply={reply} says="host" />;
        }}
      </VisitList>
    </Section>
  );
}
