import { Action, Line, MailLink, Small } from "../parts";
import { Greeting, type Writing } from "../template";

/** Each conversation with its own link, and never a word of what stands there. A student knows of whom it is. */
export function ConversationNewsMail({ t, props }: Writing<"conversation-news">) {
  const { conversationList, more, count, schoolName: school } = props;
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t("kinds.conversation-news.lead", { count, school })}</Line>
      {conversationList.map(({ pursuitId, studentFirstName: student, placementTitle: title, ...line }) => (
        <Line key={pursuitId}>
          <MailLink href={line.link}>
            {student === null ? title : t("kinds.conversation-news.with", { student, title })}
          </MailLink>
          <br />
          {t("kinds.conversation-news.messages", { count: line.messages, organisation: line.organisationName })}
        </Line>
      ))}
      {more > 0 && <Line>{t("kinds.conversation-news.more", { count: more })}</Line>}
      <Action href={props.link}>{t("kinds.conversation-news.action")}</Action>
      <Small>{t("kinds.conversation-news.once")}</Small>
    </>
  );
}
