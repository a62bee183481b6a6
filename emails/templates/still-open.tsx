import { writeDay } from "../moments";
import { numbered } from "../numbered";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

export function StillOpenMail({ t, language, props, toldBy }: Writing<"still-open">) {
  const { placementTitles: titles, schoolName: school } = props;
  const day = writeDay(props.mentorAnswerBy, language);
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.still-open.lead", { school, count: titles.length })}</Line>
      {numbered(titles).map(({ key, text }) => (
        <Line key={key}>{t("kinds.still-open.one", { title: text })}</Line>
      ))}
      <Line>{t("kinds.still-open.until", { day })}</Line>
      {toldBy === "mail" && <Action href={props.link}>{t("kinds.still-open.action")}</Action>}
    </>
  );
}
