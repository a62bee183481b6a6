import type { Request, Response } from "express";
import { chooseLanguage, type Language, languageCookie } from "~/i18n";
import { i18nFor } from "~/i18n.server";

type Fault = "refused" | "tooBig" | "tooMany" | "wrongAddress" | "broken";

/** The language of a request, as the pages choose it. `ofLink` is that of the person a mailed link was made for. */
export function languageOf(req: Request, ofLink?: string | null): Language {
  const choice = chosenLanguage(req) ?? ofLink ?? undefined;
  return chooseLanguage({ choice, acceptLanguage: req.headers["accept-language"] });
}

/** What the visitor chose with the language switch. */
export function chosenLanguage(req: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z-]+)`).exec(req.headers.cookie ?? "")?.[1];
}

/** Answers what never reaches the pages: says what happened and what to do, in the reader's language. */
export function sendPlainPage(
  req: Request,
  res: Response,
  status: number,
  fault: Fault,
  values: Record<string, string> = {},
): void {
  const t = i18nFor(languageOf(req)).getFixedT(null, "errors");
  // A page that asked in the background shows its own error page when it reads this header.
  if (/[?&]_data=/.test(req.url)) res.setHeader("X-Remix-Catch", "yes");
  res.setHeader("Cache-Control", "no-store");
  res
    .status(status)
    .type("html")
    .send(`<!doctype html>
<html lang="${languageOf(req)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t(`${fault}.title`)}</title></head>
<body><main><h1>${t(`${fault}.title`)}</h1><p>${t(`${fault}.lead`)}</p><p>${t(`${fault}.try`, { origin: values.origin ?? "" })}</p>
<p><a href="${values.origin ?? ""}/">${t("toStart")}</a></p></main></body></html>`);
}
