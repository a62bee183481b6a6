import { useId } from "react";

interface ProgressBarProps {
  /** What is going on, in words: "Reading row 120 of 665". */
  words: string;
  done: number;
  of: number;
}

/** How far something is: a bar and, always, the words. */
export function ProgressBar({ words, done, of }: ProgressBarProps) {
  const label = useId();
  const share = of > 0 ? Math.min(100, (100 * done) / of) : 0;
  return (
    <div>
      <p id={label} role="status" className="mb-1.5 tabular-nums">
        {words}
      </p>
      <div role="progressbar" aria-labelledby={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}>
        <svg
          aria-hidden
          viewBox="0 0 100 3"
          preserveAspectRatio="none"
          className="block h-3 w-full overflow-hidden rounded-full"
        >
          <rect width="100" height="3" className="fill-line" />
          <rect width={share} height="3" className="fill-accent" />
        </svg>
      </div>
    </div>
  );
}
