import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment, formatNumber } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Badge } from "~/ui/status";
import { useMailKind } from "~/ui/use-mail-kind";

interface TroubledMail {
  mailId: string;
  kind: string;
  state: string;
  attempts: number;
  createdAt: string;
  error: string;
  decideAt: string;
}

interface MailQueueProps {
  depth: number;
  oldestAt: string | null;
  waitingSignIns: number;
  waitingForDay: number;
  counts: readonly { state: string; count: number }[];
  replies: readonly { became: "sent" | "held" | "aside" | "given_back" | "dropped" | null; count: number }[];
  fault: { reason: string; since: string } | null;
  pausedUntil: string | null;
  troubled: readonly TroubledMail[];
  timeZone: string;
  reply: FormReply | undefined;
}

/** A service that is away fails all mail alike: the first few say it, and leave the rest of the page in sight. */
const SHOWN = 5;

/** The school's mails: what waits, what became of the others, what keeps all from leaving, and what failed. */
export function MailQueue({ timeZone, reply, ...mail }: MailQueueProps) {
  const { t, i18n } = useTranslation("operations");
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  const count = (number: number) => formatNumber(number, i18n.language);
  const others = mail.troubled.slice(SHOWN);
  return (
    <div className="space-y-6">
      {mail.fault && (
        <Notice tone="stop">{t("mail.fault", { moment: moment(mail.fault.since), reason: mail.fault.reason })}</Notice>
      )}
      {!mail.fault && mail.pausedUntil && (
        <Notice tone="wait">{t("mail.paused", { moment: moment(mail.pausedUntil) })}</Notice>
      )}
      <DescriptionList
        rows={[
          { name: t("waiting"), value: count(mail.depth) },
          { name: t("oldest"), value: mail.oldestAt && moment(mail.oldestAt) },
          { name: t("mail.signIns"), value: count(mail.waitingSignIns) },
          { name: t("mail.forDay"), value: count(mail.waitingForDay) },
          ...mail.counts.map((each) => ({
            key: each.state,
            name: t(`mail.state.${each.state as "sent"}`),
            value: count(each.count),
          })),
          ...mail.replies.map((each) => ({
            key: `reply-${each.became}`,
            name: t(`mail.reply.${each.became ?? "unread"}`),
            value: count(each.count),
          })),
        ]}
      />
      {mail.troubled.length === 0 ? (
        <p>{t("noTrouble")}</p>
      ) : (
        <>
          <TroubledMails mails={mail.troubled.slice(0, SHOWN)} timeZone={timeZone} reply={reply} />
          {others.length > 0 && (
            <Disclosure
              summary={t("others", { count: others.length })}
              open={others.some(({ mailId }) => mailId === reply?.values?.mailId)}
            >
              <TroubledMails mails={others} timeZone={timeZone} reply={reply} />
            </Disclosure>
          )}
        </>
      )}
    </div>
  );
}

interface TroubledMailsProps extends Pick<MailQueueProps, "timeZone" | "reply"> {
  mails: readonly TroubledMail[];
}

function TroubledMails({ mails, timeZone, reply }: TroubledMailsProps) {
  const { t, i18n } = useTranslation("operations");
  return (
    <RowList label={t("troubled")}>
      {mails.map((mail) => (
        <Troubled
          key={mail.mailId}
          mail={mail}
          since={formatMoment(mail.createdAt, i18n.language, timeZone)}
          reply={reply}
        />
      ))}
    </RowList>
  );
}

function Troubled({ mail, since, reply }: { mail: TroubledMail; since: string; reply: FormReply | undefined }) {
  const { t } = useTranslation("operations");
  const kindName = useMailKind();
  const comesAgain = mail.state === "queued" || mail.state === "claimed";
  return (
    <Row
      title={kindName(mail.kind)}
      status={
        <Badge tone={comesAgain ? "wait" : "stop"}>
          {comesAgain ? t("comesAgain") : t(`mail.state.${mail.state as "failed"}`)}
        </Badge>
      }
      detail={[t("tries", { count: mail.attempts }), since].join(" · ")}
      actions={<SettleMail mail={mail} reply={reply} />}
    >
      <p className="font-mono text-small break-words">{mail.error || t("noError")}</p>
    </Row>
  );
}

function SettleMail({ mail, reply }: { mail: TroubledMail; reply: FormReply | undefined }) {
  const { t } = useTranslation("operations");
  const isMine = reply?.values?.mailId === mail.mailId;
  const isInDoubt = mail.state === "needs_person";
  return (
    <Form reply={isMine ? reply : undefined}>
      <input type="hidden" name="mailId" value={mail.mailId} />
      <div className="flex flex-wrap gap-2">
        {isInDoubt ? (
          <LinkButton to={mail.decideAt}>{t("mail.decide")}</LinkButton>
        ) : (
          <Button name="intent" value="retry_mail" pendingText={t("retrying")}>
            {t("retry")}
          </Button>
        )}
        <Button name="intent" value="discard_mail" look="danger" pendingText={t("discarding")}>
          {t("discard")}
        </Button>
      </div>
    </Form>
  );
}
