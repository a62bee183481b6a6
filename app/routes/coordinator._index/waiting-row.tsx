import { useTranslation } from "react-i18next";
import type { Waiting } from "~/features/homes/open-coordinator-home.server";
import { Button, LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { Badge } from "~/ui/status";
import { useText } from "~/ui/use-text";

interface WaitingRowProps {
  item: Waiting;
  timeZone: string;
  reply: FormReply | undefined;
}

/** One thing that waits for the coordinator, since when, and its one action: a press where it is one, else the page where it is done. */
export function WaitingRow({ item, timeZone, reply }: WaitingRowProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const { kind, key, detail, since, to, count } = item;
  const titles = {
    request: item.title,
    introduction: item.title,
    task: text(`home:tasks.kind.${item.taskKind}` as "home:tasks.kind.find_contact"),
    listings: t("coordinator.inReview", { count }),
  };
  const title = titles[kind];
  return (
    <Row
      to={to}
      title={title}
      detail={[detail, t("coordinator.since", { day: formatDayOf(since, i18n.language, timeZone) })]
        .filter(Boolean)
        .join(" · ")}
      status={<Badge tone="wait">{t(`coordinator.kind.${kind}`)}</Badge>}
      actions={
        item.isPress ? (
          <Form reply={reply} scope={key} preventScrollReset>
            <Button
              name="pursuitId"
              value={key}
              pendingText={text("pursuits:desk.approving")}
              aria-label={t("coordinator.actOn", { action: text("pursuits:desk.approve"), title })}
            >
              {text("pursuits:desk.approve")}
            </Button>
          </Form>
        ) : (
          <LinkButton to={to} aria-label={t("coordinator.actOn", { action: t(`coordinator.act.${kind}`), title })}>
            {t(`coordinator.act.${kind}`)}
          </LinkButton>
        )
      }
    />
  );
}
