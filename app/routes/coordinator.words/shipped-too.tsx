import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatChoices } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";

interface ShippedTooProps {
  words: readonly { wordId: string; word: string; interestId: string; shippedFor: readonly string[] }[];
}

/** Words of the school that every school has, too, each with the way to do without the own one. */
export function ShippedToo({ words }: ShippedTooProps) {
  const { t, i18n } = useTranslation("words");
  const { interest } = useMatchWords();
  const namesOf = (ids: readonly string[]) => formatChoices(ids.map(interest), i18n.language);
  return (
    <RowList label={t("shippedToo")}>
      {words.map(({ wordId, word, interestId, shippedFor }) => (
        <Row
          key={wordId}
          title={word}
          detail={
            shippedFor.includes(interestId)
              ? t("shippedSame", { interest: interest(interestId) })
              : t("shippedOther", { others: namesOf(shippedFor), interest: interest(interestId) })
          }
          actions={
            <Form reply={undefined}>
              <input type="hidden" name="wordId" value={wordId} />
              <Button name="intent" value="take_back" pendingText={t("adding")} aria-label={t("takeBackOne", { word })}>
                {t("takeBack")}
              </Button>
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
