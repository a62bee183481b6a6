import { useTranslation } from "react-i18next";
import { LONGEST_NOTE } from "~/domain/people/invitation";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { TextField } from "~/ui/text-fields";

interface WaysProps {
  /** The name they use, the address that a mail would go to, whether a code may be made, and could be without the address. */
  view: { name: string; mail: string | null; mayHaveCode: boolean; isFamily: boolean };
  /** A code that was just made. */
  code: string | null;
  reply: FormReply | undefined;
}

/** By mail, by letter, from hand to hand: what can be done for this person, each with its button. */
export function Ways({ view, code, reply }: WaysProps) {
  const { t } = useTranslation("invitations");
  const { mail, mayHaveCode, isFamily, name } = view;
  const of = (intent: string) => (reply?.values?.intent === intent ? reply : undefined);
  if (code)
    return (
      <Notice tone="go">
        <span role="status">
          {t("hand.codeIs", { name })}
          <strong dir="ltr" className="block text-title-2 tracking-widest tabular-nums">
            {code}
          </strong>
          {t("hand.where")}
        </span>
      </Notice>
    );
  return (
    <>
      <Section title={t("mail.title")} lead={mail === null ? t("mail.none") : t("mail.lead", { mail })}>
        {mail !== null && isFamily && <p className="text-ink-soft">{t("mail.notRead")}</p>}
        {mail !== null && (
          <Form reply={of("mail")} scope="mail">
            <Button name="intent" value="mail" pendingText={t("invite.pending")}>
              {t("mail.send")}
            </Button>
          </Form>
        )}
      </Section>
      {mayHaveCode && (
        <>
          <Section title={t("letter.way")} lead={t("letter.wayLead")}>
            <Form reply={of("letter")} scope="letter">
              <Button name="intent" value="letter" pendingText={t("invite.pending")}>
                {t("letter.make")}
              </Button>
            </Form>
          </Section>
          <Section title={t("hand.title")} lead={t("hand.lead")}>
            <Form reply={of("hand")} scope="hand">
              <TextField
                name="note"
                label={t("hand.note")}
                hint={t("hand.noteHint")}
                maxLength={LONGEST_NOTE}
                autoComplete="off"
                required
              />
              <Button name="intent" value="hand" pendingText={t("invite.pending")}>
                {t("hand.show")}
              </Button>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
