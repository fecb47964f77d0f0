/** Issues in words: by the templates of their checks. */
import { renderMessage } from '@security-monkey/sdk';
import type { RenderIssue } from '../store/views/list-issues.ts';
import type { Registry } from './registry.ts';

/** An issue whose check is registered no more keeps its message's id as its text. */
export function createRenderIssue(registry: Registry): RenderIssue {
  return ({ check, message, subject, details }) => {
    const messages: Readonly<Record<string, string>> = registry.check(check)?.messages ?? {};
    return renderMessage(messages[message] ?? message, { subject, details });
  };
}
