import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, toneIcons, tonePill, toneText } from "./tone";

interface StatusProps {
  tone: Tone;
  /** The word: the state in plain language. */
  children: ReactNode;
  /** A fitting icon where the tone's own says too little. */
  icon?: LucideIcon;
}

/** Where something stands: icon, word, and under it one sentence on what comes next. */
export function StatusLine({ tone, children, icon, next }: StatusProps & { next?: ReactNode }) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <div className="flex gap-3">
      <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${toneText[tone]}`} />
      <div>
        <p className={`font-semibold ${toneText[tone]}`}>{children}</p>
        {next && <p className="text-ink-soft">{next}</p>}
      </div>
    </div>
  );
}

/** A state in one or two words, for lists and tables. */
export function Badge({ tone, children, icon }: StatusProps) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-small font-semibold ${tonePill[tone]}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {children}
    </span>
  );
}

/** A neutral word that describes: an interest, a kind, a weekday. It has no tone because it judges nothing. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="inline-block rounded-full border border-line bg-sunken px-2.5 text-small">{children}</span>;
}
