import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/choice-fields";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { CheckPeople } from "./check-people";
import { StudentTable } from "./student-table";
import type { StudentsView } from "./view.server";

interface CheckStudentsProps {
  preview: StudentsView["preview"];
  reply: FormReply | undefined;
}

/** What a file of students would do; whether it is the whole list is asked where it lacks somebody. */
export function CheckStudents({ preview, reply }: CheckStudentsProps) {
  const { t } = useTranslation("imports");
  const { rows, missing } = preview;
  return (
    <CheckPeople
      kind="students"
      preview={preview}
      reply={reply}
      question={
        missing.count > 0 && (
          <Checkbox
            name="isWhole"
            label={t("students.check.isWhole")}
            hint={t("students.check.isWholeHint", { count: missing.count })}
          />
        )
      }
      table={<StudentTable rows={rows} />}
      missing={missing.count > 0 && <Missing missing={missing} />}
    />
  );
}

function Missing({ missing: { count, students, page, pages } }: Pick<StudentsView["preview"], "missing">) {
  const { t } = useTranslation("imports");
  return (
    <Section id="missing" title={t("students.check.missing", { count })} lead={t("students.check.missingText")}>
      <ul className="mb-6 list-disc ps-5">
        {students.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} of={{ parameter: "missing", name: t("students.check.missingName") }} />
    </Section>
  );
}
