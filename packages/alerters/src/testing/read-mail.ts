/** Reads a mail as it came over the wire: headers and parts, decoded, independently of what wrote it. */

export type ReadMail = {
  /** By name in lower case; encoded words are decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
};

export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1).map(split);
  const partOf = (type: string): string => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type));
    return part === undefined ? '' : decoded(part);
  };
  return { headers, text: partOf('text/plain'), html: partOf('text/html') };
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function split(raw: string): Part {
  const text = raw.replace(/^\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: text.slice(end + 4) };
}

function decoded({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return (encoding === 'quoted-printable' ? unquoted(body) : body).replaceAll('\r\n', '\n').trimEnd();
}

function unquoted(text: string): string {
  return bytesOf(text.replaceAll(/=\r\n/g, ''), /=([0-9A-F]{2})/g);
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`, where several stand in a row without the blanks between them. */
function decodedWords(text: string): string {
  return text.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/(?:=\?UTF-8\?[QB]\?[^?]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)];
    return Buffer.concat(words.map(([, form = '', word = '']) => wordBytes(form, word))).toString();
  });
}

function wordBytes(form: string, word: string): Buffer {
  if (form.toUpperCase() === 'B') return Buffer.from(word, 'base64');
  return Buffer.from(latin(word.replaceAll('_', ' '), /=([0-9A-F]{2})/gi), 'latin1');
}

function bytesOf(text: string, escaped: RegExp): string {
  return Buffer.from(latin(text, escaped), 'latin1').toString();
}

function latin(text: string, escaped: RegExp): string {
  return text.replaceAll(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
