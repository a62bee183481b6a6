import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { useText } from "~/ui/use-text";

interface QueueRow {
  id: string;
  student: string;
  title: string;
  organisation: string;
  kind: string;
  state: string;
  since: string;
  /** An advisor reads it first, so it is approved on its own page, with a note. */
  isWithAdvisor: boolean;
}

interface PursuitQueueProps {
  rows: readonly QueueRow[];
  timeZone: string;
  /** Requests wait for a decision; the other lists are for reading. */
  selectable: boolean;
  reply: FormReply | undefined;
}

/** The queue; while requests wait, each row has its own button and a tick for approving several at once. */
export function PursuitQueue({ rows, timeZone, selectable, reply }: PursuitQueueProps) {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  const list = (
    <RowList label={t("desk.title")}>
      {rows.map((row) => (
        <Row
          key={row.id}
          to={`/coordinator/pursuits/${row.id}`}
          title={`${row.student} → ${row.title}`}
          detail={`${row.organisation} · ${text(`pursuits:kind.${row.kind}` as "pursuits:kind.internship")} · ${t("desk.since", { day: formatDayOf(row.since, i18n.language, timeZone) })}${row.isWithAdvisor ? ` · ${t("desk.withAdvisor")}` : ""}`}
          status={<PursuitBadge state={row.state} />}
          actions={
            selectable &&
            !row.isWithAdvisor && (
              <label className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  name="pursuitId"
                  value={row.id}
                  aria-label={t("desk.pick", { student: row.student, title: row.title })}
                  className="size-5 accent-accent"
                />
                {t("desk.approve")}
              </label>
            )
          }
        />
      ))}
    </RowList>
  );
  if (!selectable) return list;
  return (
    <Form reply={reply}>
      {list}
      <Button look="primary" pendingText={t("desk.approving")}>
        {t("desk.approveSelected")}
      </Button>
    </Form>
  );
}
