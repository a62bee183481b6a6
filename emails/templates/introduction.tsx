import type { TFunction } from "i18next";
import type { MailProps } from "../kinds";
import { Action, Line, MailLink, Small } from "../parts";
import { Greeting, type Writing } from "../template";

export function IntroductionInvitationMail({ t, props }: Writing<"introduction-invitation">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Invitation t={t} props={props} />
    </>
  );
}

export function IntroductionReminderMail({ t, props }: Writing<"introduction-reminder">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.introduction-reminder.again")}</Line>
      <Invitation t={t} props={props} />
    </>
  );
}

/** Says where the address came from, and names the proposer only if they allowed it (a null name otherwise). */
function Invitation({ t, props }: { t: TFunction<"mail">; props: MailProps<"introduction-invitation"> }) {
  const proposer = props.proposerName;
  return (
    <>
      <Line>
        {proposer === null
          ? t("kinds.introduction-invitation.unnamed")
          : t("kinds.introduction-invitation.named", { proposer })}
      </Line>
      <Line>{t("kinds.introduction-invitation.what")}</Line>
      <Line>{t("kinds.introduction-invitation.small")}</Line>
      <Action href={props.link}>{t("kinds.introduction-invitation.action")}</Action>
      <Line>{t("kinds.introduction-invitation.how")}</Line>
      <Small>
        {proposer === null
          ? t("kinds.introduction-invitation.sourceUnnamed")
          : t("kinds.introduction-invitation.sourceNamed", { proposer })}
      </Small>
      <Small>{t("kinds.introduction-invitation.once")}</Small>
      <Small>
        <MailLink href={props.deleteMeLink}>{t("kinds.introduction-invitation.deleteMe")}</MailLink>
      </Small>
    </>
  );
}

export function IntroductionThanksMail({ t, props }: Writing<"introduction-thanks">) {
  return (
    <>
      <Greeting t={t} name={props.familyName} />
      <Line>{t("kinds.introduction-thanks.lead", { mentor: props.mentorName })}</Line>
      <Line>{t("kinds.introduction-thanks.next")}</Line>
      <Action href={props.link}>{t("kinds.introduction-thanks.action")}</Action>
    </>
  );
}

export function IntroductionAnswerMail({ t, props }: Writing<"introduction-answer">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.introduction-answer.asked", { question: props.question })}</Line>
      <Line>{props.answer}</Line>
      <Action href={props.link}>{t("kinds.introduction-answer.action")}</Action>
    </>
  );
}

export function IntroductionPlacedMail({ t, props }: Writing<"introduction-placed">) {
  return (
    <>
      <Greeting t={t} name={props.familyName} />
      <Line>{t("kinds.introduction-placed.lead", { mentor: props.mentorName, school: props.schoolName })}</Line>
      <Line>{t("kinds.introduction-placed.notWho")}</Line>
      <Action href={props.link}>{t("kinds.introduction-placed.action")}</Action>
    </>
  );
}

export function IntroduceLinkMail({ t, props }: Writing<"introduce-link">) {
  return (
    <>
      <Greeting t={t} name={props.familyName} />
      <Line>{t("kinds.introduce-link.lead")}</Line>
      <Action href={props.link}>{t("kinds.introduce-link.action")}</Action>
      <Line>{t("kinds.introduce-link.year")}</Line>
    </>
  );
}

export function MentorWelcomeMail({ t, props }: Writing<"mentor-welcome">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.mentor-welcome.lead", { organisation: props.organisationName })}</Line>
      <Line>{t("kinds.mentor-welcome.next")}</Line>
      <Action href={props.link}>{t("kinds.mentor-welcome.action")}</Action>
      <Line>{t(props.isPosted ? "kinds.mentor-welcome.posted" : "kinds.mentor-welcome.post")}</Line>
    </>
  );
}

/** Says neither who was asked nor why: the school says that in a talk. */
export function ClaimRefusedMail({ t, props }: Writing<"claim-refused">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>{t("kinds.claim-refused.lead", { organisation: props.organisationName })}</Line>
      <Line>{t("kinds.claim-refused.next")}</Line>
      <Action href={props.link}>{t("kinds.claim-refused.action")}</Action>
    </>
  );
}
