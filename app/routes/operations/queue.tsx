import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { DescriptionList } from "~/ui/description-list";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment, formatNumber } from "~/ui/format";
import { Badge } from "~/ui/status";

interface TroubledJob {
  jobId: number;
  task: string;
  subject: string;
  attempts: number;
  /** When it is tried again by itself; null when it was given up. */
  nextAt: string | null;
  error: string;
}

interface QueueProps {
  depth: number;
  oldestAt: string | null;
  troubledCount: number;
  troubled: readonly TroubledJob[];
  timeZone: string;
  reply: FormReply | undefined;
}

/** One queue: how much waits and since when, and what failed, with its error and the two ways out. */
export function Queue({ depth, oldestAt, troubledCount, troubled, timeZone, reply }: QueueProps) {
  const { t, i18n } = useTranslation("operations");
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  return (
    <div className="space-y-6">
      <DescriptionList
        rows={[
          { name: t("waiting"), value: formatNumber(depth, i18n.language) },
          { name: t("oldest"), value: oldestAt && moment(oldestAt) },
          { name: t("troubled"), value: formatNumber(troubledCount, i18n.language) },
        ]}
      />
      {troubled.length === 0 ? (
        <p>{t("noTrouble")}</p>
      ) : (
        <RowList label={t("troubled")}>
          {troubled.map((job) => (
            <Row
              key={job.jobId}
              title={t(job.task === "sync-students" ? "task.sync-students" : "task.sync-placement")}
              status={<Badge tone={job.nextAt ? "wait" : "stop"}>{t(job.nextAt ? "comesAgain" : "givenUp")}</Badge>}
              detail={[
                t("tries", { count: job.attempts }),
                job.nextAt && t("next", { moment: moment(job.nextAt) }),
                job.subject,
              ]
                .filter(Boolean)
                .join(" · ")}
              actions={<SettleForm jobId={job.jobId} reply={reply} />}
            >
              <p className="font-mono text-small break-words">{job.error || t("noError")}</p>
            </Row>
          ))}
        </RowList>
      )}
    </div>
  );
}

function SettleForm({ jobId, reply }: { jobId: number; reply: FormReply | undefined }) {
  const { t } = useTranslation("operations");
  const isMine = reply?.values?.jobId === String(jobId);
  return (
    <Form reply={isMine ? reply : undefined}>
      <input type="hidden" name="jobId" value={jobId} />
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="retry" pendingText={t("retrying")}>
          {t("retry")}
        </Button>
        <Button name="intent" value="discard" look="danger" pendingText={t("discarding")}>
          {t("discard")}
        </Button>
      </div>
    </Form>
  );
}
