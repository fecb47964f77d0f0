/** Names the plugins that could not be loaded, wherever somebody asks what is looked at. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { plainText } from '../words/plain-text.ts';
import { UnknownNotice } from './unknown-notice.tsx';

/** One notice for each; nothing when all are there. */
export function FailedPlugins() {
  const { failedPlugins } = useSuspenseQuery(sessionQuery).data;
  return failedPlugins.map(({ name, message }) => (
    <UnknownNotice key={name}>
      <strong>{plainText(message)}</strong> What it brings is frozen: neither gone nor fine.
    </UnknownNotice>
  ));
}
