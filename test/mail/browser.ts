/** Debian's Chromium as a mail program: pictures of a mail, and whether it fits. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chromium = '/usr/bin/chromium';

export const hasBrowser = existsSync(chromium);

export type Look = {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** The file that keeps a picture; none is taken without. */
  readonly picture?: string | undefined;
};

export type Seen = {
  /** Pixels by which the mail is wider than its window. */
  readonly overflow: number;
  readonly height: number;
  /** Its first words, as the browser decoded them. */
  readonly beginning: string;
  /** Colours by which the page is drawn, as the browser computes them. */
  readonly ground: string;
  readonly text: string;
};

/** Shows a mail in a frame of the width, since the window itself cannot be as narrow as a telephone. */
export function lookAt(html: string, { width, scheme, picture }: Look): Seen {
  const directory = mkdtempSync(join(tmpdir(), 'security-monkey-mail-'));
  const page = join(directory, 'page.html');
  writeFileSync(page, framed(html, width));
  const shown =
    /<pre id="seen">(.*?)<\/pre>/.exec(run(scheme, ['--dump-dom', `file://${page}`]))?.[1] ?? '{}';
  const seen: Seen = JSON.parse(shown);
  if (picture === undefined) return seen;
  run(scheme, [
    `--screenshot=${picture}`,
    `--window-size=${Math.max(width, 500)},${seen.height}`,
    `file://${page}`,
  ]);
  return seen;
}

function framed(html: string, width: number): string {
  const source = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>body{margin:0}pre{display:none}iframe{border:0;width:${width}px;height:4000px}</style>
<iframe id="mail" srcdoc="${source}"></iframe><pre id="seen"></pre>
<script>
addEventListener('load', () => {
  const { document: mail } = document.getElementById('mail').contentWindow;
  const root = mail.documentElement;
  const style = (selector) => mail.defaultView.getComputedStyle(mail.querySelector(selector));
  const height = mail.body.firstElementChild.offsetHeight;
  document.getElementById('mail').style.height = height + 'px';
  document.getElementById('seen').textContent = JSON.stringify({
    overflow: root.scrollWidth - root.clientWidth,
    height,
    beginning: mail.body.innerText.trim().slice(0, 60),
    ground: style('.sm-surface').backgroundColor,
    text: style('h1').color,
  });
});
</script>`;
}

function run(scheme: Look['scheme'], argv: readonly string[]): string {
  return execFileSync(
    chromium,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--force-device-scale-factor=1.5',
      `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
      ...argv,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 },
  );
}
