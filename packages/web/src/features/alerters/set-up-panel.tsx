/** How mail is set up: the keys of the configuration, as they are typed. */
import { CopyChip } from '../../components/copy-chip.tsx';
import { Panel } from '../../components/panel.tsx';
import type { AlerterState } from './alerter-state.ts';
import styles from './alerters.module.css';

const keys = [
  ['SECURITY_MONKEY_SMTP_HOST', 'The server that takes the mails. Needed.'],
  ['SECURITY_MONKEY_MAIL_FROM', 'Whom they are from, such as monkey@example.com. Needed.'],
  ['SECURITY_MONKEY_SMTP_USERNAME', 'Who signs in at the server, if it asks.'],
  ['SECURITY_MONKEY_SMTP_PASSWORD', 'And the password; shown and logged nowhere.'],
  [
    'SECURITY_MONKEY_SMTP_SECURITY',
    'starttls unless given; tls for port 465, none for a relay on this machine.',
  ],
  ['SECURITY_MONKEY_PUBLIC_URL', 'Where this page is, for the links; without it mails have none.'],
] as const;

export function SetUpPanel({ states }: { readonly states: readonly AlerterState[] }) {
  if (states.length === 0)
    return (
      <Panel title="Load an alerter">
        <p className={styles['text']}>
          The plugin that brings mail, <code>@security-monkey/alerters</code>, is not among the plugins of the
          configuration. Add it, and start again.
        </p>
      </Panel>
    );
  return (
    <Panel title="Set mail up">
      <p className={styles['text']}>
        Whoever runs Security Monkey sets these in the environment, or as <code>smtpHost</code> and so on in{' '}
        <code>security-monkey.json</code>, and starts it again. The guide <code>docs/guides/mail.md</code>{' '}
        tells the rest.
      </p>
      <dl className={styles['keys']}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <CopyChip text={key} what="key" />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
