import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { LONGEST_REFUSAL } from "~/domain/people/transfer";
import type { listArrivals } from "~/features/transfers/list-arrivals.server";
import { Button } from "~/ui/button";
import { Checkbox, Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { SentenceWithPhone } from "~/ui/phone-link";
import { NumberField, TextArea, TextField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";

type View = SerializeFrom<Extract<Awaited<ReturnType<typeof listArrivals>>, { ok: true }>["value"]>;

interface ArrivalProps extends Pick<View, "advisories" | "today"> {
  arrival: View["arrivals"][number];
  reply: FormReply | undefined;
}

/** One student who is announced: who says so, from when, and the two answers. */
export function Arrival({ arrival, advisories, today, reply }: ArrivalProps) {
  const { t, i18n } = useTranslation("transfers");
  const { id, name, firstDay, fromSchool, help, asksFirst, namesakes } = arrival;
  const own = reply?.values?.transferId === id ? reply : undefined;
  const day = formatDay(firstDay, i18n.language, { withYear: true });
  const facts = [t("arrivals.from", { school: fromSchool }), t("arrivals.firstDay", { day })];
  return (
    <Section title={name} lead={facts.join(" · ")}>
      <div className="space-y-4">
        {firstDay < today && <Notice tone="wait">{t("arrivals.late")}</Notice>}
        {asksFirst && <Notice tone="stop">{t("arrivals.asksFirst")}</Notice>}
        {namesakes.length > 0 && (
          <Notice tone="wait">{t("arrivals.same", { names: namesakes.map((known) => known.name).join(", ") })}</Notice>
        )}
        <p>
          <SentenceWithPhone
            sentence={t("arrivals.call", { name: help.name, phone: formatPhone(help.phone) })}
            phone={help.phone}
          />
        </p>
        <Receive {...{ id, name, advisories }} isKnown={namesakes.length > 0} reply={own} />
        <Refuse {...{ id, name }} reply={own} />
      </div>
    </Section>
  );
}

interface ReceiveProps extends Pick<View, "advisories"> {
  id: string;
  name: string;
  isKnown: boolean;
  reply: FormReply | undefined;
}

function Receive({ id, name, advisories, isKnown, reply }: ReceiveProps) {
  const { t } = useTranslation("transfers");
  const text = useText();
  const own = reply?.values?.intent === "receive" ? reply : undefined;
  const choices = advisories.map(({ id: value, ...row }) => ({ value, label: `${row.name} (${row.advisor})` }));
  return (
    <Disclosure summary={t("arrivals.receive", { name })} open={own !== undefined}>
      <p>{t("arrivals.along")}</p>
      <Form reply={own} scope={`receive-${id}`}>
        <input type="hidden" name="transferId" value={id} />
        {isKnown && <Checkbox name="isAnother" label={text("people:new.another")} />}
        <NumberField name="grade" required label={text("people:new.grade")} />
        <TextField
          name="studentNumber"
          label={text("people:new.number")}
          hint={text("people:new.numberHint")}
          maxLength={40}
          autoComplete="off"
        />
        <Select
          name="advisoryId"
          label={text("people:new.advisory")}
          choices={choices}
          emptyLabel={text("people:new.noAdvisory")}
        />
        <Button look="primary" name="intent" value="receive" pendingText={t("pending")}>
          {t("arrivals.go")}
        </Button>
      </Form>
    </Disclosure>
  );
}

function Refuse({ id, name, reply }: Omit<ReceiveProps, "advisories" | "isKnown">) {
  const { t } = useTranslation("transfers");
  const own = reply?.values?.intent === "refuse" ? reply : undefined;
  return (
    <Disclosure summary={t("arrivals.refuse", { name })} open={own !== undefined}>
      <Form reply={own} scope={`refuse-${id}`}>
        <input type="hidden" name="transferId" value={id} />
        <TextArea
          name="reason"
          required
          rows={2}
          maxLength={LONGEST_REFUSAL}
          label={t("arrivals.why")}
          hint={t("arrivals.whyHint")}
        />
        <Button name="intent" value="refuse" pendingText={t("pending")}>
          {t("arrivals.refuseGo")}
        </Button>
      </Form>
    </Disclosure>
  );
}
