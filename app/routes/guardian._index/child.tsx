import { useTranslation } from "react-i18next";
import type { CallOutcome } from "~/domain/first-call/outcome";
import type { NextStep, WhoActs } from "~/domain/pursuit/next-step";
import { AnsweredConsents } from "~/ui/answered-consents";
import { Row, RowList } from "~/ui/card";
import { formatDayOf } from "~/ui/format";
import { type MeetingLine, MeetingList } from "~/ui/meeting-list";
import { Section } from "~/ui/page";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { type VisitLine, VisitList } from "~/ui/visit-list";
import { AskedTo } from "./asked-to";
import { FamilyNext } from "./family-next";

interface ChildProps {
  child: {
    id: string;
    name: string;
    decidesAlone: boolean;
    maySeeRecords: boolean;
    sharesProfile: boolean;
    pursuits: readonly {
      id: string;
      state: string;
      kind: string;
      title: string | null;
      organisation: string | null;
      hasConversation: boolean;
      next: { step: NextStep; by: WhoActs };
      lastCall: { outcome: CallOutcome; at: string } | null;
    }[];
    meetings: readonly MeetingLine[];
    /** Talks to which they are asked to come, for who may not read here when and where. */
    askedTo: readonly { id: string; with: string }[];
    visits: readonly (VisitLine & { organisation: string })[];
    consents: readonly { id: string; purpose: string; state: string }[];
  };
}

interface SchoolOfChild {
  timeZone: string;
  helpName: string;
  helpPhone: string;
}

/** One child: where it stands, and what this guardian has answered. */
export function Child({ child, school }: ChildProps & { school: SchoolOfChild }) {
  const { timeZone } = school;
  const { t } = useTranslation("consent");
  const text = useText();
  const answered = child.consents.filter((consent) => consent.state !== "requested");
  return (
    <Section title={child.name}>
      {child.meetings.length > 0 && (
        <div className="mb-6">
          <MeetingList meetings={child.meetings} timeZone={timeZone} reader="guardian" />
        </div>
      )}
      {child.askedTo.length > 0 && (
        <div className="mb-6">
          <AskedTo meetings={child.askedTo} school={school} />
        </div>
      )}
      <Pursuits child={child} timeZone={timeZone} />
      {child.visits.length > 0 && (
        <div className="mt-6">
          <VisitList visits={child.visits} timeZone={timeZone} label={t("home.visits")}>
            {({ organisation }) => <p className="text-ink-soft">{t("home.at", { organisation })}</p>}
          </VisitList>
        </div>
      )}
      {child.sharesProfile && (
        <p className="mt-3">
          <TextLink to={`/profiles/${child.id}`}>{text("interests:shared.open")}</TextLink>
        </p>
      )}
      {answered.length > 0 && (
        <div className="mt-6">
          <AnsweredConsents consents={answered} base="/guardian/consents" />
        </div>
      )}
    </Section>
  );
}

function Pursuits({ child, timeZone }: ChildProps & { timeZone: string }) {
  const { t, i18n } = useTranslation("consent");
  const text = useText();
  const { name, decidesAlone, maySeeRecords, pursuits } = child;
  const isAsked = child.consents.some(({ state }) => state === "requested");
  if (decidesAlone && !maySeeRecords) return <p className="text-ink-soft">{t("home.decidesAlone", { name })}</p>;
  if (!maySeeRecords) return <p className="text-ink-soft">{t("home.noRecords")}</p>;
  if (pursuits.length === 0) return <p className="text-ink-soft">{t("home.none")}</p>;
  return (
    <RowList label={t("home.going")}>
      {pursuits.map((pursuit) => (
        <Row
          key={pursuit.id}
          title={pursuit.title ?? text(`pursuits:kind.${pursuit.kind}` as "pursuits:kind.internship")}
          detail={pursuit.organisation ? t("home.at", { organisation: pursuit.organisation }) : t("home.hidden")}
          status={<PursuitBadge state={pursuit.state} />}
        >
          <FamilyNext next={pursuit.next} name={name} isAsked={isAsked} />
          {pursuit.lastCall && (
            <p className="text-ink-soft">
              {text(`coach:family.${pursuit.lastCall.outcome}`, {
                day: formatDayOf(pursuit.lastCall.at, i18n.language, timeZone),
              })}
            </p>
          )}
          {pursuit.hasConversation && (
            <TextLink to={`/conversations/${pursuit.id}`}>{text("conversations:link")}</TextLink>
          )}
        </Row>
      ))}
    </RowList>
  );
}
