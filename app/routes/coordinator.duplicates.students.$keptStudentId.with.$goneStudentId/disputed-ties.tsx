import { useTranslation } from "react-i18next";
import type { DisputedTie } from "~/features/merges/preview-student-merge.server";
import { CheckboxGroup } from "~/ui/choice-fields";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";

interface DisputedTiesProps {
  disputed: DisputedTie[];
  kept: string;
  other: string;
}

/** Rights of a guardian of both that only one of the two ties gives, side by side, each to be given by a look. Nothing where there is none. */
export function DisputedTies({ disputed, kept, other }: DisputedTiesProps) {
  const { t } = useTranslation(["merges", "people"]);
  if (disputed.length === 0) return null;
  const words = ({ guardian, right }: DisputedTie) =>
    t("merges:person.rightOf", { student: guardian, right: t(`people:person.links.right.${right}`) });
  const asked = disputed.filter(({ mayBeGiven }) => mayBeGiven);
  const gone = disputed.filter(({ mayBeGiven }) => !mayBeGiven);
  const has = (isSo: boolean) => t(isSo ? "merges:person.yes" : "merges:person.no");
  return (
    <section className="space-y-4">
      <h2>{t("merges:student.rights")}</h2>
      <Table
        caption={t("merges:student.rights")}
        rows={disputed}
        rowKey={({ guardianId, right }) => `${guardianId} ${right}`}
        columns={[
          { key: "right", header: t("merges:preview.what"), cell: words },
          { key: "kept", header: kept, cell: ({ hasIt }) => has(hasIt === "kept") },
          { key: "other", header: other, cell: ({ hasIt }) => has(hasIt === "other") },
        ]}
      />
      {gone.length > 0 && (
        <Notice tone="wait">
          <p>{t("merges:student.documented")}</p>
          <ul className="list-disc ps-6">
            {gone.map((right) => (
              <li key={`${right.guardianId} ${right.right}`}>{words(right)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asked.length > 0 && (
        <CheckboxGroup
          name="given"
          label={t("merges:student.give", { kept })}
          hint={t("merges:student.giveHint")}
          choices={asked.map((right) => ({ value: `${right.guardianId} ${right.right}`, label: words(right) }))}
        />
      )}
    </section>
  );
}
