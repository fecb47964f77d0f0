/** A message as the HTML part of a mail: one column, tables and inline styles, nothing that is loaded from anywhere. */
import type { Block, Mark, Message, MessageRow, Text } from '@security-monkey/sdk';
import { escapeHtml, htmlOf, monospace, plainHtml } from './html-text.ts';
import { markGlyph, markWords } from './mark-words.ts';
import { styled, styleSheet } from './tones.ts';

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const table = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

export function renderHtml({ subject, blocks }: Message): string {
  const title = escapeHtml(subject);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title><style>${styleSheet()}</style></head>`,
    `<body ${styled(['page', 'text'], `margin:0;padding:0;${font};font-size:14px;line-height:21px`)}>`,
    `${table} ${styled(['page'])}><tr><td class="sm-out" align="center" style="padding:24px 12px">`,
    `${table} ${styled(['surface', 'border'], 'max-width:640px;border-width:1px;border-style:solid;border-radius:6px')}>`,
    `<tr><td class="sm-pad" align="left" style="padding:28px">`,
    ...blocks.map(blockHtml),
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'event':
      return `<div ${styled(['text-3'], 'font-size:12px;line-height:18px;margin:0 0 10px')}>${htmlOf(block.text)}</div>`;
    case 'mark':
      return `<div style="margin:0 0 8px">${badge(block.mark)}</div>`;
    case 'sentence':
      return `<h1 ${styled(['text'], 'font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.01em;margin:0 0 10px;overflow-wrap:anywhere')}>${htmlOf(block.text)}</h1>`;
    case 'paragraph':
      return `<p ${styled(['text-2'], 'margin:0 0 14px;overflow-wrap:anywhere')}>${htmlOf(block.text)}</p>`;
    case 'heading':
      return `<h2 ${styled(['text'], 'font-size:14px;line-height:21px;font-weight:600;margin:20px 0 6px;overflow-wrap:anywhere')}>${headingHtml(block.text)}</h2>`;
    case 'facts':
      return `${table} style="margin:0 0 14px">${block.facts.map(factHtml).join('')}</table>`;
    case 'rows':
      return `${table} style="margin:6px 0 14px">${block.rows.map(rowHtml).join('')}</table>`;
    case 'difference':
      return differenceHtml(block.lines);
    case 'links':
      return linksHtml(block.links);
    case 'unknown':
      return unknownHtml(htmlOf(block.text));
    case 'reason':
      return reasonHtml(block.lines.map((line) => htmlOf(line, { strong: 'text-3' })));
  }
}

/** What stands behind a name says what it is, and is not as loud. */
function headingHtml([first, ...rest]: Text): string {
  if (first === undefined) return '';
  const behind =
    rest.length === 0
      ? ''
      : `<span ${styled(['text-3'], 'font-weight:400')}>${htmlOf(rest, { strong: 'text-3' })}</span>`;
  return htmlOf([first]) + behind;
}

type Fact = Extract<Block, { readonly kind: 'facts' }>['facts'][number];

function factHtml({ label, text }: Fact): string {
  return [
    `<tr><td valign="top" ${styled(['text-3'], 'padding:2px 14px 2px 0;white-space:nowrap;width:1%')}>${plainHtml(label)}</td>`,
    `<td valign="top" ${styled(['text'], 'padding:2px 0;overflow-wrap:anywhere')}>${htmlOf(text)}</td></tr>`,
  ].join('');
}

/** Its lines stand below its title and mark, over the width of both: a telephone has no room for three columns of text. */
function rowHtml({ time, title, lines, mark }: MessageRow): string {
  const told = lines.map((line) => `<div style="margin-top:3px">${htmlOf(line)}</div>`).join('');
  const edge = styled(
    ['border', 'text-2'],
    'padding:0 0 9px;border-bottom-width:1px;border-bottom-style:solid;overflow-wrap:anywhere',
  );
  const first =
    time === undefined
      ? ''
      : `<td valign="top" ${styled(['text-3'], 'padding:9px 14px 0 0;width:1%;white-space:nowrap')}>${plainHtml(time)}</td>`;
  return [
    `<tr>${first}`,
    `<td valign="top" ${styled(['text-2'], 'padding:9px 0 0;overflow-wrap:anywhere')}>${htmlOf(title)}</td>`,
    `<td valign="top" align="right" style="padding:9px 0 0 12px;width:1%;white-space:nowrap">${mark === undefined ? '' : badge(mark)}</td></tr>`,
    `<tr>${time === undefined ? '' : `<td ${edge}></td>`}<td colspan="2" ${edge}>${told}</td></tr>`,
  ].join('');
}

function badge(mark: Mark): string {
  const words = `<span aria-hidden="true">${markGlyph(mark)}</span> ${plainHtml(markWords(mark))}`;
  const tone = mark.kind === 'fixed' ? 'fixed' : mark.severity;
  return `<span ${styled([tone, `${tone}-soft`], 'display:inline-block;padding:1px 8px;border-radius:4px;font-size:12px;line-height:20px;font-weight:600;white-space:nowrap')}>${words}</span>`;
}

const lineTones = {
  '+': ['added', 'added-soft'],
  '-': ['removed', 'removed-soft'],
  ' ': ['text-3', 'sunken'],
} as const;
const signs = { '+': '+', '-': '−', ' ': '&nbsp;' } as const;

function differenceHtml(lines: Extract<Block, { readonly kind: 'difference' }>['lines']): string {
  const rows = lines.map(({ sign, text }) => {
    const cell = (css: string): string => styled(lineTones[sign], css);
    return `<tr><td valign="top" width="22" align="center" ${cell('padding:1px 0')}><b>${signs[sign]}</b></td><td ${cell('padding:1px 8px 1px 0;white-space:pre-wrap;overflow-wrap:anywhere')}>${plainHtml(text)}</td></tr>`;
  });
  return `${table} ${styled(['border'], `margin:0 0 14px;border-width:1px;border-style:solid;${monospace};font-size:12px;line-height:19px;table-layout:fixed`)}>${rows.join('')}</table>`;
}

function linksHtml(links: Extract<Block, { readonly kind: 'links' }>['links']): string {
  const [first, ...others] = links;
  if (first === undefined) return '';
  const button = `<a href="${escapeHtml(first.href)}" ${styled(['button', 'on-button'], 'display:inline-block;padding:9px 16px;border-radius:4px;font-weight:500;text-decoration:none;margin:0 12px 8px 0')}>${escapeHtml(first.text)}</a>`;
  const rest = others.map(
    ({ text, href }) =>
      `<a href="${escapeHtml(href)}" ${styled(['accent'], 'display:inline-block;text-decoration:none;margin:0 12px 8px 0')}>${escapeHtml(text)}</a>`,
  );
  return `<div style="margin:20px 0 10px">${[button, ...rest].join(' ')}</div>`;
}

/** Dashed, and `///` where the interface has its hatch. */
function unknownHtml(text: string): string {
  return [
    `${table} ${styled(['unknown-line'], 'margin:10px 0 14px;border-width:1px;border-style:dashed;border-radius:6px')}><tr>`,
    `<td width="40" align="center" ${styled(['unknown', 'unknown-soft'], 'font-weight:600;border-radius:6px 0 0 6px')} aria-hidden="true">///</td>`,
    `<td ${styled(['text-2'], 'padding:9px 14px;overflow-wrap:anywhere')}>${text}</td></tr></table>`,
  ].join('');
}

function reasonHtml(lines: readonly string[]): string {
  const told = lines.map((line) => `<div>${line}</div>`).join('');
  return `<div ${styled(['text-3', 'border'], 'margin:20px 0 0;padding:14px 0 0;border-top-width:1px;border-top-style:solid;font-size:12px;line-height:18px;overflow-wrap:anywhere')}>${told}</div>`;
}
