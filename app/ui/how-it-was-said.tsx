import { useTranslation } from "react-i18next";
import { RECORDED_CHANNELS } from "~/domain/acting/how-it-was-said";
import { RadioGroup, Select } from "./choice-fields";
import { useLanguageChoices } from "./people-language-select";
import { PictureField } from "./picture-field";
import { TextField } from "./text-fields";

interface HowItWasSaidProps {
  /** What to know about the ways before choosing one. */
  channelHint?: string;
  /** Whether it cannot be recorded without words about who said it. */
  needsEvidence?: true;
  /** For whoever may not keep scans. */
  withoutScan?: true | undefined;
}

/**
 * The part of a form in which staff write down how something reached them that somebody did not do through a page: the same wherever
 * staff act for somebody. The form is `multipart/form-data`.
 */
export function HowItWasSaid({ channelHint, needsEvidence, withoutScan }: HowItWasSaidProps) {
  const { t } = useTranslation("acting");
  return (
    <>
      <Channels label={t("channel")} hint={channelHint} />
      <TextField name="evidence" label={t("evidence")} hint={t("evidenceHint")} required={needsEvidence ?? false} />
      {!withoutScan && <PictureField name="scan" label={t("scan")} hint={t("scanHint")} />}
      <Spoken />
    </>
  );
}

/** The same of what staff told somebody. */
export function HowItWasTold() {
  const { t } = useTranslation("acting");
  return (
    <>
      <Channels label={t("toldBy")} />
      <Spoken />
    </>
  );
}

function Channels({ label, hint }: { label: string; hint?: string | undefined }) {
  const { t } = useTranslation("acting");
  const choices = RECORDED_CHANNELS.map((value) => ({ value, label: t(`by.${value}`) }));
  return <RadioGroup name="channel" label={label} hint={hint} required choices={choices} />;
}

function Spoken() {
  const { t } = useTranslation("acting");
  const languages = useLanguageChoices();
  return (
    <>
      <Select name="language" label={t("language")} emptyLabel={t("ownLanguage")} choices={languages} />
      <TextField name="interpreter" label={t("interpreter")} hint={t("interpreterHint")} />
    </>
  );
}
