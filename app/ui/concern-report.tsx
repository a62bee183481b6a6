import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Row, RowList } from "./card";
import { Checkbox, CheckboxGroup, Select } from "./choice-fields";
import { EmergencyNumbers, type ShownNumber } from "./emergency-numbers";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoment, formatNames } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { TextArea, TextField } from "./text-fields";
import { TextLink } from "./text-link";

interface ReportSchool {
  id: string;
  name: string;
  helpName: string;
  helpPhone: string;
  timeZone: string;
  numbers: readonly ShownNumber[];
  leads: readonly string[];
  readBy: string;
  people: readonly { value: string; name: string }[];
  /** Those who would read it and can be ticked. */
  readers: readonly { value: string; name: string }[];
}

interface Reported {
  pursuitId: string;
  schoolId: string;
  title: string;
  message: { id: string; role: string; name: string; writtenAt: string } | null;
}

interface ConcernReportProps {
  schools: readonly ReportSchool[];
  /** The conversation that it is about, and one message of it. */
  reported: Reported | null;
  receipts: readonly { id: string; number: string; raisedAt: string; readBy: string; timeZone: string }[];
  formKey: string;
  reply: FormReply | null | undefined;
}

/** Whom to call, the short form, who reads it, and the reader's own receipts. Nothing typed stays on the device. */
export function ConcernReport({ schools, reported, receipts, formKey, reply }: ConcernReportProps) {
  const { t } = useTranslation("concerns");
  const people = schools.flatMap(({ people }) => people);
  const readers = schools.flatMap(({ readers, name: school }) =>
    readers.map(({ value, name }) => ({ value, label: schools.length > 1 ? `${name} · ${school}` : name })),
  );
  const numbers = [...new Map(schools.flatMap((school) => school.numbers).map((each) => [each.phone, each])).values()];
  return (
    <>
      <EmergencyNumbers numbers={numbers} />
      <Form key={receipts.length} reply={reply} autoComplete="off">
        <input type="hidden" name="formKey" value={String(reply?.values?.formKey ?? formKey)} />
        {reported && <About reported={reported} timeZone={schools[0]?.timeZone ?? "UTC"} />}
        {schools.length > 1 && (
          <Select
            name="schoolId"
            label={t("field.school")}
            required
            emptyLabel=""
            choices={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          name="body"
          label={t("field.body")}
          hint={t("field.bodyHint")}
          maxLength={5000}
          rows={6}
          required
          autoComplete="off"
        />
        {people.length > 0 && (
          <Select
            name="about"
            label={t("field.about")}
            hint={t("field.aboutHint")}
            emptyLabel={t("field.aboutNobody")}
            choices={people.map(({ value, name }) => ({ value, label: name }))}
          />
        )}
        {readers.length > 0 && (
          <CheckboxGroup
            name="aboutReaders"
            label={t("field.aboutReaders")}
            hint={t("field.aboutReadersHint")}
            choices={readers}
          />
        )}
        <TextField
          name="aboutName"
          label={t("field.aboutName")}
          hint={t("field.aboutNameHint")}
          maxLength={300}
          autoComplete="off"
        />
        <Checkbox name="mayCall" label={t("field.mayCall")} />
        <TextField
          name="callPhone"
          type="tel"
          label={t("field.callPhone")}
          hint={t("field.callPhoneHint")}
          maxLength={60}
          autoComplete="tel"
        />
        <Button look="primary" pendingText={t("sending")}>
          {t("send")}
        </Button>
      </Form>
      <Readers schools={schools} />
      {receipts.length > 0 && <Receipts receipts={receipts} />}
    </>
  );
}

/** What the report keeps besides its words; whoever wrote the message cannot read it. */
function About({ reported, timeZone }: { reported: Reported; timeZone: string }) {
  const { t, i18n } = useTranslation(["concerns", "conversations"]);
  const { pursuitId, schoolId, title, message } = reported;
  const role = message && t(`conversations:who.${message.role}` as "conversations:who.staff");
  return (
    <Notice title={message ? t("reported.message") : t("reported.conversation", { title })}>
      <input type="hidden" name="conversationOf" value={pursuitId} />
      <input type="hidden" name="schoolId" value={schoolId} />
      {message && (
        <>
          <input type="hidden" name="messageId" value={message.id} />
          <p>
            {t("reported.by", {
              name: [message.name, role].filter(Boolean).join(", "),
              when: formatMoment(message.writtenAt, i18n.language, timeZone),
            })}
          </p>
          <p>{t("reported.kept")}</p>
        </>
      )}
      <TextLink to={`/conversations/${pursuitId}`}>{t("reported.back")}</TextLink>
    </Notice>
  );
}

function Readers({ schools }: Pick<ConcernReportProps, "schools">) {
  const { t, i18n } = useTranslation("concerns");
  return (
    <Section title={t("readers.title")}>
      {schools.map(({ id, name, readBy, leads, helpName, helpPhone }) => (
        <p key={id}>
          {t(`readers.${readBy === "leads" && leads.length === 0 ? "unnamed" : readBy}` as "readers.leads", {
            ...{ school: name, names: formatNames([...leads], i18n.language), name: helpName, phone: helpPhone },
          })}
        </p>
      ))}
      <p className="mt-3">{t("readers.never")}</p>
    </Section>
  );
}

function Receipts({ receipts }: Pick<ConcernReportProps, "receipts">) {
  const { t, i18n } = useTranslation("concerns");
  return (
    <Section title={t("receipts.title")} lead={t("receipts.keep")}>
      <RowList label={t("receipts.title")}>
        {receipts.map(({ id, number, raisedAt, readBy, timeZone }) => (
          <Row
            key={id}
            title={t("receipts.number", { number })}
            detail={t("receipts.when", { when: formatMoment(raisedAt, i18n.language, timeZone) })}
          >
            <p>{t(`receipts.${readBy}` as "receipts.leads")}</p>
          </Row>
        ))}
      </RowList>
    </Section>
  );
}
