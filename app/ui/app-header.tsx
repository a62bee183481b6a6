import { Form, NavLink } from "@remix-run/react";
import { ChevronDown, LogOut, Menu, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand";
import { LinkButton } from "./button";
import { LanguageSwitch } from "./language-switch";
import { mainId } from "./page";
import { TextLink } from "./text-link";
import { useClosingMenu } from "./use-closing-menu";

export interface HeaderItem {
  to: string;
  label: string;
}

interface AppHeaderProps {
  items: readonly HeaderItem[];
  /** Who is signed in: the name they use, and their role at their place in words (empty while they have none). */
  viewer: { name: string; role: string } | null;
}

/** So many places fit beside the product's name; more get a line of their own. */
const ROOM_BESIDE_NAME = 4;

/** Name of the product, the reader's own places, their account, the language. Menus are native `details`. */
export function AppHeader({ items, viewer }: AppHeaderProps) {
  const { t } = useTranslation();
  return (
    <header data-app className="border-b border-line">
      <a
        href={`#${mainId}`}
        className="heard-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        {t("skip")}
      </a>
      <div className="page-width flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 py-2">
        <Brand to={viewer ? "/home" : "/"} />
        <nav
          aria-label={t("nav.label")}
          className={`hidden flex-wrap gap-x-1 md:flex ${items.length > ROOM_BESIDE_NAME ? "order-last -mx-3 basis-full" : "flex-1"}`}
        >
          {items.map((item) => (
            <NavItem key={item.to} {...item} />
          ))}
        </nav>
        <div className="ms-auto hidden items-center gap-5 md:flex">
          <LanguageSwitch />
          {viewer ? <AccountMenu viewer={viewer} /> : <SignInLink />}
        </div>
        <PhoneMenu items={items} viewer={viewer} />
      </div>
    </header>
  );
}

function NavItem({ to, label }: HeaderItem) {
  return (
    <NavLink
      to={to}
      end={to.split("/").length === 2}
      prefetch="intent"
      className={({ isActive }) =>
        `inline-flex min-h-11 items-center rounded-md px-3 ${isActive ? "bg-accent-soft font-semibold text-accent" : "text-ink hover:bg-sunken"}`
      }
    >
      {label}
    </NavLink>
  );
}

function SignInLink() {
  const { t } = useTranslation();
  return <LinkButton to="/sign-in">{t("account.signIn")}</LinkButton>;
}

/** A `details` that looks like a menu; it closes when the page changes. */
function MenuBox({
  summary,
  children,
  className = "",
}: {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const box = useClosingMenu();
  return (
    <details ref={box} className={`group relative ${className}`}>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-md px-3 hover:bg-sunken">
        {summary}
      </summary>
      <div className="absolute end-0 top-full z-10 mt-1 w-72 max-w-[calc(100vw-32px)] space-y-2 rounded-md border border-line bg-surface p-4 shadow-float">
        {children}
      </div>
    </details>
  );
}

function AccountMenu({ viewer }: { viewer: NonNullable<AppHeaderProps["viewer"]> }) {
  return (
    <MenuBox
      summary={
        <>
          <UserRound aria-hidden className="size-5" />
          <span className="max-w-40 truncate">{viewer.name}</span>
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </>
      }
    >
      <AccountLinks role={viewer.role} />
    </MenuBox>
  );
}

function AccountLinks({ role }: { role: string }) {
  const { t } = useTranslation();
  return (
    <>
      {role && <p className="text-small text-ink-soft">{role}</p>}
      <p>
        <TextLink to="/account" className="inline-flex min-h-11 items-center">
          {t("account.mine")}
        </TextLink>
      </p>
      <Form method="post" action="/sign-out">
        <button
          type="submit"
          className="inline-flex min-h-11 items-center gap-2 text-accent underline-offset-4 hover:underline"
        >
          <LogOut aria-hidden className="size-5 rtl:-scale-x-100" />
          {t("account.signOut")}
        </button>
      </Form>
    </>
  );
}

function PhoneMenu({ items, viewer }: AppHeaderProps) {
  const { t } = useTranslation();
  return (
    <MenuBox
      className="ms-auto md:hidden"
      summary={
        <>
          <Menu aria-hidden className="size-6" />
          {t("nav.menu")}
        </>
      }
    >
      {items.length > 0 && (
        <nav aria-label={t("nav.label")} className="flex flex-col border-b border-line pb-2">
          {items.map((item) => (
            <NavItem key={item.to} {...item} />
          ))}
        </nav>
      )}
      {viewer ? (
        <>
          <p className="font-semibold">{viewer.name}</p>
          <AccountLinks role={viewer.role} />
        </>
      ) : (
        <SignInLink />
      )}
      <LanguageSwitch />
    </MenuBox>
  );
}
