import { useTranslation } from "react-i18next";
import { Checkbox, Select } from "./choice-fields";
import { Disclosure } from "./disclosure";
import type { FormReply } from "./form-reply";
import { TextArea, TextField } from "./text-fields";
import { useText } from "./use-text";

interface ProposalFieldsProps {
  reply: FormReply | undefined;
  /** Who proposes, in their own words; `for_family` where staff take it down. A student is never named. */
  proposesAs: "guardian" | "student" | "staff" | "for_family";
  students: readonly { id: string; name: string }[];
  languages: readonly string[];
}

/** A fault in one of these opens what is folded, so that its field can be reached. */
const FOLDED = ["mentorPhone", "howKnown", "mentorLanguage", "mayBeNamed", "isRelative", "studentId"];

/** Of whom somebody is a relative, as each proposer reads it. */
const RELATIVE = {
  guardian: "relative",
  student: "relativeOfMine",
  staff: "relativeOfStudent",
  for_family: "relativeOfFamily",
} as const;

/** Whom somebody knows: three fields on a phone; the rest waits behind "Say more". */
export function ProposalFields({ reply, proposesAs, students, languages }: ProposalFieldsProps) {
  const { t, i18n } = useTranslation("introductions");
  const text = useText();
  const isStaff = proposesAs === "staff";
  return (
    <>
      <TextField name="mentorName" label={t("propose.name")} required autoComplete="off" />
      <TextField
        name="mentorMail"
        type="email"
        inputMode="email"
        label={t("propose.mail")}
        hint={t("propose.reachHint")}
        autoComplete="off"
      />
      <TextField name="doesWhat" label={t("propose.does")} hint={t("propose.doesHint")} />
      <Disclosure summary={t("propose.more")} open={FOLDED.some((name) => reply?.errors?.[name])}>
        <TextField name="mentorPhone" type="tel" label={t("propose.phone")} autoComplete="off" />
        <TextArea name="howKnown" label={t("propose.how")} rows={2} />
        <Select
          name="mentorLanguage"
          label={t("propose.language")}
          required
          defaultValue={i18n.language}
          choices={languages.map((value) => ({
            value,
            label: text(`introductions:language.${value}` as "introductions:language.en"),
          }))}
        />
        {proposesAs !== "student" && (
          <Checkbox
            name="mayBeNamed"
            label={t(proposesAs === "for_family" ? "propose.namedFamily" : "propose.named")}
          />
        )}
        <Checkbox name="isRelative" label={t(`propose.${RELATIVE[proposesAs]}`)} hint={t("propose.relativeHint")} />
        {students.length > (isStaff ? 0 : 1) && (
          <Select
            name="studentId"
            label={t(isStaff ? "propose.student" : "propose.child")}
            emptyLabel={t(isStaff ? "propose.noStudent" : "propose.allChildren")}
            choices={students.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Disclosure>
    </>
  );
}
