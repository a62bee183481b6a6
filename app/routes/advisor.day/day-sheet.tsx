import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatPhone, formatTime } from "~/ui/format";
import { Section } from "~/ui/page";
import { SentenceWithPhone } from "~/ui/phone-link";
import { useText } from "~/ui/use-text";
import type { Sheet, SheetsBy } from "./sheets-by";

interface DaySheetProps {
  sheet: Sheet;
  by: SheetsBy;
  when: string;
  school: { name: string; helpName: string; helpPhone: string };
}

/** One sheet: it stands alone on paper, with the day, the school and whom to call. */
export function DaySheet({ sheet: { name, out }, by, when, school }: DaySheetProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  return (
    <div className="break-after-page last:break-after-auto">
      <p className="hidden print:block">{`${school.name} · ${when}`}</p>
      <Section title={name || t("day.noAdvisory")}>
        <RowList label={name || t("day.noAdvisory")}>
          {out.map((one) => (
            <Row
              key={`${one.studentId} ${one.from}`}
              title={one.student}
              detail={[
                one.from && one.to
                  ? `${formatTime(one.from, i18n.language)} – ${formatTime(one.to, i18n.language)}`
                  : t("day.noHours"),
                text(`pursuits:kind.${one.kind}` as "pursuits:kind.internship"),
                by === "site" ? one.advisory?.name : one.organisation,
                one.mentor && t("day.with", { mentor: one.mentor }),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              {one.site?.mode === "remote" ? <p>{t("day.remote")}</p> : one.place && <p>{one.place}</p>}
            </Row>
          ))}
        </RowList>
        <p className="mt-4">
          <SentenceWithPhone
            sentence={t("day.help", { name: school.helpName, phone: formatPhone(school.helpPhone) })}
            phone={school.helpPhone}
          />
        </p>
      </Section>
    </div>
  );
}
