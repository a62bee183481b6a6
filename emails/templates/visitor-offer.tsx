import { Action, Line, MailLink, Small } from "../parts";
import { Greeting, type Writing } from "../template";

/** Anybody can type anybody's address: the mail has no word of theirs in it. */
export function VisitorOfferLinkMail({ t, props }: Writing<"visitor-offer-link">) {
  return (
    <>
      <Greeting t={t} name="" />
      <Line>{t("kinds.visitor-offer-link.lead", { school: props.schoolName })}</Line>
      <Line>{t("kinds.visitor-offer-link.next")}</Line>
      <Action href={props.link}>{t("kinds.visitor-offer-link.action")}</Action>
      <Line>{t("kinds.visitor-offer-link.keep")}</Line>
      <Small>
        <MailLink href={props.link}>{t("kinds.visitor-offer-link.notMe")}</MailLink>
      </Small>
    </>
  );
}

export function VisitorOfferNewsMail({ t, props }: Writing<"visitor-offer-news">) {
  return (
    <>
      <Greeting t={t} name={props.coordinatorName} />
      <Line>{t(`kinds.visitor-offer-news.${props.event}.lead`, { organisation: props.organisationName })}</Line>
      <Action href={props.link}>{t("kinds.visitor-offer-news.action")}</Action>
    </>
  );
}
