import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { useLost } from "./lost-connection";

/** `primary` at most once per view; `danger` for what ends or refuses something. */
export type ButtonLook = "primary" | "quiet" | "danger";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 text-base leading-snug font-semibold transition-colors";

const looks: Record<ButtonLook, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep",
  quiet: "border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft",
  danger: "border-stop bg-surface text-stop hover:bg-stop-soft",
};

const waiting =
  "aria-disabled:cursor-progress aria-disabled:opacity-70 disabled:cursor-not-allowed disabled:opacity-60";

/** Words beside an icon that need two lines stay beside it. */
const side = (icon: LucideIcon | undefined) => (icon ? "text-start" : "text-center");

/** The classes of a button, for controls that are not ours to render. */
export const buttonClasses = (look: ButtonLook) => `${shape} ${looks[look]} ${waiting}`;

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  look?: ButtonLook;
  icon?: LucideIcon;
  /** Shown instead of the label while this button's form is on its way. */
  pendingText?: string;
  children: ReactNode;
}

/**
 * A native button that submits its form (so it works before scripts arrive). A submit button does not fire twice:
 * while its form is on its way it is `aria-disabled` and shows `pendingText`.
 */
export function Button({
  look = "quiet",
  icon: Icon,
  pendingText,
  children,
  className = "",
  onClick,
  ...props
}: ButtonProps) {
  const pending = usePending(props);
  return (
    <button
      type="submit"
      {...props}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={`${buttonClasses(look)} ${side(Icon)} ${className}`}
    >
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      {(pending && pendingText) || children}
    </button>
  );
}

/** Is the form of this button being sent by this button? Buttons of one form are told apart by name and value. */
function usePending({ type = "submit", name, value }: ComponentPropsWithRef<"button">): boolean {
  const { formData } = useNavigation();
  // What waits for the connection may be changed and sent anew.
  const isLost = useLost() !== null;
  if (isLost || type !== "submit" || formData === undefined) return false;
  return name === undefined || formData.get(name) === String(value ?? "");
}

interface LinkButtonProps extends LinkProps {
  look?: ButtonLook;
  icon?: LucideIcon;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look = "quiet", icon: Icon, children, className = "", ...props }: LinkButtonProps) {
  return (
    <Link {...props} className={`${shape} ${looks[look]} ${side(Icon)} no-underline ${className}`}>
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      {children}
    </Link>
  );
}
