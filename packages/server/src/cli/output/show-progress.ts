/** Progress of a scan or an audit, as lines for a person. */
import type { ProgressEvent, ScopeName } from '../../engine/runtime.ts';
import { counted } from './count-line.ts';
import type { Notice } from './output.ts';

/** Turns the engine's events into notices: one passing line of where things stand, and a lasting one per account and per failure. */
export function showProgress(notice: (notice: Notice) => void): (event: ProgressEvent) => void {
  const state = { scopes: 0, finished: 0, listed: new Map<string, number>(), account: '' };
  const pass = (text: string): void => notice({ text, lasting: false });
  const standing = (): string => {
    const items = [...state.listed.values()].reduce((sum, count) => sum + count, 0);
    return `${state.account}: ${state.finished} of ${state.scopes} scopes, ${items} items listed`;
  };
  return (event) => {
    switch (event.kind) {
      case 'account.started':
        state.account = event.account;
        return pass(`${event.account}: connecting`);
      case 'account.connected':
        state.scopes += event.scopes;
        return notice({
          text: `${event.account}: connected, ${counted(event.scopes, 'scope')} to look at`,
          lasting: true,
        });
      case 'account.finished':
        return notice({ text: `${event.account}: collected`, lasting: true });
      case 'scope.started':
        return pass(`${standing()}: ${nameOf(event.scope)}`);
      case 'scope.page':
        state.listed.set(nameOf(event.scope), event.listed);
        return pass(`${standing()}: ${nameOf(event.scope)}`);
      case 'scope.finished':
        state.finished += 1;
        if (event.outcome === 'failed')
          return notice({ text: `${nameOf(event.scope)}: could not be looked at`, lasting: true });
        return pass(standing());
      case 'audit.progress':
        return pass(`auditing: ${event.done} items done, ${event.waiting} waiting`);
    }
  };
}

function nameOf(scope: ScopeName): string {
  return `${scope.account} ${scope.technology} ${scope.region}`;
}
