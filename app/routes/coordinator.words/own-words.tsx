import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatDayOf } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";
import { Badge } from "~/ui/status";

interface OwnWord {
  wordId: string;
  interestId: string;
  word: string;
  addedAt: string;
  addedBy: string | null;
  isInUse: boolean;
  mergedInto: string | null;
  hasMerged: boolean;
}

/** The school's own words, each with the way to take it back or to bring it back. */
export function OwnWords({ words, timeZone }: { words: readonly OwnWord[]; timeZone: string }) {
  const { t, i18n } = useTranslation("words");
  const { interest } = useMatchWords();
  if (words.length === 0) return <p>{t("none")}</p>;
  return (
    <RowList label={t("own")}>
      {words.map(({ wordId, interestId, word, addedAt, addedBy, isInUse, mergedInto, hasMerged }) => (
        <Row
          key={wordId}
          title={word}
          status={
            isInUse ? undefined : (
              <Badge tone="wait">{mergedInto ? t("merged", { word: mergedInto }) : t("takenBack")}</Badge>
            )
          }
          detail={[
            t("means", { interest: interest(interestId) }),
            addedBy ? t("by", { who: addedBy }) : null,
            formatDayOf(addedAt, i18n.language, timeZone),
          ]
            .filter(Boolean)
            .join(" · ")}
          actions={
            <Form reply={undefined} className="flex flex-wrap gap-3">
              <input type="hidden" name="wordId" value={wordId} />
              {hasMerged && (
                <Button
                  name="intent"
                  value="undo_merge"
                  pendingText={t("adding")}
                  aria-label={t("undoMergeOne", { word })}
                >
                  {t("undoMerge")}
                </Button>
              )}
              <Button
                name="intent"
                value={isInUse ? "take_back" : "bring_back"}
                pendingText={t("adding")}
                aria-label={t(isInUse ? "takeBackOne" : "bringBackOne", { word })}
              >
                {t(isInUse ? "takeBack" : "bringBack")}
              </Button>
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
