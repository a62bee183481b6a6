import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatPhone } from "~/ui/format";
import { SentenceWithPhone } from "~/ui/phone-link";

interface AskedToProps {
  meetings: readonly { id: string; with: string }[];
  school: { helpName: string; helpPhone: string };
}

/** Talks to which somebody is asked to come who may not read here where a child is: that there is one, and whom to ask. */
export function AskedTo({ meetings, school }: AskedToProps) {
  const { t } = useTranslation("meetings");
  const phone = formatPhone(school.helpPhone);
  return (
    <RowList label={t("list.title")}>
      {meetings.map((meeting) => (
        <Row key={meeting.id} title={t("list.with", { advisor: meeting.with })} detail={t("list.family.guardian")}>
          <p>
            <SentenceWithPhone sentence={t("list.ask", { name: school.helpName, phone })} phone={school.helpPhone} />
          </p>
        </Row>
      ))}
    </RowList>
  );
}
