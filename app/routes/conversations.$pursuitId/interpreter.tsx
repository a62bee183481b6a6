import { useTranslation } from "react-i18next";
import type { ShownMessage } from "~/features/conversations/open-conversation.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HeardName } from "~/ui/heard-name";

interface InterpreterProps {
  message: Pick<ShownMessage, "id" | "interpreting">;
  /** Of whom and when the message is, for who hears the buttons of several. */
  which: string;
  reply: FormReply | undefined;
}

/** A person of the school puts a message into the reader's language; no machine does. */
export function Interpreter({ message: { id, interpreting }, which, reply }: InterpreterProps) {
  const { t } = useTranslation("conversations");
  if (interpreting === null) return null;
  if (interpreting !== "may_ask") return <p className="text-small text-ink-soft">{t(`interpreter.${interpreting}`)}</p>;
  return (
    <Form reply={reply} scope={`interpret-${id}`}>
      <input type="hidden" name="messageId" value={id} />
      <Button name="intent" value="interpret" pendingText={t("interpreter.asking")}>
        <span>
          {t("interpreter.ask")}
          <HeardName>{which}</HeardName>
        </span>
      </Button>
    </Form>
  );
}
