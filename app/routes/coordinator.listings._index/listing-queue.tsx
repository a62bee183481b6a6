import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListingState } from "~/domain/listing/lifecycle";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { type FormReply, fieldId } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { Badge } from "~/ui/status";
import { useText } from "~/ui/use-text";

interface QueueRow {
  id: string;
  title: string;
  organisation: string;
  kind: string;
  seats: number;
  since: string;
  isImported: boolean;
  warnings: number;
  hasMentor: boolean;
}

interface ListingQueueProps {
  rows: readonly QueueRow[];
  state: ListingState;
  /** Of this state, over all pages. */
  total: number;
  words: string;
  timeZone: string;
  reply: FormReply | undefined;
}

/** What the ticked ones can become, by the tab they are in. */
const BULK = { in_review: "publish", published: "pause", paused: "publish", archived: "reopen" } as const;

/** One page of listings, each with a tick; in review also a button for all of them. */
export function ListingQueue({ rows, state, total, words, timeZone, reply }: ListingQueueProps) {
  const { t } = useTranslation("placements");
  const bulk = BULK[state];
  return (
    <Form reply={reply} className="space-y-6">
      <input type="hidden" name="words" value={words} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" name="intent" value={bulk} pendingText={t("form.saving")}>
          {t(`bulk.${bulk}`)}
        </Button>
        {state === "in_review" && total > 1 && (
          <Button name="intent" value="publish_all" pendingText={t("form.saving")}>
            {words ? t("bulk.publishFound", { count: total }) : t("bulk.publishAll", { count: total })}
          </Button>
        )}
        <TickAll />
      </div>
      <RowList label={t(`desk.${state}`)}>
        {rows.map((row, place) => (
          <QueueItem
            key={row.id}
            row={row}
            timeZone={timeZone}
            tickId={place === 0 ? fieldId("listingId") : undefined}
          />
        ))}
      </RowList>
    </Form>
  );
}

function QueueItem({ row, timeZone, tickId }: { row: QueueRow; timeZone: string; tickId: string | undefined }) {
  const { t, i18n } = useTranslation("placements");
  const text = useText();
  const facts = [
    row.organisation,
    text(`pursuits:kind.${row.kind}` as "pursuits:kind.internship"),
    t("seats", { count: row.seats }),
    t("desk.since", { day: formatDayOf(row.since, i18n.language, timeZone) }),
  ];
  return (
    <Row
      to={`/coordinator/listings/${row.id}`}
      title={row.title}
      detail={facts.join(" · ")}
      status={
        <>
          {row.isImported && <Badge tone="info">{t("desk.imported")}</Badge>}
          {row.warnings > 0 && <Badge tone="wait">{t("desk.warnings", { count: row.warnings })}</Badge>}
          {!row.hasMentor && <Badge tone="wait">{t("desk.noMentor")}</Badge>}
        </>
      }
      actions={
        <label className="flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            name="listingId"
            value={row.id}
            id={tickId}
            aria-label={t("desk.tick", { title: row.title })}
            className="size-5"
          />
          {t("desk.tickWord")}
        </label>
      }
    />
  );
}

/** Ticks the whole page; it needs scripts, so it shows with them. */
function TickAll() {
  const { t } = useTranslation("placements");
  const [isScripted, setScripted] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setScripted(true), []);
  if (!isScripted) return null;
  const tick = () => {
    for (const other of box.current?.form?.querySelectorAll<HTMLInputElement>("input[name=listingId]") ?? [])
      other.checked = box.current?.checked === true;
  };
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2">
      <input ref={box} type="checkbox" onChange={tick} className="size-5" />
      {t("bulk.tickAll")}
    </label>
  );
}
