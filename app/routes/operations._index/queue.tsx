import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/disclosure";
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

/** An engine that is away fails everything alike: the first few say it, and leave the rest of the page in sight. */
const SHOWN = 5;

/** One queue: how much waits and since when, and what failed, with its error and the two ways out. */
export function Queue({ depth, oldestAt, troubledCount, troubled, timeZone, reply }: QueueProps) {
  const { t, i18n } = useTranslation("operations");
  const others = troubled.slice(SHOWN);
  return (
    <div className="space-y-6">
      <DescriptionList
        rows={[
          { name: t("waiting"), value: formatNumber(depth, i18n.language) },
          { name: t("oldest"), value: oldestAt && formatMoment(oldestAt, i18n.language, timeZone) },
          { name: t("troubled"), value: formatNumber(troubledCount, i18n.language) },
        ]}
      />
      {troubled.length === 0 ? (
        <p>{t("noTrouble")}</p>
      ) : (
        <>
          <TroubledJobs jobs={troubled.slice(0, SHOWN)} timeZone={timeZone} reply={reply} />
          {others.length > 0 && (
            <Disclosure
              summary={t("others", { count: others.length })}
              open={others.some((job) => isAbout(job, reply))}
            >
              <TroubledJobs jobs={others} timeZone={timeZone} reply={reply} />
            </Disclosure>
          )}
        </>
      )}
    </div>
  );
}

function TroubledJobs({
  jobs,
  timeZone,
  reply,
}: Pick<QueueProps, "timeZone" | "reply"> & { jobs: readonly TroubledJob[] }) {
  const { t, i18n } = useTranslation("operations");
  return (
    <RowList label={t("troubled")}>
      {jobs.map((job) => (
        <Row
          key={job.jobId}
          title={t(job.task === "sync-students" ? "task.sync-students" : "task.sync-placement")}
          status={<Badge tone={job.nextAt ? "wait" : "stop"}>{t(job.nextAt ? "comesAgain" : "givenUp")}</Badge>}
          detail={[
            t("tries", { count: job.attempts }),
            job.nextAt && t("next", { moment: formatMoment(job.nextAt, i18n.language, timeZone) }),
            job.subject,
          ]
            .filter(Boolean)
            .join(" · ")}
          actions={<SettleForm job={job} reply={reply} />}
        >
          <p className="font-mono text-small break-words">{job.error || t("noError")}</p>
        </Row>
      ))}
    </RowList>
  );
}

const isAbout = ({ jobId }: TroubledJob, reply: FormReply | undefined) => reply?.values?.jobId === String(jobId);

function SettleForm({ job, reply }: { job: TroubledJob; reply: FormReply | undefined }) {
  const { t } = useTranslation("operations");
  return (
    <Form reply={isAbout(job, reply) ? reply : undefined}>
      <input type="hidden" name="jobId" value={job.jobId} />
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
