import { useContext } from "react";
import { Action, Line, MailLink, Small } from "../parts";
import { Greeting, IsPart, type Writing } from "../template";

/** Each conversation with its own link, and never a word of what stands there. A student knows of whom it is. */
export function ConversationNewsMail(writing: Writing<"conversation-news">) {
  return <ConversationNews {...writing} />;
}

/**
 * An answer to the mail of a day would belong to no conversation, so there each has its own address: behind a word, and only in the text part
 * to read, as nobody types forty letters.
 */
function ConversationNews({ t, props }: Writing<"conversation-news">) {
  const { conversationList, more, count, schoolName: school } = props;
  const isAnswered = conversationList.some(({ replyTo }) => replyTo !== null);
  const isPart = useContext(IsPart);
  const isOne = conversationList.length === 1 && more === 0 && !isPart;
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
          {line.pictures > 0 && (
            <>
              <br />
              {t("kinds.conversation-news.pictures", { count: line.pictures })}
            </>
          )}
          {line.replyTo !== null && !isOne && (
            <>
              <br />
              <MailLink href={`mailto:${line.replyTo}`}>{t("kinds.conversation-news.to")}</MailLink>
            </>
          )}
        </Line>
      ))}
      {more > 0 && <Line>{t("kinds.conversation-news.more", { count: more })}</Line>}
      <Action href={props.link}>{t("kinds.conversation-news.action")}</Action>
      {isAnswered && <Line>{t(isOne ? "kinds.conversation-news.answer" : "kinds.conversation-news.answers")}</Line>}
      {isAnswered && <Small>{t("kinds.conversation-news.relay")}</Small>}
      <Small>{t("kinds.conversation-news.once")}</Small>
    </>
  );
}

/** What was written is not quoted: the mailbox may be a household's. */
export function ReplyReturnedMail({ t, props }: Writing<"reply-returned">) {
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t(`kinds.reply-returned.${props.event}`)}</Line>
      <Action href={props.link}>
        {t(props.event === "elsewhere" ? "kinds.reply-returned.page" : "kinds.reply-returned.action")}
      </Action>
    </>
  );
}
