import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";

interface AccountFormsProps {
  book: "test" | "live";
  account: { hasKey: boolean; keyHint: string; secrets: number };
  webhookUrl: string;
  neededEvents: readonly string[];
  /** The school uses this book, and it waits for its key. */
  isNeeded: boolean;
  reply: FormReply | undefined;
}

/** The key and the webhook secrets of one book: whether they are there, and under a fold fields for new ones. */
export function AccountForms({ book, account, webhookUrl, neededEvents, isNeeded, reply }: AccountFormsProps) {
  const { t } = useTranslation("fund");
  const replyTo = (intent: string) => (reply?.values?.intent === intent ? reply : undefined);
  return (
    <Disclosure
      summary={`${t(`settings.${book}`)} · ${account.hasKey ? t("settings.hasKey", { hint: account.keyHint }) : t("settings.noKey")}`}
      open={isNeeded || reply !== undefined}
    >
      <Form reply={replyTo("connect")} scope={`${book}-key`}>
        <input type="hidden" name="book" value={book} />
        <TextField
          name="secretKey"
          type="password"
          label={t("settings.key")}
          hint={t("settings.keyHint")}
          autoComplete="off"
          required
        />
        <Button name="intent" value="connect" pendingText={t("settings.saving")}>
          {t("settings.connect")}
        </Button>
      </Form>
      <Form reply={replyTo("secret")} scope={`${book}-secret`}>
        <input type="hidden" name="book" value={book} />
        <p>{t("settings.secrets", { count: account.secrets })}</p>
        <TextField
          name="webhookSecret"
          type="password"
          label={t("settings.secret")}
          hint={t("settings.secretHint", { url: webhookUrl })}
          autoComplete="off"
          required
        />
        <Disclosure summary={t("settings.events")}>
          <ul className="list-disc ps-6 break-words">
            {neededEvents.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </Disclosure>
        <Button name="intent" value="secret" pendingText={t("settings.saving")}>
          {t("settings.addSecret")}
        </Button>
      </Form>
    </Disclosure>
  );
}
