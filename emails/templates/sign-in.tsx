import { Action, Code, Line, Small } from "../parts";
import { Greeting, type Writing } from "../template";

export function SignInMail({ t, props }: Writing<"sign-in">) {
  return (
    <>
      <Line>{t("kinds.sign-in.lead")}</Line>
      <Code>{props.code}</Code>
      <Line>{t("kinds.sign-in.link")}</Line>
      <Action href={props.link}>{t("kinds.sign-in.action")}</Action>
      <Small>{t("kinds.sign-in.minutes", { count: props.minutes })}</Small>
      <Small>{t("kinds.sign-in.careful")}</Small>
    </>
  );
}

/** To whom staff let in with this address; the page behind the link mails a code there. */
export function SignInAddressMail({ t, props }: Writing<"sign-in-address">) {
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t("kinds.sign-in-address.lead", { school: props.schoolName })}</Line>
      <Line>{t("kinds.sign-in-address.next")}</Line>
      <Action href={props.link}>{t("kinds.sign-in-address.action")}</Action>
      <Line>{t("kinds.sign-in-address.notMe")}</Line>
    </>
  );
}
