import { useTranslation } from "react-i18next";
import type { ConversationPage, ShownMessage } from "~/features/conversations/open-conversation.server";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Pictures } from "~/ui/pictures";
import { TextLink } from "~/ui/text-link";
import { HeldMessage } from "./held-message";
import { Interpreter } from "./interpreter";
import { Late } from "./late";
import { LeftOutFiles } from "./left-out-files";
import { useSpeaker } from "./use-speaker";

interface MessagesProps {
  page: ConversationPage;
  /** The answer to a form about one of the messages. */
  reply: FormReply | undefined;
}

/**
 * What was written, the oldest first, and before it what waits for the school and stands on no page that is shown. The answer about a
 * message that is not drawn any more stands before them.
 */
export function Messages({ page, reply }: MessagesProps) {
  const { t } = useTranslation("conversations");
  const isDrawn = [...page.waiting, ...page.messages].some(({ id }) => id === reply?.values?.messageId);
  return (
    <>
      {!isDrawn && <Late reply={reply} />}
      {page.waiting.length > 0 && (
        <Section title={t("held.further")}>
          <List label={t("held.further")} messages={page.waiting} page={page} reply={reply} />
        </Section>
      )}
      <Section title={t("list")}>
        {page.messages.length === 0 ? (
          <p className="text-ink-soft">{t("empty")}</p>
        ) : (
          <List label={t("list")} messages={page.messages} page={page} reply={reply} />
        )}
        <Pagination page={page.page} pages={page.pages} />
      </Section>
    </>
  );
}

/** Each message is in the language and direction that it was written in. */
function List({ label, messages, page, reply }: MessagesProps & { label: string; messages: readonly ShownMessage[] }) {
  const { t, i18n } = useTranslation("conversations");
  const speaker = useSpeaker();
  const may = { decide: page.can.decide, release: page.standing === "open" };
  const photos = page.photos && { photos: page.photos, student: page.about.student };
  return (
    <ol aria-label={label} className="space-y-4">
      {messages.map((message) => {
        const who = speaker(message);
        const when = formatMoment(message.writtenAt, i18n.language, page.school.timeZone);
        const own = reply?.values?.messageId === message.id ? reply : undefined;
        return (
          <li
            key={message.id}
            className={`rounded-md border border-line p-4 ${message.isOwn ? "ms-6 bg-accent-soft sm:ms-16" : "me-6 bg-surface sm:me-16"}`}
          >
            <p className="flex flex-wrap items-baseline gap-x-3 text-small">
              <span className="font-semibold">{who}</span>
              <time dateTime={message.writtenAt} className="text-ink-soft">
                {when}
              </time>
            </p>
            {message.body !== "" && (
              <p dir="auto" lang={message.language ?? undefined} className="mt-1 break-words whitespace-pre-line">
                {message.body}
              </p>
            )}
            <Pictures
              at={message.pictures.map(({ id, bytes }) => ({
                address: `/conversations/${page.pursuitId}/messages/${message.id}/${id}`,
                bytes,
              }))}
              unfolded={message.state === "held" && page.can.decide}
              show={message.picturesShow}
              language={message.language}
            />
            <LeftOutFiles leftOut={message.leftOut} />
            {!message.isOwn && (
              <p className="mt-2 text-small">
                <TextLink to={`/concern?conversation=${page.pursuitId}&message=${message.id}`}>
                  {t("reportThis")}
                  <HeardName>{`${who}, ${when}`}</HeardName>
                </TextLink>
              </p>
            )}
            {message.interpreting !== null && (
              <div className="mt-3">
                <Interpreter
                  message={message}
                  which={`${who}, ${when}`}
                  reply={own?.values?.intent === "interpret" ? own : undefined}
                />
              </div>
            )}
            {(message.state !== "sent" || (own && own.values?.intent !== "interpret")) && (
              <div className="mt-3">
                <HeldMessage message={message} which={`${who}, ${when}`} may={may} photos={photos} reply={own} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
