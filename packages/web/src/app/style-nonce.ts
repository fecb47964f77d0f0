/** The nonce under which the content security policy lets the page add styles; the server puts it into the document. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
