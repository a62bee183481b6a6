import { writeStretch } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** Day, time and place for those who may know them; to the others, that there is something, and where to ask. */
export function VisitNewsMail(writing: Writing<"visit-news">) {
  const { t, language, props, toldBy } = writing;
  const { reader, event, about, studentFirstName: student } = props;
  const visit = t(`kinds.visit-news.kind.${props.visitKind}`);
  if (event === "not_yours") return <NotYours {...writing} />;
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      {about ? (
        <>
          <Line>
            {t(`kinds.visit-news.${event}.${reader}.lead`, {
              ...{ student, visit, organisation: about.organisationName, title: about.placementTitle },
            })}
          </Line>
          <Line>{t("kinds.visit-news.when", { when: writeStretch(about, language) })}</Line>
          {event !== "cancelled" && about.place !== "" && (
            <Line>{t("kinds.visit-news.where", { place: about.place })}</Line>
          )}
          {event !== "cancelled" && (
            <Line>
              {toldBy === "mail" || reader === "family"
                ? t(`kinds.visit-news.cannot.${reader}`)
                : t(`kinds.visit-news.cannotByPerson.${reader}`)}
            </Line>
          )}
        </>
      ) : (
        <Line>{t(`kinds.visit-news.${event}.placeless`, { student, visit })}</Line>
      )}
      <Action href={props.link}>{t("kinds.visit-news.action")}</Action>
    </>
  );
}

/** To somebody of the host who has the visit no more: nothing to open, and of when and where not a word. */
function NotYours({ t, props }: Writing<"visit-news">) {
  const { about, studentFirstName: student } = props;
  const visit = t(`kinds.visit-news.kind.${props.visitKind}`);
  const values = { student, visit, organisation: about?.organisationName ?? "", title: about?.placementTitle ?? "" };
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      <Line>{t("kinds.visit-news.not_yours.lead", values)}</Line>
      <Line>{t("kinds.visit-news.not_yours.next")}</Line>
    </>
  );
}
