import { useTranslation } from "react-i18next";
import type { HeldWordsPage } from "~/features/conversations/open-held-words.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HeardName } from "~/ui/heard-name";

interface WordListProps {
  label: string;
  words: readonly (HeldWordsPage["dropped"][number] & { isOwn?: boolean })[];
  /** What may be said of each. */
  intent: "hold" | "let";
  reply: FormReply | undefined;
}

/** Words with what each stood in lately, and the way to let it pass or to hold it again. */
export function WordList({ label, words, intent, reply }: WordListProps) {
  const { t } = useTranslation("conversations");
  return (
    <RowList label={label}>
      {words.map(({ phrase, language, messages, isOwn }) => (
        <Row
          key={phrase}
          title={
            <span dir="auto" lang={language}>
              {phrase}
            </span>
          }
          detail={[isOwn && t("words.own"), t("words.messages", { count: messages })].filter(Boolean).join(" · ")}
          actions={
            <Form scope={phrase} reply={reply?.values?.phrase === phrase ? reply : undefined}>
              <input type="hidden" name="phrase" value={phrase} />
              <input type="hidden" name="language" value={language} />
              <Button name="intent" value={intent} pendingText={t("words.letting")}>
                <span>
                  {t(`words.${intent}`)}
                  <HeardName>{phrase}</HeardName>
                </span>
              </Button>
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
