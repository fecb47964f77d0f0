/** The exit code of a command whose answer is whole only when every plugin is there. */
import type { Registry } from '../engine/registry.ts';
import type { ExitCode } from './command.ts';

/** 1 when a plugin that the configuration names could not be loaded: what it brings is missing from the answer. */
export function exitCodeOf({ failedPlugins }: Pick<Registry, 'failedPlugins'>): ExitCode {
  return failedPlugins.length === 0 ? 0 : 1;
}
