import { writeDay } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** What there is none of is left out. */
const WAITING = ["requests", "introductions", "tasks", "conversations"] as const;

export function NeedsYouMail({ t, props }: Writing<"needs-you">) {
  return (
    <>
      <Greeting t={t} name={props.coordinatorName} />
      <Line>{t("kinds.needs-you.lead")}</Line>
      {WAITING.filter((what) => props[what] > 0).map((what) => (
        <Line key={what}>{t(`kinds.needs-you.${what}`, { count: props[what] })}</Line>
      ))}
      <Action href={props.link}>{t("kinds.needs-you.action")}</Action>
    </>
  );
}

export function IntroductionNewsMail({ t, props }: Writing<"introduction-news">) {
  return (
    <>
      <Greeting t={t} name={props.coordinatorName} />
      <Line>{t(`kinds.introduction-news.${props.event}.lead`, { mentor: props.mentorName })}</Line>
      <Action href={props.link}>{t("kinds.introduction-news.action")}</Action>
    </>
  );
}

export function SchoolInvitationMail({ t, props }: Writing<"school-invitation">) {
  return (
    <>
      <Greeting t={t} name={props.adminName} />
      <Line>{t("kinds.school-invitation.lead", { school: props.schoolName })}</Line>
      <Action href={props.link}>{t("kinds.school-invitation.action")}</Action>
      <Line>{t("kinds.school-invitation.next")}</Line>
    </>
  );
}

/** The advisory and the days; of its students nothing. */
export function CoverNewsMail({ t, language, props }: Writing<"cover-news">) {
  const { reader, event, coverName: name, coverAdvisory: advisory, coverBy: by } = props;
  const [from, to] = [writeDay(props.coverFrom, language), writeDay(props.coverTo, language)];
  return (
    <>
      <Greeting t={t} name="" />
      <Line>{t(`kinds.cover-news.${reader}.${event}.lead`, { name, advisory, by, from, to })}</Line>
      <Action href={props.link}>{t("kinds.cover-news.action")}</Action>
    </>
  );
}

export function AdvisorNewsMail({ t, props }: Writing<"advisor-news">) {
  const { event, studentFirstName: student, placementTitle: title, organisationName: organisation } = props;
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t(`kinds.advisor-news.${event}.lead`, { student, title, organisation })}</Line>
      <Action href={props.link}>{t("kinds.advisor-news.action")}</Action>
    </>
  );
}

export function EndorsementAskedMail({ t, props }: Writing<"endorsement-asked">) {
  const { studentFirstName: student, placementTitle: title, organisationName: organisation } = props;
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t("kinds.endorsement-asked.lead", { student, title, organisation })}</Line>
      <Line>{t("kinds.endorsement-asked.next")}</Line>
      <Action href={props.link}>{t("kinds.endorsement-asked.action")}</Action>
    </>
  );
}
