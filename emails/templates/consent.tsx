import { Action, Line, Small } from "../parts";
import { Greeting, type Writing } from "../template";

export function ConsentRequestMail({ t, props, toldBy }: Writing<"consent-request">) {
  const student = props.studentFirstName;
  return (
    <>
      <Greeting t={t} name={props.guardianName} />
      <Line>{t("kinds.consent-request.lead", { student })}</Line>
      <Line>
        {t(toldBy === "mail" ? "kinds.consent-request.ask" : "kinds.consent-request.askByPerson", { student })}
      </Line>
      <Action href={props.link}>{t("kinds.consent-request.action")}</Action>
      <Line>{t("kinds.consent-request.choice", { student })}</Line>
      {toldBy === "mail" && (
        <>
          <Small>{t("kinds.consent-request.how")}</Small>
          <Small>{t("kinds.consent-request.late")}</Small>
        </>
      )}
    </>
  );
}

export function ConsentReminderMail({ t, props }: Writing<"consent-reminder">) {
  return (
    <>
      <Greeting t={t} name={props.guardianName} />
      <Line>{t("kinds.consent-reminder.lead", { student: props.studentFirstName })}</Line>
      <Line>{t("kinds.consent-reminder.ask")}</Line>
      <Action href={props.link}>{t("kinds.consent-reminder.action")}</Action>
      <Line>{t("kinds.consent-reminder.call")}</Line>
    </>
  );
}
