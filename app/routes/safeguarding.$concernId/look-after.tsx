import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

interface LookAfterProps {
  /** Whether the reader looks after the report already. */
  isMine: boolean;
  reply: FormReply | null | undefined;
}

/** Whoever has opened a report takes it on, and gives it back. */
export function LookAfter({ isMine, reply }: LookAfterProps) {
  const { t } = useTranslation("concerns");
  return (
    <Form reply={reply} scope="take" className="space-y-2">
      <Button
        look={isMine ? "quiet" : "primary"}
        name="intent"
        value={isMine ? "hand_back" : "take"}
        pendingText={t("one.taking")}
      >
        {t(isMine ? "one.handBack" : "one.take")}
      </Button>
      <p className="text-ink-soft">{t(isMine ? "one.handBackHint" : "one.takeHint")}</p>
    </Form>
  );
}
