import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";

interface ScanListProps {
  scans: readonly { id: string; addedAt: string; addedBy: string | null }[];
  /** The address of the page. */
  here: string;
  timeZone: string;
}

/** The scans of one thing. A press opens one in a tab of its own, because each look is noted. */
export function ScanList({ scans, here, timeZone }: ScanListProps) {
  const { t, i18n } = useTranslation("acting");
  if (scans.length === 0) return <p className="text-ink-soft">{t("scans.none")}</p>;
  return (
    <RowList label={t("scans.list")}>
      {scans.map(({ id, addedAt, addedBy }, place) => {
        const number = t("scans.number", { number: place + 1 });
        const when = formatMoment(addedAt, i18n.language, timeZone);
        return (
          <Row
            key={id}
            title={number}
            detail={addedBy === null ? t("scans.addedOnly", { when }) : t("scans.added", { when, who: addedBy })}
            actions={
              <>
                <Form action={`${here}/${id}`} target="_blank" reloadDocument scope={`look-${id}`}>
                  <Button>
                    <span>
                      {t("scans.look")}
                      <HeardName>{number}</HeardName>
                    </span>
                  </Button>
                </Form>
                <Form scope={`remove-${id}`}>
                  <input type="hidden" name="scanId" value={id} />
                  <Button look="danger" name="intent" value="remove" pendingText={t("scans.saving")}>
                    <span>
                      {t("scans.remove")}
                      <HeardName>{number}</HeardName>
                    </span>
                  </Button>
                </Form>
              </>
            }
          />
        );
      })}
    </RowList>
  );
}
