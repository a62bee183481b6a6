import { useTranslation } from "react-i18next";
import { LINK_RIGHTS } from "~/domain/people/link-rights";
import { Button, LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatLanguage, formatPhone } from "~/ui/format";
import { GuardianTermsFields } from "~/ui/guardian-terms-fields";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { SentenceWithPhone } from "~/ui/phone-link";
import { Badge } from "~/ui/status";
import { DateField, TextField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface FamilyProps {
  view: Pick<PersonView, "links" | "person" | "isStudent" | "today" | "asksFirst">;
  reply: FormReply | undefined;
}

/** The guardians of a student, or the students of a guardian, each with the rights of the link. */
export function Family({ view, reply }: FamilyProps) {
  const { t } = useTranslation("people");
  const text = useText();
  const { links, person, isStudent, today, asksFirst } = view;
  if (!isStudent && links.length === 0) return null;
  return (
    <Section
      title={isStudent ? t("person.links.families") : t("person.links.children")}
      actions={
        isStudent && (
          <LinkButton to={`/coordinator/people/new?as=guardian&student=${person.id}`}>
            {t("person.links.addGuardian")}
          </LinkButton>
        )
      }
    >
      {asksFirst && (
        <Notice tone="stop">
          <SentenceWithPhone
            sentence={text("transfers:asksFirst", { ...asksFirst, phone: formatPhone(asksFirst.phone) })}
            phone={asksFirst.phone}
          />
        </Notice>
      )}
      {links.length === 0 ? (
        <p>{t("person.links.none")}</p>
      ) : (
        <RowList>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} today={today} reply={reply} />
          ))}
        </RowList>
      )}
    </Section>
  );
}

interface LinkRowProps {
  link: PersonView["links"][number];
  today: string;
  reply: FormReply | undefined;
}

function LinkRow({ link, today, reply }: LinkRowProps) {
  const { t, i18n } = useTranslation("people");
  const { other, relationship, legalBasis, callOrder, isOver, toOn } = link;
  const rights = LINK_RIGHTS.filter((right) => link[right]).map((right) => t(`person.links.right.${right}`));
  const facts = [
    relationship,
    t(`person.links.bases.${legalBasis}`),
    t("person.links.orderIs", { order: callOrder }),
    other.language !== null && other.language !== "en" && formatLanguage(other.language, i18n.language),
  ];
  return (
    <Row
      to={`/coordinator/people/${other.id}`}
      title={other.name}
      detail={facts.filter(Boolean).join(" · ")}
      status={
        toOn &&
        isOver && (
          <Badge tone="stop">
            {t("person.links.over", { day: formatDay(toOn, i18n.language, { withYear: true }) })}
          </Badge>
        )
      }
    >
      {link.isUndecided && <Notice tone="wait">{t("person.links.undecided")}</Notice>}
      <p>{rights.length > 0 ? t("person.links.may", { rights: rights.join(", ") }) : t("person.links.mayNothing")}</p>
      {!isOver && <ChangeLink link={link} reply={reply} />}
      {!isOver && <EndLink link={link} today={today} reply={reply} />}
    </Row>
  );
}

function ChangeLink({ link, reply }: Omit<LinkRowProps, "today">) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "change_link", linkId: link.id });
  const { mayConsent, maySeeRecords, mayKnowWhereabouts, ...terms } = link;
  return (
    <Disclosure summary={t(`person.links.change.${link.other.is}`, { name: link.other.name })} open={own !== undefined}>
      <Form reply={own} scope={link.id}>
        <input type="hidden" name="linkId" value={link.id} />
        <GuardianTermsFields terms={{ ...terms, rights: { mayConsent, maySeeRecords, mayKnowWhereabouts } }} />
        <Button name="intent" value="change_link" pendingText={t("person.saving")}>
          {t("person.links.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}

function EndLink({ link, today, reply }: LinkRowProps) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "end_link", linkId: link.id });
  return (
    <Disclosure summary={t("person.links.endTitle", { name: link.other.name })} open={own !== undefined}>
      <Form reply={own} scope={`end-${link.id}`}>
        <input type="hidden" name="linkId" value={link.id} />
        <DateField name="lastDay" required label={t("person.links.lastDay")} defaultValue={today} />
        {link.legalBasis === "parent" && (
          <TextField
            name="document"
            required
            label={t("person.links.document")}
            hint={t("person.links.documentHint")}
            maxLength={300}
            autoComplete="off"
          />
        )}
        <Button look="danger" name="intent" value="end_link" pendingText={t("person.saving")}>
          {t("person.links.end")}
        </Button>
      </Form>
    </Disclosure>
  );
}
