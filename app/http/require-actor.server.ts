import { type AppLoadContext, redirect } from "@remix-run/node";
import type { GuardianActor, MentorActor, StaffActor, StaffRole, StudentActor } from "~/domain/actor";
import type { MemberActor, Session } from "~/features/accounts/find-session.server";
import { readSession } from "./session.server";

type Kind = MemberActor["kind"];
type ActorOf<K extends Kind> = Extract<MemberActor, { kind: K }>;

/** The signed-in account, with or without an active membership. Leads others to the sign-in page and back here. */
export async function requireSession(request: Request, context: AppLoadContext): Promise<Session> {
  const session = await readSession(request, context);
  if (session) return session;
  throw redirect(`/sign-in?returnTo=${encodeURIComponent(whereTheyWere(request))}`);
}

/** A form that was sent is not sent again by the way back: it leads to the page of the form. */
function whereTheyWere(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return request.method === "GET" || request.method === "HEAD" ? `${pathname}${search}` : pathname;
}

/**
 * The actor of this request, if it is of one of these kinds and, for staff, has one of these roles. Somebody signed out goes
 * to the sign-in page, somebody without a membership to the account page, everybody else gets the 403 page.
 */
export async function requireActor<K extends Kind>(
  request: Request,
  context: AppLoadContext,
  allowed: { kinds: readonly K[]; roles?: readonly StaffRole[] },
): Promise<ActorOf<K>> {
  const { actor } = await requireSession(request, context);
  if (!actor) throw redirect("/account");
  const isOfKind = (allowed.kinds as readonly Kind[]).includes(actor.kind);
  const hasRole = actor.kind !== "staff" || !allowed.roles || allowed.roles.includes(actor.role);
  if (!isOfKind || !hasRole) throw new Response(null, { status: 403 });
  return actor as ActorOf<K>;
}

export function requireStudent(request: Request, context: AppLoadContext): Promise<StudentActor> {
  return requireActor(request, context, { kinds: ["student"] });
}

export function requireGuardian(request: Request, context: AppLoadContext): Promise<GuardianActor> {
  return requireActor(request, context, { kinds: ["guardian"] });
}

export function requireMentor(request: Request, context: AppLoadContext): Promise<MentorActor> {
  return requireActor(request, context, { kinds: ["mentor"] });
}

/** Advisors, coordinators and admins. */
export function requireStaff(request: Request, context: AppLoadContext): Promise<StaffActor> {
  return requireActor(request, context, { kinds: ["staff"] });
}

/** Admins only. */
export function requireAdmin(request: Request, context: AppLoadContext): Promise<StaffActor> {
  return requireActor(request, context, { kinds: ["staff"], roles: ["admin"] });
}

/** Coordinators and admins. */
export function requireCoordinator(request: Request, context: AppLoadContext): Promise<StaffActor> {
  return requireActor(request, context, { kinds: ["staff"], roles: ["coordinator", "admin"] });
}
