import { Volume2, VolumeX } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { speechOfDevice, useVoice } from "./use-voice";

/** A little slower than people talk. */
const RATE = 0.9;

/**
 * Reads a text aloud on demand with the device's own voice, in the page's language or another one, and stops on a second press. Where the
 * device has no such voice or it fails, the words stand there in large with what else helps. Absent before scripts run.
 */
export function ReadAloud({ text, language }: { text: string; language?: string }) {
  const { t, i18n } = useTranslation();
  const voice = useVoice(language ?? i18n.language);
  const [speaking, setSpeaking] = useState(false);
  // The text that could not be spoken: another one is another question.
  const [written, setWritten] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being read ends with the text it belongs to
  useEffect(() => () => speechOfDevice()?.cancel(), [text]);
  if (voice === undefined) return null;
  const speak = () => {
    const speech = speechOfDevice();
    speech?.cancel();
    if (speaking) return setSpeaking(false);
    if (!voice || !speech) return setWritten(text);
    const spoken = new SpeechSynthesisUtterance(text);
    Object.assign(spoken, { voice, lang: voice.lang, rate: RATE });
    spoken.onend = () => setSpeaking(false);
    spoken.onerror = ({ error }) => {
      setSpeaking(false);
      if (error !== "canceled" && error !== "interrupted") setWritten(text);
    };
    setSpeaking(true);
    speech.speak(spoken);
  };
  return (
    <>
      <Button type="button" icon={speaking ? VolumeX : Volume2} onClick={speak} className="print:hidden">
        {speaking ? t("voice.stop") : t("voice.read")}
      </Button>
      <div role="status" className="w-full empty:hidden print:hidden">
        {written === text && (
          <div className="space-y-3 border-s-4 border-line ps-4">
            <p className="text-ink-soft">{t("voice.none")}</p>
            <p lang={language} className="text-title-2 leading-relaxed">
              {text}
            </p>
          </div>
        )}
      </div>
    </>
  );
}
