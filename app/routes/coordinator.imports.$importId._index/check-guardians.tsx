import { useTranslation } from "react-i18next";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { CheckPeople } from "./check-people";
import { GuardianTable } from "./guardian-table";
import { PersonLink } from "./person-link";
import type { GuardiansView } from "./view.server";

interface CheckGuardiansProps {
  preview: GuardiansView["preview"];
  reply: FormReply | undefined;
}

/** What a file of guardians would do, and which links of earlier files it lacks: those stay until a person ends them. */
export function CheckGuardians({ preview, reply }: CheckGuardiansProps) {
  const { rows, missing } = preview;
  return (
    <CheckPeople
      kind="guardians"
      preview={preview}
      reply={reply}
      table={<GuardianTable rows={rows} />}
      missing={missing.count > 0 && <Missing missing={missing} />}
    />
  );
}

function Missing({ missing: { count, links, page, pages } }: Pick<GuardiansView["preview"], "missing">) {
  const { t } = useTranslation("imports");
  return (
    <Section id="missing" title={t("guardians.check.missing", { count })} lead={t("guardians.check.missingText")}>
      <ul className="mb-6 list-disc ps-5">
        {links.map(({ guardian, student }) => (
          <li key={`${guardian.id} ${student.id}`}>
            {guardian.name}, {t("guardians.check.missingOf")} <PersonLink person={student} />
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} of={{ parameter: "missing", name: t("guardians.check.missingName") }} />
    </Section>
  );
}
