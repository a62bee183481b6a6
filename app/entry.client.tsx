import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadI18n } from "~/i18n.client";
import { NonceContext } from "~/nonce";
import { waitWhereLost } from "~/ui/lost-connection";

waitWhereLost();

const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

void loadI18n(document.documentElement.lang).then((i18n) =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <NonceContext.Provider value={nonce}>
          <I18nextProvider i18n={i18n}>
            <RemixBrowser />
          </I18nextProvider>
        </NonceContext.Provider>
      </StrictMode>,
    );
  }),
);
