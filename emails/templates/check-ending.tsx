import { writeDay } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

export function CheckEndingMail({ t, language, props }: Writing<"check-ending">) {
  const day = writeDay(props.mentorCheckEndsOn, language);
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>
        {props.mentorCheck === null
          ? t("kinds.check-ending.lead", { school: props.schoolName, day })
          : t("kinds.check-ending.leadOf", { school: props.schoolName, check: props.mentorCheck, day })}
      </Line>
      <Line>{t("kinds.check-ending.next")}</Line>
      <Action href={props.link}>{t("kinds.check-ending.action")}</Action>
    </>
  );
}
