import type { TFunction } from "i18next";
import { createContext, type ReactElement, useContext } from "react";
import type { Language } from "~/i18n";
import type { MailKind, MailProps } from "./kinds";
import { Line } from "./parts";

/** What a template writes with. `language` is the language it is rendered in, which may differ from the one asked for. */
export interface Writing<Kind extends MailKind> {
  t: TFunction<"mail">;
  language: Language;
  props: MailProps<Kind>;
  /** Whom no mail reaches a person tells: nothing that is said speaks of a page then, or of a link. */
  toldBy: "mail" | "person";
  /** To where its reader answers by mail; null where nobody reads an answer. */
  replyTo: string | null;
}

export type Template<Kind extends MailKind> = (writing: Writing<Kind>) => ReactElement;

/** Whether a template writes a part of a day's mail, which greets its reader once. */
export const IsPart = createContext(false);

/** "Hello Ana," or, to somebody whose name nobody knows, "Hello,". */
export function Greeting({ t, name }: { t: TFunction<"mail">; name: string }) {
  if (useContext(IsPart)) return null;
  return <Line>{name === "" ? t("helloNobody") : t("hello", { name })}</Line>;
}
