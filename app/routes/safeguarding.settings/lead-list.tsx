import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

/** A school needs two: one may be away, and one may be named in a report. */
const FEWEST_LEADS = 2;

interface LeadListProps {
  staff: readonly {
    personId: string;
    fullName: string;
    role: string;
    isLead: boolean;
    beginsOn: string | null;
    endsOn: string | null;
  }[];
  reply: FormReply | null | undefined;
}

/** Who the safeguarding leads are, each with the way out, and a choice of the rest of the staff. */
export function LeadList({ staff, reply }: LeadListProps) {
  const { t, i18n } = useTranslation("concerns");
  const shown = staff.filter(({ isLead, beginsOn }) => isLead || beginsOn !== null);
  const leads = staff.filter(({ isLead }) => isLead);
  const others = staff.filter(({ isLead, beginsOn }) => !isLead && beginsOn === null);
  const missing = FEWEST_LEADS - leads.length;
  const roleOf = (role: string) => t(`settings.role.${role}` as "settings.role.admin");
  return (
    <Section title={t("settings.leads")} lead={t("settings.endHint")}>
      {missing > 0 && (
        <div className="mb-4">
          <Notice tone="wait">{t("settings.missing", { count: missing })}</Notice>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="text-ink-soft">{t("settings.noLeads")}</p>
      ) : (
        <RowList label={t("settings.leads")}>
          {shown.map(({ personId, fullName, role, beginsOn, endsOn }) => (
            <Row
              key={personId}
              title={fullName}
              detail={[
                roleOf(role),
                beginsOn && t("settings.beginsOn", { day: formatDay(beginsOn, i18n.language) }),
                endsOn && t("settings.endsOn", { day: formatDay(endsOn, i18n.language) }),
              ]
                .filter(Boolean)
                .join(" · ")}
              actions={
                !beginsOn &&
                !endsOn && (
                  <Form scope={personId}>
                    <input type="hidden" name="personId" value={personId} />
                    <Button
                      name="intent"
                      value="end"
                      aria-label={`${t("settings.end")}: ${fullName}`}
                      pendingText={t("settings.ending")}
                    >
                      {t("settings.end")}
                    </Button>
                  </Form>
                )
              }
            />
          ))}
        </RowList>
      )}
      {others.length > 0 && (
        <Form key={leads.length} reply={reply} scope="name" className="mt-6 space-y-4">
          <Select
            name="personId"
            label={t("settings.person")}
            choices={others.map(({ personId, fullName, role }) => ({
              value: personId,
              label: `${fullName} · ${roleOf(role)}`,
            }))}
            required
          />
          <Button name="intent" value="name" pendingText={t("settings.naming")}>
            {t("settings.name")}
          </Button>
        </Form>
      )}
    </Section>
  );
}
