import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Row, RowList } from "./card";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoment } from "./format";
import { Notice } from "./notice";

interface Held {
  id: string;
  student: string;
  title: string;
  by: string | null;
  until: string;
}

/** Approvals that nobody has heard of yet: undo all or one, or do not wait. */
export function HeldBar({
  held,
  reply,
  timeZone,
}: {
  held: readonly Held[];
  reply: FormReply | undefined;
  timeZone: string;
}) {
  const { t, i18n } = useTranslation("board");
  const own = reply?.values?.intent === "undo" || reply?.values?.intent === "now" ? reply : undefined;
  const [last] = held;
  if (!last) return own ? <Form reply={own} /> : null;
  return (
    <Notice tone="wait" title={t("held.title", { count: held.length })}>
      <Form reply={own} className="space-y-3">
        <p>{t("held.until", { time: formatMoment(last.until, i18n.language, timeZone) })}</p>
        {held.map(({ id }) => (
          <input key={id} type="hidden" name="matchId" value={id} />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="undo" icon={Undo2} pendingText={t("held.undoing")}>
            {t("held.undoAll")}
          </Button>
          <Button name="intent" value="now">
            {t("held.now")}
          </Button>
        </div>
      </Form>
      {held.length > 1 && (
        <div className="mt-3">
          <Disclosure summary={t("held.which")}>
            <RowList label={t("held.which")}>
              {held.map((match) => (
                <Row
                  key={match.id}
                  title={t("held.pair", {
                    student: match.student,
                    title: match.title,
                    by: match.by ?? t("pair.somebody"),
                  })}
                  actions={
                    <Form scope={match.id}>
                      <input type="hidden" name="matchId" value={match.id} />
                      <Button
                        name="intent"
                        value="undo"
                        aria-label={t("held.undoName", { student: match.student, title: match.title })}
                      >
                        {t("held.undo")}
                      </Button>
                    </Form>
                  }
                />
              ))}
            </RowList>
          </Disclosure>
        </div>
      )}
    </Notice>
  );
}
