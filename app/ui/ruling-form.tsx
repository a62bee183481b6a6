import { Ban, Lock, LockOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { Badge } from "./status";
import { TextField } from "./text-fields";

/** What coordinators settled about a pair, with the revision that a decision on this page answers to. */
export interface PairRuling {
  ruling: string;
  revision: number;
  reason: string;
  by: string | null;
}

interface RulingFormProps {
  pair: { studentId: string; student: string; listingId: string; title: string };
  ruling: PairRuling | null;
  reply: FormReply | undefined;
  /** Asks why, where there is room for it. */
  withReason?: boolean;
  /** Offers no lock, where no reason could make one hold. */
  withoutLock?: boolean;
}

/**
 * Lock, rule out and release of one pair, after which the page stays where the row is. `data-key` names the buttons for the
 * keys of the board.
 */
export function RulingForm({ pair, ruling, reply, withReason = false, withoutLock = false }: RulingFormProps) {
  const { t } = useTranslation("board");
  const { studentId, listingId, student, title } = pair;
  const stands = standing(ruling);
  const names = { student, title };
  const own = reply?.values?.studentId === studentId && reply?.values?.listingId === listingId ? reply : undefined;
  return (
    <Form reply={own} scope={`${studentId}-${listingId}`} className="space-y-3" preventScrollReset>
      <input type="hidden" name="intent" value="rule" />
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="listingId" value={listingId} />
      <input type="hidden" name="seen" value={ruling?.revision ?? 0} />
      {withReason && stands === null ? (
        <TextField name="reason" label={t("pair.reason")} maxLength={500} />
      ) : (
        <input type="hidden" name="reason" value="" />
      )}
      <div className="flex flex-wrap gap-2">
        {stands === null ? (
          <>
            {!withoutLock && (
              <Button name="ruling" value="locked" icon={Lock} data-key="l" aria-label={t("pair.lockName", names)}>
                {t("pair.lock")}
              </Button>
            )}
            <Button name="ruling" value="forbidden" icon={Ban} data-key="x" aria-label={t("pair.forbidName", names)}>
              {t("pair.forbid")}
            </Button>
          </>
        ) : (
          <Button
            name="ruling"
            value="released"
            icon={LockOpen}
            data-key="l x"
            aria-label={t("pair.releaseName", names)}
          >
            {t("pair.release")}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** What stands, who said so and why. */
export function RulingWords({ ruling }: { ruling: PairRuling | null }) {
  const { t } = useTranslation("board");
  const stands = standing(ruling);
  if (ruling === null || stands === null) return null;
  const by = ruling.by ?? t("pair.somebody");
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Badge tone={stands === "locked" ? "info" : "stop"} icon={stands === "locked" ? Lock : Ban}>
        {t(stands === "locked" ? "pair.locked" : "pair.forbidden")}
      </Badge>
      <span>{t(stands === "locked" ? "pair.lockedBy" : "pair.forbiddenBy", { by })}</span>
      {ruling.reason !== "" && <span className="text-ink-soft">{t("pair.because", { reason: ruling.reason })}</span>}
    </p>
  );
}

function standing(ruling: PairRuling | null): "locked" | "forbidden" | null {
  return ruling?.ruling === "locked" || ruling?.ruling === "forbidden" ? ruling.ruling : null;
}
