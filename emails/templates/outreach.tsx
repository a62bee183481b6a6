import { Fragment } from "react";
import { numbered } from "../numbered";
import { Line, Small, Telephone } from "../parts";
import type { Writing } from "../template";

/** The coordinator's own words in paragraphs, who wrote them, and where the address came from. */
export function OutreachMail({ t, props, replyTo }: Writing<"outreach-mail">) {
  const { coordinatorName: name, schoolName: school, origin, originNote: note } = props;
  return (
    <>
      {numbered(props.outreachBody.split(/\n\s*\n/)).map(({ key, text }) => (
        <Line key={key}>
          {numbered(text.split("\n")).map((line) => (
            <Fragment key={line.key}>
              {line.key > 0 && <br />}
              {line.text}
            </Fragment>
          ))}
        </Line>
      ))}
      <Line>{t("kinds.outreach-mail.from", { name, school })}</Line>
      <Line>
        {t(`kinds.outreach-mail.${replyTo === null ? "answer" : "answerMail"}`, { name: props.helpName })}{" "}
        <Telephone number={props.helpPhone} />
      </Line>
      <Small>
        {t(`kinds.outreach-mail.source.${origin}`, { school })}
        {note && ` ${t("kinds.outreach-mail.sourceMore", { note })}`}
      </Small>
      <Small>{t("kinds.outreach-mail.deleteMe")}</Small>
    </>
  );
}
