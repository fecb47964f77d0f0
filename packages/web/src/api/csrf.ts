/** The token that shows where a write comes from; it comes with the session. */

let token: string | undefined;

export function rememberCsrf(given: string | null): void {
  token = given ?? undefined;
}

export function csrfToken(): string | undefined {
  return token;
}
