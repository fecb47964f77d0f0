/** A real SMTP server for tests, on the loopback interface: it keeps what it takes, and refuses when it is told to. */
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { testCertificate, testCertificateKey } from './certificate.ts';
import { type ReadMail, readMail } from './read-mail.ts';

export type TakenMail = ReadMail & {
  readonly raw: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Whether it came through TLS. */
  readonly secure: boolean;
  /** Who had signed in. */
  readonly user: string | undefined;
};

/** Where in the conversation it refuses, and how. */
export type Refusal = {
  readonly at: 'recipient' | 'content';
  readonly code: number;
  readonly text: string;
};

export type MailServer = {
  readonly port: number;
  readonly taken: TakenMail[];
  /** Connections so far, also those that came to nothing. */
  readonly connections: () => number;
  refusal: Refusal | undefined;
  /** Called once a mail has been taken, before that is said. */
  onTaken: () => void | Promise<void>;
  /** From now on connections are refused. */
  readonly stop: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly start: () => Promise<void>;
};

export type MailServerOptions = {
  readonly security?: 'tls' | 'starttls' | 'none';
  /** The only one who may sign in; without it nobody has to. */
  readonly user?: { readonly name: string; readonly password: string };
};

export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const state = { port: 0, connections: 0, server: undefined as SMTPServer | undefined };
  const server: MailServer = {
    get port() {
      return state.port;
    },
    taken: [],
    connections: () => state.connections,
    refusal: undefined,
    onTaken: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        if (state.server === undefined) resolve();
        else state.server.close(() => resolve());
        state.server = undefined;
      }),
    start: async () => {
      state.server = new SMTPServer(
        optionsOf(options, server, () => {
          state.connections += 1;
        }),
      );
      // A client that breaks off is what the tests are about, no reason to end them.
      state.server.on('error', () => undefined);
      state.port = await listen(state.server, state.port);
    },
  };
  await server.start();
  return server;
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve) => {
    const listener = server.listen(port, '127.0.0.1', () =>
      resolve((listener.address() as AddressInfo).port),
    );
  });
}

function optionsOf(
  { security = 'none', user }: MailServerOptions,
  server: MailServer,
  onConnection: () => void,
): SMTPServerOptions {
  return {
    secure: security === 'tls',
    key: testCertificateKey,
    cert: testCertificate,
    disableReverseLookup: true,
    authOptional: user === undefined,
    disabledCommands: [
      ...(security === 'starttls' ? [] : ['STARTTLS']),
      ...(user === undefined ? ['AUTH'] : []),
    ],
    logger: false,
    closeTimeout: 50,
    onConnect: (_, callback) => {
      onConnection();
      callback();
    },
    onAuth: ({ username, password }, _, callback) => {
      if (username === user?.name && password === user?.password) callback(null, { user: username });
      // As some servers do, it repeats what it was told.
      else callback(new Error(`No such user or password: ${username} ${password}`));
    },
    onRcptTo: (_, __, callback) => callback(refusalOf(server, 'recipient')),
    onData: (stream, session, callback) => {
      void text(stream).then(async (raw) => {
        const refusal = refusalOf(server, 'content');
        if (refusal) return callback(refusal);
        const { mailFrom, rcptTo } = session.envelope;
        server.taken.push({
          ...readMail(raw),
          raw,
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : undefined,
        });
        await server.onTaken();
        return callback();
      });
    },
  };
}

function refusalOf({ refusal }: MailServer, at: Refusal['at']): Error | null {
  if (refusal?.at !== at) return null;
  return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}
