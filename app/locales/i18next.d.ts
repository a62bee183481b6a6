import "i18next";
import type mail from "./en/mail";
import type { uiCatalogue } from "./en/ui-catalogue";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof uiCatalogue & { mail: typeof mail };
  }
}
