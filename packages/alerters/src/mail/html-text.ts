/** Sentences as HTML. Everything that is not ours to write is escaped here, and only here. */
import type { Inline, Text } from '@security-monkey/sdk';
import { styled, type ToneName } from './tones.ts';
import { visibleText } from './visible-text.ts';

export const monospace = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

/** Text for the inside of an element or an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return visibleText(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escaped, and cut by places for a line break where a mail program would otherwise see an address and make a link of it.
 * They are no characters: what is copied is the text as it was.
 */
export function plainHtml(text: string): string {
  return escapeHtml(text).replaceAll(/:\/\/|[@./](?=[\p{L}\p{N}])/gu, (sign) =>
    sign === '/' ? '<wbr>/' : `<wbr>${sign}<wbr>`,
  );
}

/** Where a sentence stands, for the pieces of it that have a colour of their own. */
export type Place = { readonly strong?: ToneName };

export function htmlOf(text: Text, place: Place = {}): string {
  return text.map((piece) => pieceOf(piece, place)).join('');
}

function pieceOf(piece: Inline, { strong = 'text' }: Place): string {
  if (typeof piece === 'string') return plainHtml(piece);
  if ('strong' in piece)
    return `<strong ${styled([strong], 'font-weight:600')}><bdi>${plainHtml(piece.strong)}</bdi></strong>`;
  if ('code' in piece)
    return `<bdi ${styled([strong], `${monospace};font-size:.94em`)}>${plainHtml(piece.code)}</bdi>`;
  const font = piece.isCode === true ? `${monospace};font-size:.94em;` : '';
  return `<a href="${escapeHtml(piece.href)}" ${styled(['accent'], `${font}text-decoration:none`)}><bdi>${escapeHtml(piece.link)}</bdi></a>`;
}
