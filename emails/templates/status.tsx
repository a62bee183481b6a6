import { writeDay } from "../moments";
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

export function StudentStatusMail({ t, props, toldBy }: Writing<"student-status">) {
  const values = { title: props.placementTitle, organisation: props.organisationName };
  const hasOwnWords = toldBy === "person" && BY_PERSON.includes(props.status);
  return (
    <>
      <Greeting t={t} name={props.studentFirstName} />
      <Line>
        {hasOwnWords
          ? t(`kinds.student-status.byPerson.${props.status as ByPerson}`, values)
          : t(`kinds.student-status.${props.status}.lead`, values)}
      </Line>
      <Action href={props.link}>{t("kinds.student-status.action")}</Action>
    </>
  );
}

type ByPerson = "declined" | "completed" | "answer_recorded";
/** What a mail says of these speaks of the student's page. */
const BY_PERSON: readonly string[] = ["declined", "completed", "answer_recorded"] satisfies ByPerson[];

/** Without title and organisation it says the same and names no place. */
export function FamilyNewsMail({ t, props }: Writing<"family-news">) {
  const { studentFirstName: student, placementTitle: title, organisationName: organisation, event } = props;
  return (
    <>
      <Greeting t={t} name={props.guardianName} />
      <Line>
        {title === null || organisation === null
          ? t(`kinds.family-news.${event}.placeless`, { student })
          : t(`kinds.family-news.${event}.lead`, { student, title, organisation })}
      </Line>
      <Action href={props.link}>{t("kinds.family-news.action")}</Action>
    </>
  );
}

export function OwnRightsMail({ t, props }: Writing<"own-rights">) {
  const { reader, readerName, studentFirstName: student } = props;
  return (
    <>
      <Greeting t={t} name={readerName} />
      <Line>{t(`kinds.own-rights.${reader}.lead`, { student })}</Line>
      <Line>{t(`kinds.own-rights.${reader}.next`, { student })}</Line>
      <Action href={props.link}>{t(`kinds.own-rights.${reader}.action`)}</Action>
    </>
  );
}

export function MentorLeavingMail({ t, language, props }: Writing<"mentor-leaving">) {
  const values = { organisation: props.mentorPlace, day: writeDay(props.mentorLastDay, language) };
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t(`kinds.mentor-leaving.${props.event}.lead`, values)}</Line>
      <Line>{t(`kinds.mentor-leaving.${props.event}.next`)}</Line>
      <Action href={props.link}>{t("kinds.mentor-leaving.action")}</Action>
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
