import type { MailProps } from "../kinds";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** The link opens nothing by itself: the page behind it mails a code to this same address. */
export function PlaceInvitationMail({ t, props }: Writing<"place-invitation">) {
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t(placeInvitationWords(props, "lead"), { school: props.schoolName })}</Line>
      <Line>{t(`kinds.place-invitation.for.${props.reader}`)}</Line>
      <Action href={props.link}>{t("kinds.place-invitation.action")}</Action>
      <Line>{t("kinds.place-invitation.next")}</Line>
      <Line>
        {t(props.reader === "student" ? "kinds.place-invitation.student.notMe" : "kinds.place-invitation.notMe")}
      </Line>
    </>
  );
}

/** A student is spoken to as one; where a language knows no difference both say the same. */
export function placeInvitationWords<Part extends "subject" | "lead">(
  { reader, event }: Pick<MailProps<"place-invitation">, "reader" | "event">,
  part: Part,
) {
  return reader === "student"
    ? (`kinds.place-invitation.student.${event}.${part}` as const)
    : (`kinds.place-invitation.${event}.${part}` as const);
}
