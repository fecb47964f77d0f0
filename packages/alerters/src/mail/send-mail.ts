/** Hands one message to the SMTP server. */
import type { Message } from '@security-monkey/sdk';
import { domainOf } from './address.ts';
import { type MailOptions, portOf } from './options.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { visibleText } from './visible-text.ts';

const senderName = 'Security Monkey';
const impatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export type Sending = {
  readonly message: Message;
  readonly to: string;
  readonly options: MailOptions;
  readonly signal: AbortSignal;
};

/** Resolves once the server has taken the mail; rejects with what it said, without the password. */
export async function sendMail({ message, to, options, signal }: Sending): Promise<void> {
  // Loaded when it is needed: the threads that judge load this plugin too, and send nothing.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(connectionOf(options));
  try {
    await transport.sendMail({ ...mailOf(message, { to, from: options.from }), signal });
  } catch (error) {
    // oxlint-disable-next-line preserve-caught-error -- it may hold what was sent, the password too
    throw new Error(withoutPassword(error instanceof Error ? error.message : String(error), options));
  } finally {
    transport.close();
  }
}

function connectionOf({ host, port, security, username, password, certificateAuthority }: MailOptions) {
  return {
    ...impatience,
    host,
    port: portOf({ port, security }),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    disableFileAccess: true,
    disableUrlAccess: true,
    tls: {
      minVersion: 'TLSv1.2' as const,
      ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
    },
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
  };
}

/** Everything in it is the same at every attempt, so that a mail which arrives twice is known to be one. */
export function mailOf(message: Message, { to, from }: { readonly to: string; readonly from: string }) {
  const domain = domainOf(from);
  const thread = message.thread === undefined ? undefined : `<${message.thread}@${domain}>`;
  return {
    messageId: `<${message.key}@${domain}>`,
    date: new Date(message.at),
    from: { name: senderName, address: from },
    to: { name: '', address: to },
    subject: visibleText(message.subject),
    text: renderText(message),
    html: renderHtml(message),
    ...(thread === undefined ? {} : { inReplyTo: thread, references: [thread] }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `${senderName} <security-monkey.${domain}>`,
    },
  };
}

/** A server may repeat what it was told, as it was told. */
function withoutPassword(text: string, { username = '', password }: MailOptions): string {
  if (password === undefined) return text;
  const inBase64 = [password, `\0${username}\0${password}`].map((form) =>
    Buffer.from(form).toString('base64'),
  );
  const forms = [...inBase64, password];
  return forms.reduce((shown, form) => shown.replaceAll(form, '(hidden)'), text);
}
