import type { TFunction } from "i18next";
import { writeDay } from "../moments";
import { Action, Line, Small } from "../parts";
import { Greeting, type Writing } from "../template";

/** To a donor: what they promised, and where to pay it. */
export function GiftPledgedMail({ t, props }: Writing<"gift-pledged">) {
  const purpose = t(`kinds.giftPurpose.${props.purpose}`);
  return (
    <>
      <Greeting t={t} name={props.donorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.gift-pledged.lead", { school: props.schoolName, amount: props.amount, purpose })}</Line>
      <Action href={props.link}>{t("kinds.gift-pledged.action")}</Action>
      <Line>{t("kinds.gift-pledged.next")}</Line>
    </>
  );
}

/** To a donor: the receipt. What a tax office wants to read stands in it. */
export function GiftReceiptMail({ t, language, props }: Writing<"gift-receipt">) {
  const purpose = t(`kinds.giftPurpose.${props.purpose}`);
  return (
    <>
      <Greeting t={t} name={props.donorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.gift-receipt.lead", { school: props.schoolName, amount: props.amount })}</Line>
      <Line>
        {t("kinds.gift-receipt.facts", { amount: props.amount, day: writeDay(props.onDay, language), purpose })}
      </Line>
      <Line>{t("kinds.gift-receipt.next")}</Line>
      <Action href={props.link}>{t("kinds.gift-receipt.action")}</Action>
    </>
  );
}

/** To a donor: what went back to them, and which receipt still counts. */
export function GiftReturnedMail({ t, language, props }: Writing<"gift-returned">) {
  const purpose = t(`kinds.giftPurpose.${props.purpose}`);
  return (
    <>
      <Greeting t={t} name={props.donorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.gift-returned.lead", { school: props.schoolName, amount: props.amount })}</Line>
      <Line>{t("kinds.gift-returned.facts", { day: writeDay(props.onDay, language), purpose })}</Line>
      <Line>{t("kinds.gift-returned.next")}</Line>
      <Action href={props.link}>{t("kinds.gift-returned.action")}</Action>
    </>
  );
}

/** To a donor: their bank did not send the money, and what they can do. */
export function GiftFailedMail({ t, props }: Writing<"gift-failed">) {
  return (
    <>
      <Greeting t={t} name={props.donorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.gift-failed.lead", { school: props.schoolName, amount: props.amount })}</Line>
      <Line>{t("kinds.gift-failed.next")}</Line>
      <Action href={props.link}>{t("kinds.gift-failed.action")}</Action>
    </>
  );
}

/** To a donor: their check came back, and what they can do. */
export function GiftBouncedMail({ t, props }: Writing<"gift-bounced">) {
  return (
    <>
      <Greeting t={t} name={props.donorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.gift-bounced.lead", { school: props.schoolName, amount: props.amount })}</Line>
      <Line>{t("kinds.gift-bounced.next")}</Line>
      <Action href={props.link}>{t("kinds.gift-bounced.action")}</Action>
    </>
  );
}

/** To the contacts of an organisation: would it like to give? */
export function GiveInvitationMail({ t, props }: Writing<"give-invitation">) {
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      {props.isPractice && <Line>{t("kinds.practice.lead")}</Line>}
      <Line>{t("kinds.give-invitation.lead", { school: props.schoolName })}</Line>
      <Action href={props.link}>{t("kinds.give-invitation.action")}</Action>
      <Line>{t("kinds.give-invitation.next")}</Line>
      <Small>{t("kinds.give-invitation.source", { school: props.schoolName })}</Small>
      <Small>{t("kinds.give-invitation.deleteMe")}</Small>
    </>
  );
}

/** The subject of a mail about a gift, which says so first where it is only practice. */
export function ofPractice(t: TFunction<"mail">, { isPractice }: { isPractice: boolean }, subject: string): string {
  return isPractice ? t("kinds.practice.subject", { subject }) : subject;
}
