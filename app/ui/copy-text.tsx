import { Copy } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { controlLook } from "./field";
import { LiveRegion } from "./live-region";

interface CopyTextProps {
  label: string;
  text: string;
  /** Of the text. */
  language: string;
  direction: "ltr" | "rtl";
}

/** Words to take elsewhere. The field holds all of them, so that they are selected and copied by hand too; the button needs scripts. */
export function CopyText({ label, text, language, direction }: CopyTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const [ready, setReady] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => setReady(navigator.clipboard !== undefined), []);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  return (
    <div className="space-y-3">
      <div>
        <label htmlFor={id} className="block font-semibold">
          {label}
        </label>
        <textarea
          id={id}
          readOnly
          rows={8}
          lang={language}
          dir={direction}
          value={text}
          className={`${controlLook} mt-1.5 field-sizing-content`}
        />
      </div>
      {ready && (
        <Button type="button" icon={Copy} onClick={copy} className="print:hidden">
          {t("copy")}
        </Button>
      )}
      <LiveRegion shown={done}>{done && t("copied")}</LiveRegion>
    </div>
  );
}
