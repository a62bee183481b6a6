import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type HeldApproval, writeHeld } from "~/domain/matching/held-approval";
import { Button } from "./button";
import { Row, RowList } from "./card";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoment } from "./format";
import { Notice } from "./notice";

/** Where the list of what can be undone is led to from further down the page. */
export const heldId = "held";

interface Held {
  approval: HeldApproval;
  student: string;
  title: string;
  by: string | null;
  isOwn: boolean;
  as: "approved" | "suggested";
}

interface HeldBarProps {
  held: readonly Held[];
  reply: FormReply | undefined;
  timeZone: string;
}

/**
 * Approvals that nobody has heard of yet. One's own can be undone together, or carried out without waiting; those of others
 * are named and can be undone one by one, for their two minutes are theirs.
 */
export function HeldBar({ held, reply, timeZone }: HeldBarProps) {
  const { t, i18n } = useTranslation("board");
  const told = reply?.values?.intent === "undo" || reply?.values?.intent === "now" ? reply : undefined;
  const [last] = held;
  if (!last) return told ? <Form reply={told} /> : null;
  const own = held.filter(({ isOwn }) => isOwn);
  const others = held.filter(({ isOwn }) => !isOwn);
  return (
    <section id={heldId} tabIndex={-1} aria-label={t("held.title", { count: held.length })}>
      <Notice tone="wait" title={t("held.title", { count: held.length })}>
        <Form reply={told} className="space-y-3" preventScrollReset>
          <p>{t("held.until", { time: formatMoment(last.approval.until, i18n.language, timeZone) })}</p>
          {own.map(({ approval }) => (
            <input key={approval.matchId} type="hidden" name="held" value={writeHeld(approval)} />
          ))}
          {own.length > 0 && (
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="undo" icon={Undo2} pendingText={t("held.undoing")}>
                {t(others.length > 0 ? "held.undoOwn" : "held.undoAll")}
              </Button>
              <Button name="intent" value="now">
                {t(others.length > 0 ? "held.nowOwn" : "held.now")}
              </Button>
            </div>
          )}
        </Form>
        {own.length > 0 && (
          <div className="mt-3">
            <Disclosure summary={t("held.which")}>
              <HeldList label={t("held.which")} held={own} />
            </Disclosure>
          </div>
        )}
        {others.length > 0 && (
          <div className="mt-3">
            <Disclosure summary={t("held.others")} open={own.length === 0}>
              <HeldList label={t("held.others")} held={others} />
            </Disclosure>
          </div>
        )}
      </Notice>
    </section>
  );
}

function HeldList({ label, held }: { label: string; held: readonly Held[] }) {
  const { t } = useTranslation("board");
  return (
    <RowList label={label}>
      {held.map(({ approval, student, title, by, as }) => (
        <Row
          key={approval.matchId}
          title={t("held.pair", { student, title, by: by ?? t("pair.somebody") })}
          detail={t(`held.as.${as}`)}
          actions={
            <Form scope={approval.matchId} preventScrollReset>
              <input type="hidden" name="held" value={writeHeld(approval)} />
              <Button name="intent" value="undo" aria-label={t("held.undoName", { student, title })}>
                {t("held.undo")}
              </Button>
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
