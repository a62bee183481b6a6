import { useTranslation } from "react-i18next";
import type { ApartNoun } from "~/domain/merge/apart";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import { formatMoment, formatNames } from "~/ui/format";

interface SaidApartProps {
  noun: ApartNoun;
  summary: string;
  apart: { one: { id: string; label: string }; other: { id: string; label: string }; school: string; saidAt: string }[];
  timeZone: string;
}

/** What staff said not to be the same, each with the way back. Nothing where nothing was said. */
export function SaidApart({ noun, summary, apart, timeZone }: SaidApartProps) {
  const { t, i18n } = useTranslation("merges");
  const { language } = i18n;
  if (apart.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <RowList label={summary}>
        {apart.map(({ one, other, school, saidAt }) => (
          <Row
            key={`${one.id} ${other.id}`}
            title={formatNames([one.label, other.label], language)}
            detail={t("apart.said", { school, when: formatMoment(saidAt, language, timeZone) })}
            actions={
              <Form scope={`${one.id} ${other.id}`}>
                <input type="hidden" name="noun" value={noun} />
                <input type="hidden" name="oneId" value={one.id} />
                <input type="hidden" name="otherId" value={other.id} />
                <Button name="intent" value="take_back_apart" pendingText={t("apart.saving")}>
                  {t("apart.takeBack")}
                </Button>
              </Form>
            }
          />
        ))}
      </RowList>
    </Disclosure>
  );
}
