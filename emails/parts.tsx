import { Heading, Link, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { telephoneAddress } from "~/domain/phone";
import { fonts, light } from "./look";

interface Words {
  children: ReactNode;
}

/** A paragraph. */
export function Line({ children }: Words) {
  return (
    <Text
      className="ink"
      style={{ margin: "0 0 14px", fontSize: "18px", lineHeight: "1.55", color: light.ink, overflowWrap: "anywhere" }}
    >
      {children}
    </Text>
  );
}

/** What a part of a mail is about. */
export function PartHeading({ children }: Words) {
  return (
    <Heading
      as="h2"
      className="ink"
      style={{
        margin: "26px 0 8px",
        fontFamily: fonts.serif,
        fontSize: "20px",
        lineHeight: "1.35",
        fontWeight: 600,
        color: light.ink,
        overflowWrap: "anywhere",
      }}
    >
      {children}
    </Heading>
  );
}

/** What one may skip: where the address came from, how long a link works. */
export function Small({ children }: Words) {
  return (
    <Text
      className="soft"
      style={{ margin: "0 0 10px", fontSize: "16px", lineHeight: "1.5", color: light.soft, overflowWrap: "anywhere" }}
    >
      {children}
    </Text>
  );
}

export function MailLink({ href, children }: Words & { href: string }) {
  return (
    <Link className="link" href={href} style={{ color: light.accent, textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

/** A number that a phone calls, whole on one line; one that no phone could call is words. */
export function Telephone({ number }: { number: string }) {
  const address = telephoneAddress(number);
  if (address === null) return number;
  return (
    <MailLink href={address}>
      <span style={{ whiteSpace: "nowrap" }}>{number}</span>
    </MailLink>
  );
}

/** The one thing to do. A link, because a mail changes nothing by itself: the page behind it has the button. */
export function Action({ href, children }: Words & { href: string }) {
  return (
    <Text style={{ margin: "22px 0" }}>
      <Link
        className="action"
        href={href}
        style={{
          display: "inline-block",
          padding: "13px 22px",
          borderRadius: "8px",
          backgroundColor: light.accent,
          color: light.onAccent,
          fontSize: "18px",
          fontWeight: 600,
          textDecoration: "none",
        }}
      >
        {children}
      </Link>
    </Text>
  );
}

/** Digits to type from one screen into another. */
export function Code({ children }: Words) {
  return (
    <Text
      className="ink"
      style={{
        margin: "0 0 14px",
        fontFamily: fonts.code,
        fontSize: "32px",
        lineHeight: "1.3",
        letterSpacing: "0.12em",
        fontWeight: 600,
        color: light.ink,
      }}
    >
      {children}
    </Text>
  );
}
