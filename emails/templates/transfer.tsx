import { writeDay } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** Without the other school and the day it says the same and names neither. */
export function TransferNewsMail({ t, language, props }: Writing<"transfer-news">) {
  const { reader, event, studentFirstName: student, schoolName: school, otherSchool, firstDay } = props;
  const says = `kinds.transfer-news.${reader}.${event}` as const;
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>
        {otherSchool === null || firstDay === null
          ? t(`${says}.placeless`, { student, school })
          : t(`${says}.lead`, { student, school, otherSchool, day: writeDay(firstDay, language) })}
      </Line>
      <Line>{t(`${says}.next`, { student, school })}</Line>
      <Action href={props.link}>{t("kinds.transfer-news.action")}</Action>
    </>
  );
}
