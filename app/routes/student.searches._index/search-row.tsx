import { Bell, BellOff, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";

export interface SearchToShow {
  id: string;
  name: string;
  text: string;
  limits: number;
  /** The address that searches it. */
  to: string;
  mailsNews: boolean;
}

interface SearchRowProps {
  search: SearchToShow;
  longestName: number;
  /** What the last answer said, if it was about this one. */
  reply: FormReply | undefined;
}

/** A saved search: look again, mail on or off, another name, forget it. */
export function SearchRow({ search, longestName, reply }: SearchRowProps) {
  const { t } = useTranslation("search");
  const { id, name, text, limits, to, mailsNews } = search;
  const detail = [
    text === "" ? t("saved.anything") : t("saved.words", { text }),
    limits > 0 ? t("saved.limits", { count: limits }) : "",
  ].filter(Boolean);
  return (
    <Row
      to={to}
      title={name}
      detail={detail.join(" · ")}
      actions={
        <>
          <Form className="contents">
            <input type="hidden" name="searchId" value={id} />
            <Button
              name="intent"
              value={mailsNews ? "mail-off" : "mail-on"}
              icon={mailsNews ? Bell : BellOff}
              pendingText={t("saved.saving")}
            >
              {t(mailsNews ? "saved.mailOff" : "saved.mailOn")}
              <span className="heard-only">: {name}</span>
            </Button>
          </Form>
          <LinkButton to={to} icon={Search}>
            {t("saved.look")}
            <span className="heard-only">: {name}</span>
          </LinkButton>
        </>
      }
    >
      <p className="text-small text-ink-soft">{t(mailsNews ? "saved.mailIsOn" : "saved.mailIsOff")}</p>
      <Disclosure summary={t("saved.change")} open={reply !== undefined}>
        <Form reply={reply} scope={id} className="space-y-4">
          <input type="hidden" name="searchId" value={id} />
          <TextField name="name" label={t("saved.name")} maxLength={longestName} defaultValue={name} required />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="rename" pendingText={t("saved.saving")}>
              {t("saved.rename")}
            </Button>
            <Button name="intent" value="delete" look="danger" pendingText={t("saved.saving")}>
              {t("saved.delete")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Row>
  );
}
