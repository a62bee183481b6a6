import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDays } from "~/ui/format";
import { Badge } from "~/ui/status";

interface CoverListProps {
  covers: readonly {
    id: string;
    advisory: string;
    advisor: string;
    name: string;
    from: string;
    to: string;
    isOwn: boolean;
    mayEnd: boolean;
  }[];
  today: string;
  reply: FormReply | undefined;
}

/** Covers of now and to come, each with the way to end it for whoever may. */
export function CoverList({ covers, today, reply }: CoverListProps) {
  const { t, i18n } = useTranslation("home");
  return (
    <RowList label={t("cover.title")}>
      {covers.map(({ id, advisory, advisor, name, from, to, isOwn, mayEnd }) => (
        <Row
          key={id}
          title={isOwn ? t("cover.youCover", { advisory }) : t("cover.covers", { name, advisory })}
          detail={`${advisor} · ${formatDays(from, to, i18n.language)}`}
          status={<Badge tone={from <= today ? "go" : "wait"}>{t(from <= today ? "cover.now" : "cover.coming")}</Badge>}
          actions={
            mayEnd && (
              <Form reply={reply?.values?.coverId === id ? reply : undefined} scope={id} preventScrollReset>
                <input type="hidden" name="intent" value="end" />
                <Button
                  look="danger"
                  name="coverId"
                  value={id}
                  pendingText={t("tasks.saving")}
                  aria-label={t("cover.endOf", { name, advisory })}
                >
                  {t("cover.end")}
                </Button>
              </Form>
            )
          }
        />
      ))}
    </RowList>
  );
}
