import { Link, type LinkProps } from "@remix-run/react";

/** A link inside or beside text: always underlined, so that colour is not the only sign. */
export function TextLink({ className = "", ...props }: LinkProps) {
  return (
    <Link
      {...props}
      className={`text-accent underline decoration-1 underline-offset-4 hover:text-accent-deep hover:decoration-2 ${className}`}
    />
  );
}
