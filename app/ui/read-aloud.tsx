import { Volume2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

/** Reads a text aloud on demand with the device's own voice, in the page's language. Absent where the device has none. */
export function ReadAloud({ text }: { text: string }) {
  const { t, i18n } = useTranslation();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady("speechSynthesis" in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (!ready) return null;
  const speak = () => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = i18n.language;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(spoken);
  };
  return (
    <Button type="button" icon={Volume2} onClick={speak} className="print:hidden">
      {t("readAloud")}
    </Button>
  );
}
