import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

export function PursuitNewsMail({ t, props }: Writing<"pursuit-news">) {
  const values = { student: props.studentFirstName, title: props.placementTitle, organisation: props.organisationName };
  return (
    <>
      <Greeting t={t} name={props.coordinatorName} />
      <Line>{t(`kinds.pursuit-news.${props.event}.lead`, values)}</Line>
      <Action href={props.link}>{t("kinds.pursuit-news.action")}</Action>
    </>
  );
}

export function StudentStatusMail({ t, props }: Writing<"student-status">) {
  const values = { title: props.placementTitle, organisation: props.organisationName };
  return (
    <>
      <Greeting t={t} name={props.studentFirstName} />
      <Line>{t(`kinds.student-status.${props.status}.lead`, values)}</Line>
      <Action href={props.link}>{t("kinds.student-status.action")}</Action>
    </>
  );
}

export function MentorStatusMail({ t, props }: Writing<"mentor-status">) {
  const values = { student: props.studentFirstName, title: props.placementTitle };
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t(`kinds.mentor-status.${props.status}.lead`, values)}</Line>
      <Action href={props.link}>{t("kinds.mentor-status.action")}</Action>
    </>
  );
}
