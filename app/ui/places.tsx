import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/role";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { Section } from "~/ui/page";

interface PlacesProps {
  memberships: readonly Membership[];
  current: string | null;
  /** Where somebody goes on who changes to another one; else to its first page. */
  returnTo?: string;
}

interface Membership {
  membershipId: string;
  name: string;
  role: Role;
  place: string;
}

/** What the account may act as, and which of it this session is. */
export function Places({ memberships, current, returnTo }: PlacesProps) {
  const { t } = useTranslation(["account", "common"]);
  if (memberships.length === 0) return <p>{t("mine.noPlace")}</p>;
  return (
    <Section title={t("mine.places")} lead={memberships.length > 1 ? t("mine.placesLead") : undefined}>
      <RowList>
        {memberships.map(({ membershipId, role, place }) => (
          <Row
            key={membershipId}
            title={place}
            detail={t(`common:role.${role as "student"}`)}
            actions={
              membershipId === current ? (
                <p className="text-ink-soft">{t("mine.now")}</p>
              ) : (
                <UseButton membershipId={membershipId} returnTo={returnTo} />
              )
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

function UseButton({ membershipId, returnTo }: { membershipId: string; returnTo: string | undefined }) {
  const { t } = useTranslation("account");
  return (
    <Form action="/account/membership" className="">
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <Button name="membershipId" value={membershipId}>
        {t("mine.use")}
      </Button>
    </Form>
  );
}
