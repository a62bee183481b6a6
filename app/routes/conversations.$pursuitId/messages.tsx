import { useTranslation } from "react-i18next";
import type { ConversationPage } from "~/features/conversations/open-conversation.server";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { HeldMessage } from "./held-message";
import { useSpeaker } from "./use-speaker";

interface MessagesProps {
  messages: ConversationPage["messages"];
  timeZone: string;
  mayDecide: boolean;
  reply: FormReply | undefined;
}

/** What was written, the oldest first. Each message is in the language and direction that it was written in. */
export function Messages({ messages, timeZone, mayDecide, reply }: MessagesProps) {
  const { t, i18n } = useTranslation("conversations");
  const speaker = useSpeaker();
  return (
    <Section title={t("list")}>
      {messages.length === 0 ? (
        <p className="text-ink-soft">{t("empty")}</p>
      ) : (
        <ol aria-label={t("list")} className="space-y-4">
          {messages.map((message) => (
            <li
              key={message.id}
              className={`rounded-md border border-line p-4 ${message.isOwn ? "ms-6 bg-accent-soft sm:ms-16" : "me-6 bg-surface sm:me-16"}`}
            >
              <p className="flex flex-wrap items-baseline gap-x-3 text-small">
                <span className="font-semibold">{speaker(message)}</span>
                <time dateTime={message.writtenAt} className="text-ink-soft">
                  {formatMoment(message.writtenAt, i18n.language, timeZone)}
                </time>
              </p>
              <p dir="auto" lang={message.language ?? undefined} className="mt-1 break-words whitespace-pre-line">
                {message.body}
              </p>
              {message.state !== "sent" && (
                <div className="mt-3">
                  <HeldMessage message={message} mayDecide={mayDecide} reply={reply} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
