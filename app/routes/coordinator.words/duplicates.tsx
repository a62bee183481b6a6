import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { useMatchWords } from "~/ui/match-words";

interface Duplicate {
  wordId: string;
  word: string;
  interestId: string;
}

/** Words that say the same, and the choice which one stays. */
export function Duplicates({ groups }: { groups: readonly (readonly Duplicate[])[] }) {
  const { t } = useTranslation("words");
  const { interest } = useMatchWords();
  return (
    <RowList label={t("duplicates")}>
      {groups.map((group) => (
        <Row key={group[0]?.wordId} title={[...new Set(group.map(({ word }) => word))].join(" · ")}>
          <div className="flex flex-wrap gap-3 pt-2">
            {group.map(({ wordId, word, interestId }) => (
              <Form key={wordId} reply={undefined}>
                <input type="hidden" name="wordId" value={wordId} />
                <Button name="intent" value="merge" pendingText={t("adding")}>
                  {t("keep", { word, interest: interest(interestId) })}
                </Button>
              </Form>
            ))}
          </div>
        </Row>
      ))}
    </RowList>
  );
}
