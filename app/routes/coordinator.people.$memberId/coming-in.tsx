import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatDay } from "~/ui/format";
import { Section } from "~/ui/page";
import { Badge } from "~/ui/status";
import type { PersonView } from "./person-view";

const TONES = { open: "wait", used: "go", withdrawn: "stop", ran_out: "stop" } as const;

/** Whether somebody has come in yet, and how they were asked to. */
export function ComingIn({ view }: { view: Pick<PersonView, "inviting" | "person"> }) {
  const { t, i18n } = useTranslation("invitations");
  const { cameInOn, mail, mayHaveCode, invitations } = view.inviting;
  const day = (date: string) => formatDay(date, i18n.language, { withYear: true });
  const mayInvite = !view.person.leftOn && (mail !== null || mayHaveCode);
  return (
    <Section
      title={t("history.title")}
      lead={cameInOn ? t("history.cameIn", { day: day(cameInOn) }) : t("history.never")}
      actions={
        mayInvite && <LinkButton to={`/coordinator/people/${view.person.id}/invite`}>{t("history.invite")}</LinkButton>
      }
    >
      {invitations.length > 0 && (
        <RowList label={t("history.list")}>
          {invitations.map(({ id, way, by, note, on, remindedOn, lastDay, standing }) => (
            <Row
              key={id}
              title={t(`history.way.${way}`)}
              detail={[
                on && t("history.on", { day: day(on) }),
                by && t("history.by", { name: by }),
                remindedOn && t("history.reminded", { day: day(remindedOn) }),
                standing === "open" && lastDay && t("history.until", { day: day(lastDay) }),
                note,
              ]
                .filter(Boolean)
                .join(" · ")}
              status={<Badge tone={TONES[standing]}>{t(`history.standing.${standing}`)}</Badge>}
              actions={
                standing === "open" && (
                  <Form action={`/coordinator/people/${view.person.id}/invite`} scope={`take-back-${id}`}>
                    <Button name="intent" value="take_back" pendingText={t("invite.pending")}>
                      {t("history.takeBack")}
                    </Button>
                  </Form>
                )
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}
