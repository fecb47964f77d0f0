/** Going about a page by keys, as a person does who has nothing else. */
import type { Page } from 'playwright-core';

/** The id of what has the focus. */
export async function focusedId(page: Page): Promise<string> {
  return await page.locator(':focus').evaluateAll(([element]) => element?.id ?? '');
}

/** What has the focus, by its label or its text. */
export async function focusedName(page: Page): Promise<string> {
  const names = await page.locator(':focus').evaluateAll((elements) =>
    elements.map((element) => {
      const { id, ownerDocument } = element;
      const label = id === '' ? null : ownerDocument.querySelector(`label[for="${id}"]`);
      return element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
    }),
  );
  return (names[0] ?? '').replaceAll(/\s+/g, ' ').trim();
}

const most = 120;

/** Presses Tab, or another key, until what is named so has the focus. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press(key);
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`${most} times ${key} did not lead to ${name}.`);
}
