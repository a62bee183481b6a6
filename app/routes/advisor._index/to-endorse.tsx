import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

interface ToEndorseProps {
  requests: readonly {
    id: string;
    student: string;
    title: string;
    organisation: string;
    since: string;
    note: string;
  }[];
  timeZone: string;
  reply: FormReply | undefined;
}

/** Requests that wait for the advisor's word, each with its form in place. */
export function ToEndorse({ requests, timeZone, reply }: ToEndorseProps) {
  const { t, i18n } = useTranslation("home");
  if (requests.length === 0) return null;
  return (
    <Section title={t("advisor.endorse.title")} lead={t("advisor.endorse.lead")}>
      <RowList label={t("advisor.endorse.title")}>
        {requests.map(({ id, student, title, organisation, since, note }) => (
          <Row
            key={id}
            title={t("advisor.endorse.of", { student, title })}
            detail={`${organisation} · ${t("coordinator.since", { day: formatDayOf(since, i18n.language, timeZone) })}`}
          >
            {note && (
              <figure>
                <figcaption className="text-ink-soft">{t("advisor.endorse.note")}</figcaption>
                <blockquote className="mt-1 border-s-2 border-line ps-3 whitespace-pre-line">{note}</blockquote>
              </figure>
            )}
            <Form reply={reply?.values?.pursuitId === id ? reply : undefined} scope={id} draft={`endorse-${id}`}>
              <input type="hidden" name="pursuitId" value={id} />
              <TextArea name="note" label={t("advisor.endorse.word")} hint={t("advisor.endorse.wordHint")} rows={2} />
              <div className="flex flex-wrap gap-3">
                <Button look="primary" name="answer" value="endorse" pendingText={t("advisor.endorse.saving")}>
                  {t("advisor.endorse.yes")}
                </Button>
                <Button name="answer" value="doubt" pendingText={t("advisor.endorse.saving")}>
                  {t("advisor.endorse.doubt")}
                </Button>
              </div>
            </Form>
          </Row>
        ))}
      </RowList>
    </Section>
  );
}
