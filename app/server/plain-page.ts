import type { Request, Response } from "express";
import { chooseLanguage, isRightToLeft, type Language, languageCookie } from "~/i18n";
import { i18nFor } from "~/i18n.server";

type Fault = "refused" | "tooBig" | "tooBigPictures" | "tooBigList" | "tooMany" | "wrongAddress" | "broken";

/** The language of a request, as the pages choose it. `ofLink` is that of the person a mailed link was made for. */
export function languageOf(req: Request, ofLink?: string | null): Language {
  const choice = chosenLanguage(req) ?? ofLink ?? undefined;
  return chooseLanguage({ choice, acceptLanguage: req.headers["accept-language"] });
}

/** What the visitor chose with the language switch. */
export function chosenLanguage(req: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z-]+)`).exec(req.headers.cookie ?? "")?.[1];
}

/** Enough to be read with ease on a phone, in the light or the dark of the device; the pages' own sheet may be out of reach. */
const SHEET =
  ":root{color-scheme:light dark}body{max-width:40rem;margin:0 auto;padding:3rem 1.25rem;font:1.125rem/1.6 system-ui,sans-serif}h1{font:600 1.75rem/1.3 Georgia,serif}a{display:inline-block;padding:.5rem 0}";

/**
 * Answers what never reaches the pages: says what happened, what to do and who helps, in the reader's language. Of the values `backTo` is the
 * path of a page of ours, which it links to.
 */
export function sendPlainPage(
  req: Request,
  res: Response,
  status: number,
  fault: Fault,
  values: Record<string, string> = {},
): void {
  const language = languageOf(req);
  const t = i18nFor(language).getFixedT(null, ["errors", "questions"]);
  const origin = values.origin ?? "";
  const backTo = values.backTo ? `<p><a href="${values.backTo}">${t("toForm")}</a></p>` : "";
  // A page that asked in the background shows its own error page when it reads this header.
  if (/[?&]_data=/.test(req.url)) res.setHeader("X-Remix-Catch", "yes");
  res.setHeader("Cache-Control", "no-store");
  res
    .status(status)
    .type("html")
    .send(`<!doctype html>
<html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t(`${fault}.title`)}</title><style nonce="${res.locals.cspNonce}">${SHEET}</style></head>
<body><main><h1>${t(`${fault}.title`)}</h1><p>${t(`${fault}.lead`)}</p><p>${t(`${fault}.try`, { ...values, origin })}</p>
<p>${t("help")} <a href="${origin}/question">${t("questions:link")}</a></p>${backTo}
<p><a href="${origin}/">${t("toStart")}</a></p></main></body></html>`);
}
