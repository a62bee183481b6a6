import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** The link opens nothing by itself: the page behind it mails a code to this same address. */
export function PlaceInvitationMail({ t, props }: Writing<"place-invitation">) {
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t(`kinds.place-invitation.${props.event}.lead`, { school: props.schoolName })}</Line>
      <Line>{t(`kinds.place-invitation.for.${props.reader}`)}</Line>
      <Action href={props.link}>{t("kinds.place-invitation.action")}</Action>
      <Line>{t("kinds.place-invitation.next")}</Line>
      <Line>{t("kinds.place-invitation.notMe")}</Line>
    </>
  );
}
