import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";

interface UnreadMentorsProps {
  unread: readonly { id: string; name: string }[];
  reply: FormReply | undefined;
}

/** Whom the host named meanwhile, and the press by which staff say that they have read it. */
export function UnreadMentors({ unread, reply }: UnreadMentorsProps) {
  const { t, i18n } = useTranslation("pursuits");
  const names = formatNames(
    unread.map(({ name }) => name),
    i18n.language,
  );
  return (
    <Section id="unread" title={t("case.unread.title")} lead={t("case.unread.lead", { names })}>
      <Form reply={reply}>
        {unread.map(({ id }) => (
          <input key={id} type="hidden" name="mentorIds" value={id} />
        ))}
        <Button name="intent" value="read_mentors" pendingText={t("case.unread.doing")}>
          {t("case.unread.do")}
        </Button>
      </Form>
    </Section>
  );
}
