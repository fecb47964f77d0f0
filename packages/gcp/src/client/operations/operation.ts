/** How the operations of Google's APIs are told. */

/**
 * `service:method`, the method as in Google's own id of it (`compute.firewalls.list`), to verb and address. `{name}` takes one
 * segment from the input, `{+name}` several; of the rest of the input `body` is sent and all else goes into the query.
 */
export type Operations = Readonly<Record<`${string}:${string}`, `${'GET' | 'POST'} ${string}`>>;
