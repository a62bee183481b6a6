import { useTranslation } from "react-i18next";
import { Row, RowList } from "./card";
import { formatMomentSpan } from "./format";

export interface MeetingLine {
  id: string;
  with: string;
  startsAt: string;
  endsAt: string;
  place: string;
  familyAsked: boolean;
}

interface MeetingListProps {
  meetings: readonly MeetingLine[];
  timeZone: string;
  /** Who reads it: the student, or a guardian who may know where the student is. */
  reader: "student" | "guardian";
}

/** Coming talks with an advisor: with whom, when and where, and whether the family is asked to come. */
export function MeetingList({ meetings, timeZone, reader }: MeetingListProps) {
  const { t, i18n } = useTranslation("meetings");
  return (
    <RowList label={t("list.title")}>
      {meetings.map((meeting) => (
        <Row
          key={meeting.id}
          title={t("list.with", { advisor: meeting.with })}
          detail={formatMomentSpan(meeting.startsAt, meeting.endsAt, { language: i18n.language, zone: timeZone })}
        >
          <p className="whitespace-pre-line">{meeting.place}</p>
          {meeting.familyAsked && <p>{t(`list.family.${reader}`)}</p>}
        </Row>
      ))}
    </RowList>
  );
}
