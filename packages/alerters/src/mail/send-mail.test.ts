/** Mail over the wire, to a real SMTP server: what arrives, and what is said when it does not. */
import { afterEach, describe, expect, it } from 'vitest';
import { testCertificate } from '../testing/certificate.ts';
import { type MailServer, type MailServerOptions, startMailServer } from '../testing/mail-server.ts';
import { sampleMessage } from '../testing/sample-message.ts';
import { mail } from './mail.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

let server: MailServer;
afterEach(() => server.stop());

async function given(options: MailServerOptions = {}): Promise<void> {
  server = await startMailServer(options);
}

type Sent = Parameters<typeof mail.send>[0];

function send(options: object = {}, changes: Partial<Omit<Sent, 'options'>> = {}): Promise<void> {
  const parsed = mail.options.parse({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    from: 'monkey@example.com',
    ...options,
  });
  return mail.send({
    message: sampleMessage,
    to: 'mara@example.com',
    signal: new AbortController().signal,
    ...changes,
    options: parsed,
  });
}

describe('a mail', () => {
  it('arrives with both parts, from and to whom it should', async () => {
    await given();
    await send();
    const [taken, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(taken).toMatchObject({ from: 'monkey@example.com', to: ['mara@example.com'], secure: false });
    expect(taken?.text).toBe(renderText(sampleMessage).trimEnd());
    expect(taken?.html).toBe(renderHtml(sampleMessage));
  });

  it('has headers that are the same at every attempt', async () => {
    await given();
    await send();
    await send();
    const [first, second] = server.taken;
    const names = [
      'message-id',
      'date',
      'subject',
      'from',
      'to',
      'references',
      'in-reply-to',
      'auto-submitted',
    ];
    expect(Object.fromEntries(names.map((name) => [name, first?.headers.get(name)]))).toEqual({
      'message-id': '<0192d3a0-0000-7000-8000-000000000001@example.com>',
      date: 'Fri, 20 Nov 2026 17:43:09 +0000',
      subject: '[prod] Critical 10: ledger: Everyone may read it',
      from: 'Security Monkey <monkey@example.com>',
      to: 'mara@example.com',
      references: '<issue-0192d3a0-0000-7000-8000-00000000000a@example.com>',
      'in-reply-to': '<issue-0192d3a0-0000-7000-8000-00000000000a@example.com>',
      'auto-submitted': 'auto-generated',
    });
    for (const name of names) expect(second?.headers.get(name)).toBe(first?.headers.get(name));
  });

  it.each(['[prod] Größe \u202eevil', 'a\r\nBcc: eve@example.com', 'x'.repeat(2_000)])(
    'has a subject of one line, whatever is in it: %j',
    async (subject) => {
      await given();
      await send({}, { message: { ...sampleMessage, subject } });
      const [taken] = server.taken;
      const shown = subject.replace('\u202e', '\\u{202e}').replace('\r\n', '␍␊');
      expect(taken?.headers.get('subject')).toBe(shown);
      expect(taken?.headers.has('bcc')).toBe(false);
      expect(taken?.to).toEqual(['mara@example.com']);
    },
  );
});

describe('a connection', () => {
  it('is encrypted from the beginning', async () => {
    await given({ security: 'tls' });
    await send({ security: 'tls', certificateAuthority: testCertificate });
    expect(server.taken).toMatchObject([{ secure: true }]);
  });

  it('is encrypted before anything else is said', async () => {
    await given({ security: 'starttls' });
    await send({ security: 'starttls', certificateAuthority: testCertificate });
    expect(server.taken).toMatchObject([{ secure: true }]);
  });

  it.each(['tls', 'starttls'] as const)(
    'by %s is refused to a server that nobody vouches for',
    async (security) => {
      await given({ security });
      await expect(send({ security })).rejects.toThrow(/self-signed certificate/);
      expect(server.taken).toEqual([]);
    },
  );

  it('is not made in plain text where it should be encrypted', async () => {
    await given({ security: 'none', user: { name: 'monkey', password: 'hunter2hunter2' } });
    const signedIn = { username: 'monkey', password: 'hunter2hunter2' };
    await expect(send({ security: 'starttls', ...signedIn })).rejects.toThrow(/STARTTLS|TLS/);
    await expect(send({ security: 'tls', ...signedIn })).rejects.toThrow(/SSL|TLS|wrong version/i);
    expect(server.taken).toEqual([]);
  });

  it('is signed in', async () => {
    const user = { name: 'monkey', password: 'hunter2 hunter2' };
    await given({ security: 'tls', user });
    await send({
      security: 'tls',
      certificateAuthority: testCertificate,
      username: user.name,
      password: user.password,
    });
    expect(server.taken).toMatchObject([{ user: 'monkey' }]);
  });

  it('whose password is wrong says so, and not which it was', async () => {
    await given({ security: 'tls', user: { name: 'monkey', password: 'right' } });
    const wrong = { username: 'monkey', password: 'correct horse battery' };
    const error: unknown = await send({
      security: 'tls',
      certificateAuthority: testCertificate,
      ...wrong,
    }).catch((caught: unknown) => caught);
    expect(String(error)).toMatch(/535.*No such user or password: monkey \(hidden\)/);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('correct horse battery');
  });
});

describe('a refusal', () => {
  it.each([
    ['recipient', 550, 'No such mailbox'],
    ['recipient', 451, 'Greylisted, come again'],
    ['content', 554, 'Too many links'],
    ['content', 452, 'No space left'],
  ] as const)('of the %s with %i is an error that says so', async (at, code, text) => {
    await given();
    server.refusal = { at, code, text };
    await expect(send()).rejects.toThrow(new RegExp(`${code} ${text}`));
    server.refusal = undefined;
    await send();
    expect(server.taken).toHaveLength(1);
  });

  it('of the connection is an error that says so', async () => {
    await given();
    await server.stop();
    await expect(send()).rejects.toThrow(/ECONNREFUSED/);
  });

  it('an aborted send ends', async () => {
    await given();
    const controller = new AbortController();
    server.onTaken = () => {
      controller.abort();
      return new Promise(() => undefined);
    };
    await expect(send({}, { signal: controller.signal })).rejects.toThrow(/abort/i);
  });
});
