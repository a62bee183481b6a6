import { Form, NavLink, useLocation } from "@remix-run/react";
import { ChevronDown, LogOut, Menu, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand";
import { LinkButton } from "./button";
import { LanguageSwitch } from "./language-switch";
import { atPlace, elsewhere, MenuBox } from "./menu-box";
import { mainId } from "./page";
import { TextLink } from "./text-link";

export interface HeaderItem {
  to: string;
  label: string;
  /** Gone to less often: on a wide screen it is behind "More", so that the places of every day fit in one row. */
  isRare: boolean;
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
          className={`relative hidden flex-wrap gap-x-1 md:flex ${items.length > ROOM_BESIDE_NAME ? "order-last -mx-3 basis-full" : "flex-1"}`}
        >
          {items
            .filter(({ isRare }) => !isRare)
            .map((item) => (
              <NavItem key={item.to} {...item} />
            ))}
          <MoreMenu items={items.filter(({ isRare }) => isRare)} />
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

/** The places gone to less often. It looks like the place the reader is at when that is one of them. */
function MoreMenu({ items }: Pick<AppHeaderProps, "items">) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (items.length === 0) return null;
  const at = items.find(({ to }) => `${pathname}/`.startsWith(`${to}/`));
  return (
    <MenuBox
      // Where the screen is too narrow for one line, it may stand at the left, and opens below all of them.
      className="static xl:relative"
      isHere={at !== undefined}
      summary={
        <>
          {at ? t("nav.moreAt", { place: at.label }) : t("nav.more")}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </>
      }
    >
      <ul>
        {items.map((item) => (
          <li key={item.to} className="flex flex-col">
            <NavItem {...item} />
          </li>
        ))}
      </ul>
    </MenuBox>
  );
}

function NavItem({ to, label }: HeaderItem) {
  return (
    <NavLink
      to={to}
      end={to.split("/").length === 2}
      prefetch="intent"
      className={({ isActive }) =>
        `inline-flex min-h-11 items-center rounded-md px-3 ${isActive ? atPlace : elsewhere}`
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
      className="relative ms-auto md:hidden"
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
