import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Tone, toneGround, toneIcons, toneText } from "./tone";

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Links or buttons that say what to do about it. */
  actions?: ReactNode;
}

/** A message inside a page. The icon has a name, so the meaning is heard as well as seen. */
export function Notice({ tone = "info", title, children, actions }: NoticeProps) {
  const { t } = useTranslation();
  const Icon = toneIcons[tone];
  return (
    <div data-notice className={`flex gap-3 rounded-md border-s-4 px-4 py-3 ${toneGround[tone]}`}>
      <Icon role="img" aria-label={t(`tone.${tone}`)} className={`mt-1 size-5 shrink-0 ${toneText[tone]}`} />
      <div className="min-w-0 space-y-2">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="flex flex-wrap gap-3 pt-1 print:hidden">{actions}</div>}
      </div>
    </div>
  );
}
