import { useTranslation } from "react-i18next";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";

/** Whoever decides a moment after a colleague reads so, and keeps what they typed. */
export function Late({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("conversations");
  const sentence = reply?.errors?.[""];
  const reason = reply?.values?.reason;
  if (!sentence) return null;
  return (
    <Notice tone="stop" title={sentence}>
      {reason && (
        <>
          {t("held.typed")} <span dir="auto">{reason}</span>
        </>
      )}
    </Notice>
  );
}
