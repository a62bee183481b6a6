import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Section } from "~/ui/page";
import { DateField } from "~/ui/text-fields";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface PlacesProps {
  view: Pick<PersonView, "memberships" | "today">;
  reply: FormReply | undefined;
}

/** What somebody is and was at the school, and until when. */
export function Places({ view, reply }: PlacesProps) {
  const { t, i18n } = useTranslation("people");
  const { memberships, today } = view;
  const day = (date: string) => formatDay(date, i18n.language, { withYear: true });
  return (
    <Section title={t("person.memberships.title")}>
      {memberships.length === 0 ? (
        <p>{t("person.memberships.none")}</p>
      ) : (
        <RowList label={t("person.memberships.title")}>
          {memberships.map(({ id, role, fromOn, toOn, isOver, mayEnd }) => (
            <Row
              key={id}
              title={t(`role.${role}`)}
              detail={[
                t("person.memberships.since", { day: day(fromOn) }),
                toOn && t("person.memberships.until", { day: day(toOn) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              {mayEnd && !isOver && (
                <EndPlace
                  membershipId={id}
                  which={{ role: t(`role.${role}`), day: day(fromOn) }}
                  today={today}
                  reply={reply}
                />
              )}
            </Row>
          ))}
        </RowList>
      )}
    </Section>
  );
}

interface EndPlaceProps {
  membershipId: string;
  /** What tells this place from others of the same person. */
  which: { role: string; day: string };
  today: string;
  reply: FormReply | undefined;
}

function EndPlace({ membershipId, which, today, reply }: EndPlaceProps) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "end_membership", membershipId });
  return (
    <Disclosure summary={t("person.memberships.endOne", which)} open={own !== undefined}>
      <Form reply={own} scope={membershipId}>
        <input type="hidden" name="membershipId" value={membershipId} />
        <DateField
          name="lastDay"
          required
          label={t("person.memberships.lastDay")}
          hint={t("person.memberships.lastDayHint")}
          defaultValue={today}
        />
        <Button
          look="danger"
          name="intent"
          value="end_membership"
          pendingText={t("person.saving")}
          aria-label={t("person.memberships.endOne", which)}
        >
          {t("person.memberships.end")}
        </Button>
      </Form>
    </Disclosure>
  );
}
