import { Action, Code, Line, Small } from "../parts";
import type { Writing } from "../template";

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
