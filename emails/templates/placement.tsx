import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

export function PlacementPublishedMail({ t, props, toldBy }: Writing<"placement-published">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.placement-published.lead", { school: props.schoolName })}</Line>
      <Line>{t(`kinds.placement-published.${toldBy === "mail" ? "next" : "nextByPerson"}`)}</Line>
      <Action href={props.link}>{t("kinds.placement-published.action")}</Action>
    </>
  );
}
