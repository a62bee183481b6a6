import { useTranslation } from "react-i18next";
import type { LinkRights } from "~/domain/people/link-rights";
import { CheckboxGroup } from "./choice-fields";
import { Notice } from "./notice";
import { Table } from "./table";

/** A right that one of two ties gives and the other does not. */
export interface DisputedRight {
  /** Whom the tie is to. */
  id: string;
  name: string;
  right: keyof LinkRights;
  hasIt: "kept" | "other";
  /** False where a document took it. */
  mayBeGiven: boolean;
}

interface DisputedRightsProps {
  /** Who the two are. */
  of: "person" | "student";
  disputed: DisputedRight[];
  kept: string;
  other: string;
}

/** Rights between a student and a guardian of whom one is there twice, side by side, each to be given by a look. Nothing where both ties give the same. */
export function DisputedRights({ of, disputed, kept, other }: DisputedRightsProps) {
  const { t } = useTranslation(["merges", "people"]);
  if (disputed.length === 0) return null;
  const words = ({ name, right }: DisputedRight) =>
    t("merges:person.rightOf", { student: name, right: t(`people:person.links.right.${right}`) });
  const asked = disputed.filter(({ mayBeGiven }) => mayBeGiven);
  const gone = disputed.filter(({ mayBeGiven }) => !mayBeGiven);
  const has = (isSo: boolean) => t(isSo ? "merges:person.yes" : "merges:person.no");
  return (
    <section className="space-y-4">
      <h2>{t(`merges:${of}.rights`)}</h2>
      <Table
        caption={t(`merges:${of}.rights`)}
        rows={disputed}
        rowKey={({ id, right }) => `${id} ${right}`}
        columns={[
          { key: "right", header: t("merges:preview.what"), cell: words },
          { key: "kept", header: kept, cell: ({ hasIt }) => has(hasIt === "kept") },
          { key: "other", header: other, cell: ({ hasIt }) => has(hasIt === "other") },
        ]}
      />
      {gone.length > 0 && (
        <Notice tone="wait">
          <p>{t(`merges:${of}.documented`)}</p>
          <ul className="list-disc ps-6">
            {gone.map((right) => (
              <li key={`${right.id} ${right.right}`}>{words(right)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asked.length > 0 && (
        <CheckboxGroup
          name="given"
          label={t(`merges:${of}.give`, { kept })}
          hint={t(`merges:${of}.giveHint`)}
          choices={asked.map((right) => ({ value: `${right.id} ${right.right}`, label: words(right) }))}
        />
      )}
    </section>
  );
}
