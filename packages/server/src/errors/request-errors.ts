/** The errors of requests: what the API refuses beside what the command line does. */
import type { ErrorEntry } from './error-entry.ts';

export const requestErrors = {
  request_invalid: {
    status: 400,
    exit: 2,
    sentence: 'The request is wrong: {problem}.',
    remedy: 'Correct it; /api/v1/openapi.json describes what every route takes.',
  },
  not_signed_in: {
    status: 401,
    exit: 1,
    sentence: 'Nobody is signed in, or the session has ended.',
    remedy: 'Sign in.',
  },
  sign_in_refused: {
    status: 401,
    exit: 1,
    sentence: 'The address and the password do not belong together.',
    remedy: 'Try again, or ask an administrator for a link to set a new password.',
  },
  link_refused: {
    status: 401,
    exit: 1,
    sentence: 'The link has been used, has expired or has been replaced by a newer one.',
    remedy:
      'Ask an administrator for a new one; for the first administrator the product prints one whenever it starts.',
  },
  role_missing: {
    status: 403,
    exit: 1,
    sentence: 'That takes the role {needed}, and yours is {role}.',
    remedy: 'Ask an administrator for it.',
  },
  person_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is no person {person}.',
    remedy: 'See `security-monkey user list`.',
  },
  person_exists: {
    status: 409,
    exit: 1,
    sentence: 'There is a person with the address {email} already.',
    remedy: 'Change that one, or make a new link for them.',
  },
  administrator_last: {
    status: 409,
    exit: 1,
    sentence: 'Nobody would be left who can administrate everything.',
    remedy:
      'Make somebody else an administrator of all accounts first; they count once they have set a password.',
  },
  password_wrong: {
    status: 403,
    exit: 1,
    sentence: 'That is not your present password.',
    remedy: 'Try again, or ask an administrator for a link to set a new one.',
  },
  accounts_missing: {
    status: 403,
    exit: 1,
    sentence: 'That concerns all accounts, and you may see some of them only.',
    remedy: 'Ask an administrator who sees all.',
  },
  csrf_refused: {
    status: 403,
    exit: 1,
    sentence: 'The request does not show that it comes from a page of this product.',
    remedy: 'Load the page again; other clients send the csrf of GET /api/v1/session as x-csrf-token.',
  },
  page_unknown: {
    status: 404,
    exit: 1,
    sentence: 'There is nothing at {path}.',
    remedy: 'Every path of the API is in /api/v1/openapi.json.',
  },
  too_many_requests: {
    status: 429,
    exit: 1,
    sentence: 'There were too many requests from your address.',
    remedy: 'Wait a minute.',
  },
} as const satisfies Record<string, ErrorEntry>;
