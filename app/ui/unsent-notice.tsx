import { useSubmit } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import { Notice } from "./notice";
import type { Unsent } from "./unsent";

/** Says that an answer waits for the connection, sends it when the device is back, and lets a person try before that. */
export function UnsentNotice({ unsent }: Unsent) {
  const { t } = useTranslation();
  const submit = useSubmit();
  useEffect(() => {
    const send = () => submit(unsent, { method: "post" });
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, [submit, unsent]);
  return (
    <div role="alert">
      <Notice tone="wait" title={t("unsent.title")}>
        <p>{t("unsent.text")}</p>
        <Form className="pt-3">
          {Object.entries(unsent).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button pendingText={t("unsent.sending")}>{t("unsent.again")}</Button>
        </Form>
      </Notice>
    </div>
  );
}
