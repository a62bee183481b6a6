import type { TFunction } from "i18next";
import type { Language } from "~/i18n";
import { mailCatalogue, subjectOf } from "./catalogue";
import { greetedIn } from "./day";
import type { MailKind, MailProps } from "./kinds";
import { Line, MailLink, PartHeading, Small } from "./parts";
import { Greeting, IsPart, type Writing } from "./template";

/** A mail that a day's mail carries, and where mail like it can be stopped; null for one that people count on. */
export interface DayPart {
  part: { kind: MailKind; props: MailProps<MailKind> };
  stopLink: string | null;
}

/** As many as one reads in full. Of more there is a line each, with its link. */
const IN_FULL = 6;

interface DayMailProps {
  t: TFunction<"mail">;
  language: Language;
  parts: readonly DayPart[];
}

/** One mail of what several say: of each its subject as a heading, its words and its button. */
export function DayMail({ t, language, parts }: DayMailProps) {
  const Part = parts.length > IN_FULL ? LinePart : FullPart;
  return (
    <>
      <Greeting t={t} name={nameIn(parts)} />
      <Line>{t("day.lead")}</Line>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail is written once, in one order
        <Part key={at} t={t} language={language} {...part} />
      ))}
      <Small>{t("day.once")}</Small>
    </>
  );
}

type PartProps = Omit<DayMailProps, "parts"> & DayPart;

function FullPart({ t, language, part: { kind, props }, stopLink }: PartProps) {
  return (
    <>
      <PartHeading>{subjectOf(t, kind, props)}</PartHeading>
      <IsPart.Provider value={true}>
        {wordsOf(kind, { t, language, props, toldBy: "mail", replyTo: null })}
      </IsPart.Provider>
      <StopLink t={t} stopLink={stopLink} />
    </>
  );
}

function wordsOf<Kind extends MailKind>(kind: Kind, writing: Writing<Kind>) {
  return mailCatalogue[kind].Template(writing);
}

function LinePart({ t, part: { kind, props }, stopLink }: PartProps) {
  const subject = subjectOf(t, kind, props);
  return (
    <>
      <Line>{"link" in props ? <MailLink href={props.link}>{subject}</MailLink> : subject}</Line>
      <StopLink t={t} stopLink={stopLink} />
    </>
  );
}

function StopLink({ t, stopLink }: Pick<PartProps, "t" | "stopLink">) {
  return (
    stopLink && (
      <Small>
        <MailLink href={stopLink}>{t("day.stop")}</MailLink>
      </Small>
    )
  );
}

/** The name of the reader, by the first part that knows it. */
function nameIn(parts: readonly DayPart[]): string {
  return parts.map(({ part: { kind, props } }) => greetedIn(kind, props)).find((name) => name !== "") ?? "";
}
