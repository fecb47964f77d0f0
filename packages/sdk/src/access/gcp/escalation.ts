/** Whether the permissions that a member holds are enough to gain others. */
import { type EscalationWay, escalationWays, type Level } from './escalation-ways.ts';

const levels: readonly Level[] = ['project', 'folder', 'organization'];

/** A level by its name; undefined when it is none. */
export function parseLevel(written: unknown): Level | undefined {
  return levels.find((level) => level === written);
}

/**
 * The ways that are whole in the permissions, held at that level: they reach everything below it and nothing above.
 * Permissions are compared letter by letter.
 */
export function escalationsOf(permissions: readonly string[], heldAt: Level): readonly EscalationWay[] {
  const held = new Set(permissions);
  return escalationWays.filter(
    (way) =>
      levels.indexOf(heldAt) >= levels.indexOf(way.lowest) &&
      way.permissions.every((permission) => held.has(permission)),
  );
}
