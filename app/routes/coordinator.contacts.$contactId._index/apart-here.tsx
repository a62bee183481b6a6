import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";

interface ApartHereProps {
  apart: readonly { id: string; fullName: string; organisationName: string | null; saidAt: string }[];
  timeZone: string;
}

/** Whom staff said this contact not to be, each with the way back. */
export function ApartHere({ apart, timeZone }: ApartHereProps) {
  const { t, i18n } = useTranslation("outreach");
  return (
    <Disclosure summary={t("apart.show")}>
      <RowList label={t("apart.show")}>
        {apart.map(({ id, fullName, organisationName, saidAt }) => (
          <Row
            key={id}
            to={`/coordinator/contacts/${id}`}
            title={[fullName, organisationName].filter(Boolean).join(", ")}
            detail={t("apart.saidOn", { when: formatMoment(saidAt, i18n.language, timeZone) })}
            actions={
              <Form scope={id}>
                <input type="hidden" name="otherId" value={id} />
                <Button name="intent" value="take_back_apart" pendingText={t("saving")}>
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
