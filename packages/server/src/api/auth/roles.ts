/** The roles, each with everything that the one before may do. */
import type { Role } from '../../store/schema.ts';

export const roles = ['view', 'comment', 'justify', 'admin'] as const satisfies readonly Role[];

export function mayAct(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
