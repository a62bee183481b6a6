import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Badge } from "~/ui/status";
import { DateField, TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import type { CaseView } from "./view.server";

type Gate = CaseView["gates"][number];

/** What is still needed; a coordinator confirms a row with date and note, a family's row closes by the family's answer. */
export function GateList({
  gates,
  mentorId,
  today,
  reply,
}: {
  gates: readonly Gate[];
  /** The lead mentor, whose checks one of the rows asks for. */
  mentorId: string | null;
  today: string;
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("pursuits");
  return (
    <RowList label={t("case.gates")}>
      {gates.map((gate) => (
        <GateRow
          key={gate.kind}
          gate={gate}
          mentorId={mentorId}
          today={today}
          reply={reply?.values?.kind === gate.kind ? reply : undefined}
        />
      ))}
    </RowList>
  );
}

interface GateRowProps {
  gate: Gate;
  mentorId: string | null;
  today: string;
  reply: FormReply | undefined;
}

function GateRow({ gate, mentorId, today, reply }: GateRowProps) {
  const { t, i18n } = useTranslation(["pursuits", "clearances"]);
  const text = useText();
  const isOpen = gate.state === "open";
  const byConsent = gate.kind.endsWith("_consent");
  return (
    <Row
      title={text(`pursuits:gate.${gate.kind}` as "pursuits:gate.clearance")}
      detail={text(`pursuits:before.${gate.before}` as "pursuits:before.start")}
      status={
        <Badge tone={isOpen ? "wait" : "go"}>{text(`pursuits:case.${gate.state}` as "pursuits:case.open")}</Badge>
      }
    >
      {!isOpen && gate.on && (
        <p className="text-ink-soft">{[formatDay(gate.on, i18n.language), gate.note].filter(Boolean).join(" · ")}</p>
      )}
      {gate.kind === "clearance" && (
        <p>
          <TextLink to={mentorId ? `/coordinator/checks/${mentorId}` : "/coordinator/checks"}>
            {t("clearances:linkAll")}
          </TextLink>
        </p>
      )}
      {isOpen && byConsent && <p className="text-ink-soft">{t("case.byConsent")}</p>}
      {isOpen && !byConsent && (
        <Disclosure summary={t("case.confirm")} open={reply !== undefined}>
          <Form reply={reply} scope={gate.kind}>
            <input type="hidden" name="kind" value={gate.kind} />
            <DateField name="on" label={t("case.on")} required defaultValue={today} max={today} />
            <TextField name="note" label={t("case.gateNote")} required />
            <Button name="intent" value="gate" pendingText={t("case.confirming")}>
              {t("case.confirm")}
            </Button>
          </Form>
        </Disclosure>
      )}
    </Row>
  );
}
