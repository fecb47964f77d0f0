/** Everything that user data says: as it is, unpacked, and in the parts that are written in base64 within it. */
import { gunzipSync } from 'node:zlib';

/** User data is at most 16 kB as given; what comes to more than this is made to be in the way. */
const mostText = 1024 * 1024;

/** Parts of MIME messages, and files that cloud-init is to write, lines joined or not. */
const base64Run = /[A-Za-z0-9+/]{24}[A-Za-z0-9+/]*(?:\r?\n[ \t]*[A-Za-z0-9+/]{4}[A-Za-z0-9+/]*)*={0,2}/g;

/**
 * The texts, the outermost first. cloud-init takes user data packed by gzip, messages of several parts, and files in base64:
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html
 *
 * @throws when the user data as a whole cannot be unpacked, or all of it comes to too much: then not all was looked at.
 */
export function textsIn(bytes: Buffer): readonly string[] {
  const texts = [unpacked(bytes, mostText)];
  let left = mostText - (texts[0]?.length ?? 0);
  // Grows while it is walked through: what a text holds is searched as well.
  for (const text of texts) {
    for (const [run] of text.matchAll(base64Run)) {
      const inner = innerText(Buffer.from(run, 'base64'), left);
      if (inner === undefined) continue;
      left -= inner.length;
      texts.push(inner);
    }
  }
  return texts;
}

/** Undefined for bytes that are neither packed nor a text: keys and digests are random. */
function innerText(bytes: Buffer, most: number): string | undefined {
  if (!isPacked(bytes) && !isText(bytes)) return undefined;
  try {
    return unpacked(bytes, most);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // Begins like something packed by chance: the text around it has been looked at all the same.
    return undefined;
  }
}

function unpacked(bytes: Buffer, most: number): string {
  if (bytes.length > most) throw new RangeError('The user data comes to too much text');
  const plain = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
  return plain.toString('utf8');
}

function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
