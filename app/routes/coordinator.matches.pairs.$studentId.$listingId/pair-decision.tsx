import { useTranslation } from "react-i18next";
import type { Safeguard } from "~/domain/matching/eligibility";
import type { Stop } from "~/domain/matching/stops-now";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { type PairRuling, RulingForm, RulingWords } from "~/ui/ruling-form";
import { Badge } from "~/ui/status";

interface Decidable {
  student: { id: string; name: string };
  listing: { id: string; title: string };
  ruling: PairRuling | null;
  proposal: { matchId: string; state: string } | null;
  /** Why nothing more is for the student by now; null for what they asked for. */
  stops: Stop | null;
  /** What keeps the student from the place for their safety. */
  safeguard: Safeguard | null;
}

const BARRED = { mentor_suspended: "fault.mentorSuspended", forbidden_pair: "fault.keptApart" } as const;

/** Approve, lock, rule out and release, with room for the reason; what no reason could outweigh is said in their place. */
export function PairDecision({ pair, reply }: { pair: Decidable; reply: FormReply | undefined }) {
  const { t } = useTranslation(["board", "matching"]);
  const { student, listing, ruling, proposal, safeguard, stops } = pair;
  const isProposed = proposal?.state === "proposed" && ruling?.ruling !== "forbidden" && safeguard === null;
  const names = { studentId: student.id, student: student.name, listingId: listing.id, title: listing.title };
  return (
    <div className="space-y-4">
      <RulingWords ruling={ruling} />
      {isProposed && stops && <Badge tone="info">{t(`board:stops.${stops}`)}</Badge>}
      {isProposed && stops === null && (
        <Form reply={reply?.values?.intent === "approve" ? reply : undefined} scope="approve">
          <input type="hidden" name="matchId" value={proposal.matchId} />
          <Button look="primary" name="intent" value="approve" pendingText={t("matching:board.approving")}>
            {t("matching:board.approve")}
          </Button>
        </Form>
      )}
      {safeguard && <Notice tone="stop">{t(BARRED[safeguard])}</Notice>}
      <RulingForm
        key={ruling?.revision ?? 0}
        pair={names}
        ruling={ruling}
        reply={reply}
        withReason
        withoutLock={safeguard !== null}
      />
    </div>
  );
}
