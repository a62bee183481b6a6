import { writeMoment } from "../moments";
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
