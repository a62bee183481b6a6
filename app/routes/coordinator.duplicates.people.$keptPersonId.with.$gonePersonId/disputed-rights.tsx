import { useTranslation } from "react-i18next";
import type { DisputedRight } from "~/features/merges/preview-person-merge.server";
import { CheckboxGroup } from "~/ui/choice-fields";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";

interface DisputedRightsProps {
  disputed: DisputedRight[];
  kept: string;
  other: string;
}

/** Rights about a student of both that only one of the two has, side by side, each to be given by a look. Nothing where there is none. */
export function DisputedRights({ disputed, kept, other }: DisputedRightsProps) {
  const { t } = useTranslation(["merges", "people"]);
  if (disputed.length === 0) return null;
  const words = ({ student, right }: DisputedRight) =>
    t("merges:person.rightOf", { student, right: t(`people:person.links.right.${right}`) });
  const asked = disputed.filter(({ mayBeGiven }) => mayBeGiven);
  const gone = disputed.filter(({ mayBeGiven }) => !mayBeGiven);
  const has = (isSo: boolean) => t(isSo ? "merges:person.yes" : "merges:person.no");
  return (
    <section className="space-y-4">
      <h2>{t("merges:person.rights")}</h2>
      <Table
        caption={t("merges:person.rights")}
        rows={disputed}
        rowKey={({ studentId, right }) => `${studentId} ${right}`}
        columns={[
          { key: "right", header: t("merges:preview.what"), cell: words },
          { key: "kept", header: kept, cell: ({ hasIt }) => has(hasIt === "kept") },
          { key: "other", header: other, cell: ({ hasIt }) => has(hasIt === "other") },
        ]}
      />
      {gone.length > 0 && (
        <Notice tone="wait">
          <p>{t("merges:person.documented")}</p>
          <ul className="list-disc ps-6">
            {gone.map((right) => (
              <li key={`${right.studentId} ${right.right}`}>{words(right)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asked.length > 0 && (
        <CheckboxGroup
          name="given"
          label={t("merges:person.give", { kept })}
          hint={t("merges:person.giveHint")}
          choices={asked.map((right) => ({ value: `${right.studentId} ${right.right}`, label: words(right) }))}
        />
      )}
    </section>
  );
}
