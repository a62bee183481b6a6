import { useTranslation } from "react-i18next";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import type { Recruitment, RecruitmentSize } from "~/features/search/size-recruitment.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import { formatMiles } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { type Column, Table } from "~/ui/table";
import { SmallNumber } from "./small-number";

/** Where links of the page lead to it. */
export const RECRUITMENT = "mail";

/** `gone`: the address names an interest or an area that there is not (any more). */
export type RecruitmentAnswer = Recruitment | "away" | "gone";

interface RecruitmentSectionProps {
  areas: readonly { id: string; name: string }[];
  asked: { interestId: string; areaId: string };
  /** The tab that stays open. */
  audience: string;
  /** Null where nobody has asked. */
  answer: RecruitmentAnswer | null;
}

/** Counts who likes an interest, in circles around an area, for a mail that looks for hosts. */
export function RecruitmentSection({ areas, asked, audience, answer }: RecruitmentSectionProps) {
  const { t, i18n } = useTranslation("plans");
  const interests = listBasicInterests()
    .map(({ id }) => ({ value: id, label: labelOf(id, i18n.language) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <Section id={RECRUITMENT} title={t("demand.mail.title")} lead={t("demand.mail.lead")}>
      <Form
        method="get"
        action={`#${RECRUITMENT}`}
        className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
      >
        <input type="hidden" name="for" value={audience} />
        <Select
          name="interest"
          required
          label={t("demand.mail.interest")}
          choices={interests}
          defaultValue={asked.interestId}
        />
        <Select
          name="near"
          label={t("demand.mail.near")}
          choices={areas.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel={t("demand.mail.anywhere")}
          defaultValue={asked.areaId}
        />
        <Button>{t("demand.mail.count")}</Button>
      </Form>
      {answer === "away" && <Notice tone="stop">{t("demand.away")}</Notice>}
      {answer === "gone" && <Notice tone="wait">{t("demand.mail.gone")}</Notice>}
      {answer !== null && typeof answer !== "string" && (
        <Sizes recruitment={answer} area={areas.find(({ id }) => id === asked.areaId)?.name ?? ""} />
      )}
    </Section>
  );
}

function Sizes({ recruitment, area }: { recruitment: Recruitment; area: string }) {
  const { t, i18n } = useTranslation("plans");
  const { interestId, sizes, degraded } = recruitment;
  const circle = (kilometres: number) => ({ kilometres, miles: formatMiles(kilometres * 1000, i18n.language) });
  const saying = ({ withinKm, toTell }: RecruitmentSize): string => {
    if (toTell === null) return t("demand.mail.nothing");
    const said = { count: toTell, interest: labelOf(interestId, i18n.language), area };
    return withinKm === null
      ? t("demand.mail.says", said)
      : t("demand.mail.saysNear", { ...said, ...circle(withinKm) });
  };
  // Under the tab for others the school's own numbers are not there at all.
  const isForSchool = sizes.some(({ inSchool }) => inSchool !== null);
  const own: Column<RecruitmentSize> = {
    key: "school",
    header: t("demand.mail.school"),
    align: "end",
    cell: ({ inSchool }) => <SmallNumber value={inSchool} />,
  };
  return (
    <div className="mt-6 space-y-4" role="status">
      {degraded && <Notice tone="wait">{t("demand.degraded")}</Notice>}
      <Table
        caption={labelOf(interestId, i18n.language)}
        captionShown
        rows={sizes}
        rowKey={({ withinKm }) => String(withinKm)}
        columns={[
          {
            key: "where",
            header: t("demand.mail.where"),
            cell: ({ withinKm }) =>
              withinKm === null ? t("demand.mail.wholeSchool") : t("demand.mail.within", circle(withinKm)),
          },
          ...(isForSchool ? [own] : []),
          { key: "tell", header: t("demand.mail.tell"), cell: saying },
        ]}
      />
      <p className="max-w-text text-small text-ink-soft">{t("demand.mail.why")}</p>
    </div>
  );
}
