import { writeStretch } from "../moments";
import { Action, Line } from "../parts";
import { Greeting, type Writing } from "../template";

/** Day, time and place for those who may know them; to the others, that there is something, and where to ask. */
export function MeetingNewsMail({ t, language, props }: Writing<"meeting-news">) {
  const { reader, event, about } = props;
  const names = { student: props.studentFirstName, advisor: props.advisorName };
  return (
    <>
      <Greeting t={t} name={props.readerName} />
      {about ? (
        <>
          <Line>{t(`kinds.meeting-news.${event}.${reader}.lead`, names)}</Line>
          <Line>{t("kinds.meeting-news.when", { when: writeStretch(about, language) })}</Line>
          {event !== "cancelled" && <Line>{t("kinds.meeting-news.where", { place: about.place })}</Line>}
          {event !== "cancelled" && <Line>{t(`kinds.meeting-news.cannot.${reader}`)}</Line>}
        </>
      ) : (
        <Line>{t(`kinds.meeting-news.${event}.placeless`, names)}</Line>
      )}
      <Action href={props.link}>{t("kinds.meeting-news.action")}</Action>
    </>
  );
}
