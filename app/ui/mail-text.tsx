import { TextLink } from "./text-link";

const LINK = /(https?:\/\/\S+)/;

/** The text part, as it is, with its links to click. */
export function MailText({ text, language }: { text: string; language: string }) {
  return (
    <div lang={language} className="rounded-md border border-line bg-sunken p-4 break-words whitespace-pre-wrap">
      {text.split(LINK).map((part, place) =>
        LINK.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
          <TextLink key={place} to={part} reloadDocument className="break-all">
            {part}
          </TextLink>
        ) : (
          part
        ),
      )}
    </div>
  );
}
