import { useTranslation } from "react-i18next";
import { CONTACT_KINDS } from "~/domain/people/contact";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Checkbox, Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { PhoneLink } from "~/ui/phone-link";
import { Badge } from "~/ui/status";
import { TextField } from "~/ui/text-fields";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface ContactsProps {
  contacts: PersonView["contacts"];
  reply: FormReply | undefined;
}

/** How somebody is reached, in which order, and what is wrong with an address. */
export function Contacts({ contacts, reply }: ContactsProps) {
  const { t } = useTranslation("people");
  const hasMail = contacts.some(({ kind }) => kind === "mail");
  return (
    <Section title={t("person.contacts.title")} lead={t("person.contacts.lead")}>
      {contacts.length === 0 ? (
        <p>{t("person.contacts.none")}</p>
      ) : (
        <RowList label={t("person.contacts.title")}>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} reply={reply} />
          ))}
        </RowList>
      )}
      {hasMail && <p className="py-3 text-ink-soft">{t("person.contacts.removeHint")}</p>}
      <AddContact reply={reply} hasMail={hasMail} />
    </Section>
  );
}

function ContactRow({ contact, reply }: { contact: PersonView["contacts"][number]; reply: FormReply | undefined }) {
  const { t } = useTranslation("people");
  const { id, kind, value, isPreferred, isShared, isProved, isDead } = contact;
  return (
    <Row
      title={
        kind === "phone" || kind === "sms" ? <PhoneLink phone={value} /> : <bdi className="wrap-anywhere">{value}</bdi>
      }
      detail={t(`person.contacts.kind.${kind}`)}
      status={
        <>
          {isPreferred && <Badge tone="go">{t("person.contacts.preferred")}</Badge>}
          {isProved && <Badge tone="info">{t("person.contacts.proved")}</Badge>}
          {isShared && <Badge tone="info">{t("person.contacts.shared")}</Badge>}
          {isDead && <Badge tone="stop">{t("person.contacts.dead")}</Badge>}
        </>
      }
      actions={
        <Form
          reply={replyTo(reply, { intent: "remove_contact", contactPointId: id })}
          scope={id}
          className="flex flex-wrap gap-3"
        >
          <input type="hidden" name="contactPointId" value={id} />
          {!isPreferred && (
            <Button
              name="intent"
              value="prefer_contact"
              pendingText={t("person.saving")}
              aria-label={t("person.contacts.preferOne", { value })}
            >
              {t("person.contacts.prefer")}
            </Button>
          )}
          <Button
            look="danger"
            name="intent"
            value="remove_contact"
            pendingText={t("person.saving")}
            aria-label={t("person.contacts.removeOne", { value })}
          >
            {t("person.contacts.remove")}
          </Button>
        </Form>
      }
    />
  );
}

function AddContact({ reply, hasMail }: { reply: FormReply | undefined; hasMail: boolean }) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "add_contact" });
  return (
    <Disclosure summary={t("person.contacts.add")} open={own !== undefined}>
      <Form reply={own} scope="contact">
        <Select
          name="kind"
          required
          label={t("person.contacts.kindLabel")}
          choices={CONTACT_KINDS.map((value) => ({ value, label: t(`person.contacts.kind.${value}`) }))}
        />
        <TextField name="value" required label={t("person.contacts.value")} maxLength={300} autoComplete="off" />
        <Checkbox name="isShared" label={t("person.contacts.isShared")} />
        <Checkbox name="letsIn" label={t("person.contacts.letsIn")} defaultChecked={!hasMail} />
        <Button name="intent" value="add_contact" pendingText={t("person.saving")}>
          {t("person.contacts.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}
