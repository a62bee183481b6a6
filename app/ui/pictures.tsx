import { useTranslation } from "react-i18next";
import { Disclosure } from "./disclosure";
import { formatMegabytes } from "./format";

interface PicturesProps {
  /** The pictures, in their order; one that does not say how large it is counts as light. */
  at: readonly { address: string; bytes?: number }[];
  /** What they show, in the words of whoever sent them; empty where they said nothing. */
  show: string;
  /** BCP 47, of these words. */
  language?: string | null;
  /** Whether heavy ones are drawn at once, for somebody who has to look at them. */
  unfolded?: boolean;
}

/** A page with many of these is still light on a telephone. A heavier one comes by a press: a folded picture is not fetched. */
const LIGHT_BYTES = 600_000;

/** Pictures that somebody sent, small; a press opens one as large as it is. Their words are read out once, as the name of each. */
export function Pictures({ at, show, language, unfolded }: PicturesProps) {
  const { t, i18n } = useTranslation();
  if (at.length === 0) return null;
  const lang = language ?? undefined;
  return (
    <figure className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {at.map(({ address, bytes = 0 }, index) => {
          const which = { number: index + 1, of: at.length, show };
          const several = t(show ? "picture.shows" : "picture.plain", which);
          const picture = (
            <a href={address} target="_blank" rel="noreferrer" className="block rounded-md">
              <img
                src={address}
                alt={at.length > 1 ? several : show || t("picture.only")}
                lang={show ? lang : undefined}
                loading="lazy"
                className="h-36 w-auto max-w-full rounded-md border border-line bg-sunken object-contain"
              />
            </a>
          );
          const size = formatMegabytes(bytes, i18n.language);
          return (
            <li key={address}>
              {bytes <= LIGHT_BYTES || unfolded ? (
                picture
              ) : (
                <Disclosure summary={t("picture.heavy", { ...which, size })}>{picture}</Disclosure>
              )}
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
