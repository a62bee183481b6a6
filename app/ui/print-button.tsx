import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

/** Prints the page. Appears once scripts run; without them the browser's own menu prints. */
export function PrintButton() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" icon={Printer} onClick={() => window.print()} className="print:hidden">
      {t("print")}
    </Button>
  );
}
