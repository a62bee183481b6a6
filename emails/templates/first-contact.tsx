import { interestWords } from "../interest-words";
import { Action, Line, Small } from "../parts";
import { Greeting, type Writing } from "../template";

/** All a host hears of a student before answering: first name, grade band, what they like, and who agreed. */
export function FirstContactMail({ t, language, props, toldBy }: Writing<"first-contact">) {
  const student = props.studentFirstName;
  const interests = interestWords(props.interests, language);
  return (
    <>
      <Greeting t={t} name={props.mentorName} />
      <Line>
        {t("kinds.first-contact.lead", {
          student,
          grades: t(`gradeBand.${props.gradeBand}`),
          title: props.placementTitle,
        })}
      </Line>
      {interests !== "" && <Line>{t("kinds.first-contact.likes", { student, interests })}</Line>}
      <Line>{t("kinds.first-contact.checked")}</Line>
      <Action href={props.link}>{t("kinds.first-contact.action")}</Action>
      <Line>{t("kinds.first-contact.how")}</Line>
      {toldBy === "mail" && <Small>{t("kinds.first-contact.late")}</Small>}
      <Small>{t("kinds.first-contact.source", { organisation: props.organisationName })}</Small>
    </>
  );
}
