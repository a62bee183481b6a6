import { useEffect, useState } from "react";
import { chooseVoice } from "./choose-voice";

/** The device's voice for a language: null where it has none, undefined before scripts have looked. Some devices name theirs late. */
export function useVoice(language: string): SpeechSynthesisVoice | null | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>();
  useEffect(() => {
    const speech = speechOfDevice();
    const look = () => setVoices(speech?.getVoices() ?? []);
    look();
    speech?.addEventListener?.("voiceschanged", look);
    return () => speech?.removeEventListener?.("voiceschanged", look);
  }, []);
  return voices && chooseVoice(voices, language);
}

/** Null in browsers that cannot speak at all. */
export const speechOfDevice = (): SpeechSynthesis | null => window.speechSynthesis ?? null;
