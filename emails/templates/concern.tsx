import { writeDay, writeMoment } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** Only when, and where to read it: a mail is seen on locked screens and by whoever looks over a shoulder. */
export function ConcernWaitsMail({ t, language, props }: Writing<"concern-waits">) {
  return (
    <>
      <Greeting t={t} name="" />
      <Line>{t("kinds.concern-waits.lead", { when: writeMoment(props, language) })}</Line>
      <Line>{t("kinds.concern-waits.next")}</Line>
      <Action href={props.link}>{t("kinds.concern-waits.action")}</Action>
    </>
  );
}

/** Who reads reports never changes in secret. */
export function LeadsChangedMail({ t, language, props }: Writing<"leads-changed">) {
  const { event, leadName: name, leadChangedBy: by, leadFrom } = props;
  return (
    <>
      <Greeting t={t} name="" />
      <Line>{t(`kinds.leads-changed.${event}`, { name, by, day: writeDay(leadFrom, language) })}</Line>
      <Line>{t("kinds.leads-changed.next")}</Line>
      <Action href={props.link}>{t("kinds.leads-changed.action")}</Action>
    </>
  );
}
