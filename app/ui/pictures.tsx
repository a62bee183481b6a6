import { useTranslation } from "react-i18next";

interface PicturesProps {
  /** Addresses of the pictures, in their order. */
  at: readonly string[];
  /** What they show, in the words of whoever sent them; empty where they said nothing. */
  show: string;
  /** BCP 47, of these words. */
  language?: string | null;
}

/** Pictures that somebody sent, small; a press opens one as large as it is. Their words are read out once, as the name of each. */
export function Pictures({ at, show, language }: PicturesProps) {
  const { t } = useTranslation();
  if (at.length === 0) return null;
  const lang = language ?? undefined;
  return (
    <figure className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {at.map((address, index) => {
          const which = { number: index + 1, of: at.length, show };
          const several = t(show ? "picture.shows" : "picture.plain", which);
          return (
            <li key={address}>
              <a href={address} target="_blank" rel="noreferrer" className="block rounded-md">
                <img
                  src={address}
                  alt={at.length > 1 ? several : show || t("picture.only")}
                  lang={show ? lang : undefined}
                  loading="lazy"
                  className="h-36 w-auto max-w-full rounded-md border border-line bg-sunken object-contain"
                />
              </a>
            </li>
          );
        })}
      </ul>
      {show && (
        <figcaption aria-hidden dir="auto" lang={lang} className="mt-1 break-words text-small text-ink-soft">
          {show}
        </figcaption>
      )}
    </figure>
  );
}
