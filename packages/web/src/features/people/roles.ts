/** The roles, each with what it may do beyond the one before. */
import type { Role } from '../../api/session.ts';

export const roles: { value: Role; label: string }[] = [
  { value: 'view', label: 'View' },
  { value: 'comment', label: 'Comment' },
  { value: 'justify', label: 'Justify' },
  { value: 'admin', label: 'Admin' },
];

/** The least role for what is none. */
export function roleOf(text: string | null): Role {
  return roles.find(({ value }) => value === text)?.value ?? 'view';
}
